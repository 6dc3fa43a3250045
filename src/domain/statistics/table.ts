import type { Conversion } from '../shared/conversions.data.ts'
import type { CellDelta } from '../shared/journal.ts'
import {
  type ApplicantClass,
  applicationColumns,
  applicationRows,
  type ColumnKey,
  isApplicantClass,
  isOutcomeKey,
  type RowKey,
} from '../shared/report-keys.data.ts'

/** One row of the table by column; null where nobody has reported. */
export type TableRow = Record<ColumnKey, number | null>

/** The table of applications (年报表三): 25 rows by 7 columns. */
export type ApplicationTable = Record<RowKey, TableRow>

/** What a table is made of: the cells of the period, and those of all time before it. */
export type PeriodCells = { within: readonly CellDelta[]; before: readonly CellDelta[] }

/**
 * Makes the table of applications of a period (表三): carried over (结转) is everything received
 * minus everything decided before it began; totals and what is carried forward are computed, so
 * 新收 + 结转 = 办结 + 下期结转 in every column (办公厅格式附注).
 */
export function applicationTable({ within, before }: PeriodCells): ApplicationTable {
  const rows = emptyRows(0)
  for (const { row, col, n } of within) {
    if (!isApplicantClass(col)) continue
    if (row === 'newReceived') add(rows.newReceived, col, n)
    if (isOutcomeKey(row)) {
      add(rows[row], col, n)
      add(rows.totalProcessed, col, n)
    }
  }
  for (const { row, col, n } of before) {
    if (!isApplicantClass(col)) continue
    if (row === 'newReceived') add(rows.carriedOver, col, n)
    if (isOutcomeKey(row)) add(rows.carriedOver, col, -n)
  }
  balance(rows)
  return rows
}

/** 结转下期 = 上期结转 + 新收 − 办结, in every column. */
function balance({
  newReceived,
  carriedOver,
  totalProcessed,
  carriedForward,
}: ApplicationTable): void {
  for (const { key } of applicationColumns) {
    carriedForward[key] =
      known(carriedOver[key]) + known(newReceived[key]) - known(totalProcessed[key])
  }
}

function known(figure: number | null): number {
  return figure ?? 0
}

/** The table when nobody has reported: a figure that is not known is not zero. */
export function unreportedTable(): ApplicationTable {
  return emptyRows(null)
}

/** Items published in a period, and those that could be found at its end (公开信息可查条数). */
export function itemFigures({ within, before }: PeriodCells): {
  published: number
  queryable: number
} {
  const published = sumOf(within, isPublished)
  return { published, queryable: published + sumOf(before, isPublished) }
}

/** Normative documents of a period (年报表二 行政规范性文件): 本年制发件数, 本年废止件数, 现行有效件数. */
export type NormFigures = { made: number; repealed: number; inForce: number }

/**
 * Counts the normative documents made and ended in a period and those in force at its end (表二):
 * 上期现行有效 + 制发 − 废止 = 现行有效, lapsed and replaced ones counting as 废止. Null where no
 * document was ever registered.
 */
export function normFigures({ within, before }: PeriodCells): NormFigures | null {
  if (![...within, ...before].some(isNorm)) return null
  const made = sumOf(within, isMadeNorm)
  const repealed = sumOf(within, isNorm) - made
  const earlier = 2 * sumOf(before, isMadeNorm) - sumOf(before, isNorm)
  return { made, repealed, inForce: earlier + made - repealed }
}

/** Cases of a period that were no applications (不属于政府信息公开申请的), by what they were. */
export function conversionFigures({ within }: PeriodCells): Record<Conversion, number> {
  const converted = (to: Conversion): number =>
    sumOf(within, ({ row, col }) => row === 'converted' && col === to)
  return {
    consultation: converted('consultation'),
    complaint: converted('complaint'),
    report: converted('report'),
    petition: converted('petition'),
  }
}

/** Received and decided applications and published items of some cells, for charts and lists. */
export type Brief = { received: number; decided: number; published: number }

/** Sums cells to a {@link Brief}. */
export function briefOf(cells: readonly CellDelta[]): Brief {
  return {
    received: sumOf(cells, (cell) => cell.row === 'newReceived'),
    decided: sumOf(cells, (cell) => isOutcomeKey(cell.row)),
    published: sumOf(cells, isPublished),
  }
}

function isNorm({ row }: CellDelta): boolean {
  return row === 'normativeDocuments'
}

function isMadeNorm({ row, col }: CellDelta): boolean {
  return row === 'normativeDocuments' && col === 'made'
}

function isPublished({ row, col }: CellDelta): boolean {
  return row === 'items' && col === 'published'
}

function sumOf(cells: readonly CellDelta[], counts: (cell: CellDelta) => boolean): number {
  return cells.reduce((sum, cell) => (counts(cell) ? sum + cell.n : sum), 0)
}

function add(row: TableRow, column: ApplicantClass, amount: number): void {
  row[column] = known(row[column]) + amount
  row.total = known(row.total) + amount
}

function emptyRows(value: number | null): ApplicationTable {
  const rows: Partial<ApplicationTable> = {}
  for (const { key } of applicationRows) {
    rows[key] = {
      naturalPerson: value,
      commercial: value,
      research: value,
      publicWelfare: value,
      legalService: value,
      otherOrg: value,
      total: value,
    }
  }
  if (!isWhole(rows)) throw new Error('the table of applications lacks a row')
  return rows
}

function isWhole(rows: Partial<ApplicationTable>): rows is ApplicationTable {
  return applicationRows.every(({ key }) => rows[key] !== undefined)
}
