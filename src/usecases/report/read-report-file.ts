import { fromWord } from '../../domain/document/word/from-word.ts'
import { plainOf } from '../../domain/document/plain.ts'
import type { Block, DocumentTree } from '../../domain/document/tree.ts'
import { placeCells } from '../../domain/report/layout-grid.ts'
import { readCsv } from '../../domain/shared/sheet/csv.ts'
import { decodeText } from '../../domain/shared/sheet/decode-text.ts'
import { unguardFormula } from '../../domain/shared/sheet/formula-guard.ts'
import type { Problem } from '../../domain/shared/sheet/problems.ts'
import { sniffFile, sniffText } from '../../domain/shared/sheet/sniff.ts'
import { readAllSheets } from '../../domain/shared/sheet/xlsx.ts'

/** Largest file of a report that is read, in bytes. */
export const maxReportBytes = 4 * 1024 * 1024

/** What a file of a report holds: rows of cells, and the text around them; or why it is not read. */
export type ReportFile =
  | { ok: true; rows: string[][]; text: string }
  | { ok: false; reason: Problem; line?: number }

/** Reads a report's file (读年报文件), told by its content: a workbook, a Word document, or separated values. */
export async function readReportFile(bytes: Uint8Array): Promise<ReportFile> {
  if (bytes.length > maxReportBytes) {
    return { ok: false, reason: { code: 'file-too-large', limitBytes: maxReportBytes } }
  }
  const sniffed = sniffFile(bytes)
  if (sniffed.kind === 'text') return readText(bytes)
  if (sniffed.kind === 'xlsx') {
    const read = readAllSheets(bytes)
    return read.ok ? { ...read, text: '' } : read
  }
  const { reason } = sniffed
  return reason.code === 'foreign-file' && reason.kind === 'docx'
    ? readWord(bytes)
    : { ok: false, reason }
}

async function readWord(bytes: Uint8Array): Promise<ReportFile> {
  const read = await fromWord(bytes)
  if (!read.ok) {
    return read.reason === 'too-large'
      ? { ok: false, reason: { code: 'file-too-large', limitBytes: maxReportBytes } }
      : { ok: false, reason: { code: 'zip-broken' } }
  }
  return { ok: true, ...wordCells(read.tree) }
}

/** The tables of a document as rows of cells, merged ones laid out, and its other text. */
function wordCells({ blocks }: DocumentTree): { rows: string[][]; text: string } {
  const rows = blocks.flatMap((block) => {
    if (block.type !== 'table') return []
    const cells = block.rows.map((row) =>
      row.map(({ text, colspan = 1, rowspan = 1 }) => ({
        text: plainOf(text),
        columns: colspan,
        rows: rowspan,
      })),
    )
    return placeCells(cells, ({ text }, isFirst) => (isFirst ? text : ''))
  })
  return { rows, text: blocks.map(textOf).join('\n') }
}

function textOf(block: Block): string {
  if (block.type === 'heading' || block.type === 'paragraph') return plainOf(block.text)
  return block.type === 'list' ? block.items.map(({ text }) => plainOf(text)).join('\n') : ''
}

function readText(bytes: Uint8Array): ReportFile {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return { ok: false, reason: decoded.reason }
  const foreign = sniffText(decoded.text)
  if (foreign !== null) return { ok: false, reason: foreign }
  const read = readCsv(decoded.text)
  if (!read.ok) return read
  const [stray] = read.rejected
  if (stray !== undefined) return { ok: false, reason: stray.reason, line: stray.line ?? 1 }
  return { ok: true, rows: read.records.map(({ cells }) => cells.map(unguardFormula)), text: '' }
}
