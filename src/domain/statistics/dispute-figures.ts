import type { CellDelta } from '../shared/journal.ts'
import type { ReviewLitigationBlock, ReviewLitigationColumn } from '../shared/report-keys.data.ts'
import type { PeriodCells } from './table.ts'

/** One block of the table of reconsideration and litigation (年报表四). */
export type DisputeBlock = Record<ReviewLitigationColumn, number>

/** How a dispute ended (审结结果): 结果维持, 结果纠正, 其他结果. */
const results = ['upheld', 'corrected', 'other'] as const
/** What became of a complaint (投诉处理结果): 属实, 部分属实, 不属实. */
const findings = ['founded', 'partlyFounded', 'unfounded'] as const

/**
 * Makes the table of reconsideration and litigation of a period (表四): what was decided in it, and
 * what was filed by its end and not decided (尚未审结); 总计 = 维持 + 纠正 + 其他 + 尚未审结.
 */
export function disputeFigures(cells: PeriodCells): Record<ReviewLitigationBlock, DisputeBlock> {
  return {
    review: blockOf('review', cells),
    litigationDirect: blockOf('litigationDirect', cells),
    litigationAfterReview: blockOf('litigationAfterReview', cells),
  }
}

/** The same table where nobody reported. */
export function unreportedDisputes(): Record<
  ReviewLitigationBlock,
  Record<ReviewLitigationColumn, null>
> {
  const none = { upheld: null, corrected: null, other: null, pending: null, total: null }
  return { review: none, litigationDirect: none, litigationAfterReview: none }
}

/** Complaints about the handling of cases in a period (投诉, 条例第47条), and those open at its end. */
export type ComplaintFigures = Record<
  'filed' | 'founded' | 'partlyFounded' | 'unfounded' | 'pending',
  number
>

/** Counts the complaints of a period: 上期未答复 + 新收 = 各类处理结果 + 尚未答复. */
export function complaintFigures({ within, before }: PeriodCells): ComplaintFigures {
  const all = [...before, ...within]
  const answered = findings.reduce((total, col) => total + sum(all, 'complaints', col), 0)
  return {
    filed: sum(within, 'complaints', 'filed'),
    founded: sum(within, 'complaints', 'founded'),
    partlyFounded: sum(within, 'complaints', 'partlyFounded'),
    unfounded: sum(within, 'complaints', 'unfounded'),
    pending: sum(all, 'complaints', 'filed') - answered,
  }
}

/** Answers taken off in a period because they are given anew (重新答复件数): each is a counter-entry in 表三. */
export function redoneCount({ within }: PeriodCells): number {
  return within.reduce((total, { row, n }) => (row === 'redone' ? total + n : total), 0)
}

function blockOf(block: ReviewLitigationBlock, { within, before }: PeriodCells): DisputeBlock {
  const row = `dispute.${block}`
  const [upheld, corrected, other] = results.map((col) => sum(within, row, col))
  const all = [...before, ...within]
  const decided = results.reduce((total, col) => total + sum(all, row, col), 0)
  const pending = sum(all, row, 'filed') - decided
  const parts = { upheld: upheld ?? 0, corrected: corrected ?? 0, other: other ?? 0, pending }
  return { ...parts, total: parts.upheld + parts.corrected + parts.other + pending }
}

function sum(cells: readonly CellDelta[], row: string, col: string): number {
  return cells.reduce((total, cell) => {
    return cell.row === row && cell.col === col ? total + cell.n : total
  }, 0)
}
