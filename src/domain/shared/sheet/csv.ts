import type { CellProblem, FileProblem, Finding } from './problems.ts'
import { MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts'

/** One record and the line of the file it begins on, counted from 1. */
export type CsvRecord = { line: number; cells: string[] }

/** What a text of separated values holds, or why it cannot be told apart into cells. */
export type CsvReading =
  | { ok: true; records: CsvRecord[]; rejected: Finding<CellProblem>[] }
  | { ok: false; line: number; reason: FileProblem }

export type Delimiter = ',' | ';' | '\t'

/**
 * Reads separated values (RFC 4180, and what offices really save: LF, CR or CRLF, tab or
 * semicolon, a `sep=` line). Blank lines are left out; a record with text after a closing
 * quote is rejected by its line; an unclosed quote refuses the file with the line it opened on.
 */
export function readCsv(text: string): CsvReading {
  const hint = /^sep=([,;\t])(\r\n|\n|\r)/.exec(text)
  const delimiter = hint?.[1] ?? detectDelimiter(text)
  const records: CsvRecord[] = []
  const rejected: Finding<CellProblem>[] = []
  const cursor: Cursor = { text, at: hint?.[0].length ?? 0, line: hint === null ? 1 : 2 }
  let cells = 0
  while (cursor.at < text.length) {
    const line = cursor.line
    const outcome = readRecord(cursor, delimiter)
    if ('reason' in outcome) return { ok: false, ...outcome }
    cells += outcome.cells.length
    const excess = excessOf(outcome.cells.length, records.length + rejected.length, cells)
    if (excess !== null) return { ok: false, line, reason: excess }
    if (outcome.cells.every((cell) => cell.trim() === '')) continue
    if (outcome.stray) {
      rejected.push({ line, column: null, reason: { code: 'quote-stray' } })
      continue
    }
    records.push({ line, cells: outcome.cells })
  }
  return { ok: true, records, rejected }
}

/** Finds the separator: the one that occurs most in the first line that has any, outside quotes. */
export function detectDelimiter(text: string): Delimiter {
  const counts = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  for (const character of text.slice(0, 65_536)) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === ',' || character === ';' || character === '\t') counts[character] += 1
    else if ((character === '\n' || character === '\r') && most(counts) > 0) break
  }
  const best = most(counts)
  if (counts[','] === best) return ','
  return counts['\t'] === best ? '\t' : ';'
}

function excessOf(columns: number, rows: number, cells: number): FileProblem | null {
  if (columns > MAX_COLUMNS) return { code: 'too-many-columns', limit: MAX_COLUMNS }
  // The header and the lines before it come on top of the rows.
  if (rows > MAX_ROWS + 5) return { code: 'too-many-rows', limit: MAX_ROWS }
  return cells > MAX_CELLS ? { code: 'too-many-cells', limit: MAX_CELLS } : null
}

type Cursor = { text: string; at: number; line: number }

const QUOTE = 34
const CR = 13
const LF = 10

function most(counts: { ',': number; ';': number; '\t': number }): number {
  return Math.max(counts[','], counts[';'], counts['\t'])
}

/** Reads to the end of one record; a quoted cell that never ends is named by its first line. */
function readRecord(
  cursor: Cursor,
  delimiter: string,
): { cells: string[]; stray: boolean } | { line: number; reason: FileProblem } {
  const { text } = cursor
  const cells: string[] = []
  let stray = false
  while (true) {
    if (text.charCodeAt(cursor.at) === QUOTE) {
      const opened = cursor.line
      const cell = readQuoted(cursor)
      if (typeof cell !== 'string') return { line: opened, reason: cell }
      const rest = readBare(cursor, delimiter)
      if (rest.trim() !== '') stray = true
      cells.push(cell)
    } else cells.push(readBare(cursor, delimiter))
    if (cursor.at >= text.length || cells.length > MAX_COLUMNS) return { cells, stray }
    if (text[cursor.at] !== delimiter) break
    cursor.at += 1
  }
  skipLineEnd(cursor)
  return { cells, stray }
}

function skipLineEnd(cursor: Cursor): void {
  const isPair =
    cursor.text.charCodeAt(cursor.at) === CR && cursor.text.charCodeAt(cursor.at + 1) === LF
  cursor.at += isPair ? 2 : 1
  cursor.line += 1
}

function readQuoted(cursor: Cursor): string | FileProblem {
  const { text } = cursor
  let cell = ''
  let from = cursor.at + 1
  while (true) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return { code: 'quote-unclosed' }
    cell += text.slice(from, quote)
    if (cell.length > MAX_CELL_CHARACTERS)
      return { code: 'cell-too-long', limit: MAX_CELL_CHARACTERS }
    from = quote + 1
    if (text.charCodeAt(from) !== QUOTE) break
    cell += '"'
    from += 1
  }
  cursor.at = from
  cursor.line += countLineEnds(cell)
  return cell
}

function readBare(cursor: Cursor, delimiter: string): string {
  const { text } = cursor
  const separator = delimiter.charCodeAt(0)
  let end = cursor.at
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === separator || code === LF || code === CR) break
    end += 1
  }
  const cell = text.slice(cursor.at, end)
  cursor.at = end
  return cell
}

function countLineEnds(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1
  }
  return count
}
