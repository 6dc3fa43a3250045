import type { ForeignKind, ImportWarning, Problem } from '../../../domain/shared/sheet/problems.ts'

const kinds: Readonly<Record<ForeignKind, string>> = {
  doc: '旧版 Word（.doc）或者 WPS 文字（.wps）文件，请另存为 .docx',
  xls: '旧版 Excel（.xls）文件，请另存为 .xlsx',
  xlsb: '二进制 Excel（.xlsb）文件，请另存为 .xlsx',
  ods: 'ODS 表格，请另存为 .xlsx',
  docx: 'Word 文档',
  pptx: '演示文稿',
  ofd: 'OFD 版式文件',
  zip: '压缩包',
  pdf: 'PDF 文件',
  image: '图片',
  html: '网页文件（有的系统把网页当作 .xls 导出），请用 Excel 或 WPS 打开后另存为 .xlsx',
  xml: 'XML 文件',
  json: '整块的 JSON 文件，请改成一行一条',
  rtf: 'RTF 文档',
  gzip: '压缩文件',
}

/** What a file of another kind is called (文件种类), and what to do with it. */
export function foreignWords(kind: ForeignKind): string {
  return kind === 'json' ? '这是 JSON 文件' : `这是${kinds[kind]}`
}

/** The sentence for one reason that a reader of files found (导入问题); a code without words does not compile. */
// oxlint-disable-next-line complexity -- one sentence per code, nothing nested
export function reasonWords(reason: Problem | ImportWarning): string {
  switch (reason.code) {
    case 'empty-file':
      return '文件是空的'
    case 'file-too-large':
      return `文件太大，最多 ${Math.round(reason.limitBytes / 1024 / 1024)} 兆字节`
    case 'foreign-file':
      return `这是${kinds[reason.kind]}；这里只读 CSV、XLSX 和 JSON Lines`
    case 'file-encrypted':
      return '文件加了密码，请去掉密码后再导入'
    case 'encoding-unknown':
      return '认不出文字编码；请另存为 UTF-8 或 GBK'
    case 'encoding-broken':
      return `按 ${reason.encoding.toUpperCase()} 读到无法识别的字节，文件可能已损坏或混用了编码`
    case 'nul-byte':
      return '文件里有空字节，不是文本'
    case 'zip-broken':
      return '文件已损坏，打不开'
    case 'zip-too-many-entries':
      return `文件内部的部件太多，最多 ${reason.limit} 个`
    case 'zip-too-large':
      return `文件解开后太大，最多 ${Math.round(reason.limitBytes / 1024 / 1024)} 兆字节`
    case 'zip-ratio':
      return '文件的压缩比不正常，为安全起见不打开'
    case 'xml-declares-entities':
      return '文件里有外部引用，为安全起见不打开'
    case 'xml-broken':
      return '文件内部结构已损坏'
    case 'sheet-missing':
      return '文件里没有可读的工作表'
    case 'quote-unclosed':
      return '引号没有配对，从这一行起无法分列'
    case 'too-many-rows':
      return `行数太多，一次最多 ${reason.limit} 行`
    case 'too-many-columns':
      return `列数太多，最多 ${reason.limit} 列`
    case 'too-many-cells':
      return `单元格太多，一次最多 ${reason.limit} 个`
    case 'cell-too-long':
      return `内容太长，最多 ${reason.limit} 个字`
    case 'header-missing':
      return '没有找到表头'
    case 'header-twice':
      return `这一列与“${reason.first}”重复`
    case 'header-required':
      return `表头缺少：${reason.names.join('、')}`
    case 'no-rows':
      return '只有表头，没有内容'
    case 'quote-stray':
      return '引号的位置不对'
    case 'cells-beyond-header':
      return `这一行比表头多（表头 ${reason.columns} 列）`
    case 'cell-error':
      return `单元格里是错误值 ${reason.value}`
    case 'formula-not-computed':
      return '公式没有算出结果，请先在 Excel 或 WPS 里保存一次'
    case 'number-imprecise':
      return '数字太长，已经失真；请把这一列设为文本后重新填写'
    case 'json-broken':
      return '这一行不是完整的 JSON'
    case 'json-not-object':
      return '这一行应是一个 JSON 对象'
    case 'json-nested':
      return '这一项不能再套一层'
    case 'text-unsafe':
      return '有无法识别的字符'
    case 'required':
      return '没有填写'
    case 'too-long':
      return `太长（${reason.length} 个字），最多 ${reason.limit} 个字`
    case 'date-ill-formed':
      return '不是日期，例如 2026-03-02 或 2026年3月2日'
    case 'instant-ill-formed':
      return '不是时间，例如 2026-03-02 09:00'
    case 'url-ill-formed':
      return '不是网址'
    case 'not-listed':
      return `只能是：${reason.allowed.join('、')}`
    case 'in-future':
      return '不能晚于今天'
    case 'before':
      return `不能早于“${reason.other}”`
    case 'duplicate':
      return `与第 ${reason.otherLine} 行重复`
    case 'required-with':
      return `填了“${reason.other}”就要填这一项`
    case 'forbidden-without':
      return `没有填“${reason.other}”，这一项也不能填`
    case 'lines-before-header':
      return `表头前面有 ${reason.lines} 行，没有读`
    case 'header-unknown':
      return '不认识这一列，没有导入'
    case 'column-ignored':
      return '这一列没有导入'
    case 'attribute-assumed':
      return '没有写公开属性，按主动公开处理'
    case 'published-before-written':
      return '公开日期早于成文日期'
    case 'published-from-written':
      return '没有公开日期，用了成文日期'
    case 'dates-missing':
      return '没有日期'
    case 'doc-number-unusual':
      return '发文字号的写法不常见，照原样保留'
    default:
      return reason satisfies never
  }
}

/** Where and why: «第 3 行“标题”：没有填写». */
export function placeWords(finding: { line: number | null; column: string | null }): string {
  const line = finding.line === null ? '整个文件' : `第 ${finding.line} 行`
  return finding.column === null || finding.column === '' ? line : `${line}“${finding.column}”`
}
