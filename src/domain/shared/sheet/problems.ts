/** Kinds of file that are recognised only to be refused by name. */
export type ForeignKind =
  | 'doc'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'docx'
  | 'pptx'
  | 'ofd'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'json'
  | 'rtf'
  | 'gzip'

/** Why a file as a whole cannot be read (整个文件不能读取); the words for each stand in `http/ui/words`. */
export type FileProblem =
  | { code: 'empty-file' }
  | { code: 'file-too-large'; limitBytes: number }
  | { code: 'foreign-file'; kind: ForeignKind }
  | { code: 'file-encrypted' }
  | { code: 'encoding-unknown'; offset: number | null }
  | { code: 'encoding-broken'; encoding: EncodingName; offset: number | null }
  | { code: 'nul-byte'; offset: number }
  | { code: 'zip-broken' }
  | { code: 'zip-too-many-entries'; limit: number }
  | { code: 'zip-too-large'; limitBytes: number }
  | { code: 'zip-ratio'; limit: number }
  | { code: 'xml-declares-entities'; part: string }
  | { code: 'xml-broken'; part: string }
  | { code: 'sheet-missing'; name: string | null }
  | { code: 'quote-unclosed' }
  | { code: 'cell-too-long'; limit: number }
  | { code: 'too-many-rows'; limit: number }
  | { code: 'too-many-columns'; limit: number }
  | { code: 'too-many-cells'; limit: number }
  | { code: 'header-missing' }
  | { code: 'header-twice'; first: string }
  | { code: 'header-required'; names: readonly string[] }
  | { code: 'no-rows' }

/** Why one row or one cell is refused (某行某列不能导入). */
export type CellProblem =
  | { code: 'quote-stray' }
  | { code: 'cells-beyond-header'; columns: number }
  | { code: 'cell-error'; value: string }
  | { code: 'formula-not-computed' }
  | { code: 'number-imprecise' }
  | { code: 'json-broken' }
  | { code: 'json-not-object' }
  | { code: 'json-nested' }
  | { code: 'text-unsafe' }
  | { code: 'required' }
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'date-ill-formed' }
  | { code: 'instant-ill-formed' }
  | { code: 'url-ill-formed' }
  | { code: 'not-listed'; allowed: readonly string[] }
  | { code: 'in-future' }
  | { code: 'before'; other: string }
  | { code: 'duplicate'; otherLine: number }
  | { code: 'required-with'; other: string }
  | { code: 'forbidden-without'; other: string }

/** What an import did in a clerk's stead or left aside (已导入但请留意); never a reason to refuse. */
export type ImportWarning =
  | { code: 'lines-before-header'; lines: number }
  | { code: 'header-unknown' }
  | { code: 'column-ignored' }
  | { code: 'attribute-assumed' }
  | { code: 'published-before-written' }
  | { code: 'published-from-written' }
  | { code: 'dates-missing' }
  | { code: 'doc-number-unusual' }

export type Problem = FileProblem | CellProblem

/** One thing found in a file: `line` counts from 1 as an editor shows it, `column` is the header's own word. */
export type Finding<R = Problem> = { line: number | null; column: string | null; reason: R }

/** Encodings of text that are recognised (可识别的编码). */
export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk' | 'gb18030'
