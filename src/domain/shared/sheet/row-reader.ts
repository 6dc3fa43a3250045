import type { LocalDate } from '../../time/local-date.ts'
import { type CellMoment, readCellMoment, type SerialCount } from './cell-date.ts'
import { cleanText, foldWord } from './cell-text.ts'
import type { CellProblem, Finding, ImportWarning } from './problems.ts'
import type { TableRow } from './read-table.ts'

/** Reads the cells of one row by field; what is wrong gathers in `problems`, remarks in `warnings`. */
export type RowReader<F extends string> = {
  problems: Finding<CellProblem>[]
  warnings: Finding<ImportWarning>[]
  /** text on several lines, null when blank; longer than `limit` is a problem */
  text: (field: F, limit: number) => string | null
  /** text on one line, white space as single blanks */
  word: (field: F, limit: number) => string | null
  /** one of a list of words, null when blank */
  oneOf: <T>(field: F, words: ReadonlyMap<string, T>, allowed: readonly string[]) => T | null
  /** a moment not after `today` */
  moment: (field: F, today: LocalDate) => CellMoment | null
  /** whether the file has such a column at all */
  has: (field: F) => boolean
  /** the header word over a field */
  nameOf: (field: F) => string
  refuse: (field: F, reason: CellProblem) => void
  warn: (field: F, reason: ImportWarning) => void
}

/** Makes a reader for one row; `columns` tells which header stands over a field. */
export function rowReader<F extends string>(
  row: TableRow,
  columns: ReadonlyMap<F, string>,
  serials: SerialCount,
): RowReader<F> {
  const problems: Finding<CellProblem>[] = []
  const warnings: Finding<ImportWarning>[] = []

  function nameOf(field: F): string {
    return columns.get(field) ?? field
  }

  function refuse(field: F, reason: CellProblem): void {
    problems.push({ line: row.line, column: nameOf(field), reason })
  }

  function text(field: F, limit: number): string | null {
    const raw = row.cells.get(columns.get(field) ?? '')
    if (raw === undefined || raw === '') return null
    const clean = cleanText(raw)
    if (clean === null) refuse(field, { code: 'text-unsafe' })
    else if (clean.length > limit) {
      refuse(field, { code: 'too-long', limit, length: clean.length })
    } else return clean === '' ? null : clean
    return null
  }

  function word(field: F, limit: number): string | null {
    return text(field, limit)?.replaceAll(/\s+/g, ' ') ?? null
  }

  return {
    problems,
    warnings,
    text,
    word,
    oneOf(field, words, allowed) {
      const written = word(field, 200)
      if (written === null) return null
      const found = words.get(foldWord(written))
      if (found === undefined) refuse(field, { code: 'not-listed', allowed })
      return found ?? null
    },
    moment(field, today) {
      const written = word(field, 60)
      if (written === null) return null
      const moment = readCellMoment(written, serials)
      if (moment === null) refuse(field, { code: 'date-ill-formed' })
      else if (moment.on > today) refuse(field, { code: 'in-future' })
      else return moment
      return null
    },
    has: (field) => columns.has(field),
    nameOf,
    refuse,
    warn(field, reason) {
      warnings.push({ line: row.line, column: nameOf(field), reason })
    },
  }
}
