import type { ReviewLitigationBlock } from '../shared/report-keys.data.ts'
import { disputeColumns, reviewBlocks } from './cells.ts'
import type { CellFault, TableReading } from './read-applications.ts'
import { isFigureText, readFigure } from './read-figure.ts'
import { bareLabel, blockOfLabel } from './read-labels.ts'
import type { Figure, ReviewLitigationTable } from './types.ts'

const width = reviewBlocks.length * disputeColumns.length

/**
 * Reads table four (读表四): the fifteen figures below its heads, or three rows of five where the blocks
 * stand below each other.
 */
export function readDisputes(
  rows: readonly (readonly string[])[],
): TableReading<ReviewLitigationTable> {
  const found = new Map<ReviewLitigationBlock, Record<string, Figure>>()
  const faults: CellFault[] = []
  let first: number | null = null
  const keep = (block: ReviewLitigationBlock, texts: readonly string[]): void => {
    if (found.has(block)) return
    const cells = disputeColumns.map((column, at): [string, Figure] => {
      const text = texts[at] ?? ''
      const { value, problem } = readFigure(text, 'count')
      if (problem !== null)
        faults.push({ table: 'reviewLitigation', row: block, column, text, problem })
      return [column, value]
    })
    found.set(block, Object.fromEntries(cells))
  }
  for (const row of rows) {
    const at = row.findIndex((text) => bareLabel(text) === '结果维持')
    if (at !== -1) first = Math.min(at, first ?? at)
    const from = first ?? Math.max(row.length - disputeColumns.length, 0)
    const block = blockOfLabel(row.slice(0, from))
    const figures = row.slice(from, from + disputeColumns.length)
    if (block !== null && at === -1 && holdsFigures(figures)) {
      keep(block, figures)
      continue
    }
    const start = figuresStart(row, first)
    if (start === null) continue
    for (const [index, one] of reviewBlocks.entries()) {
      const begin = start + index * disputeColumns.length
      keep(one, row.slice(begin, begin + disputeColumns.length))
    }
    first = null
  }
  return { table: found.size === 0 ? null : Object.fromEntries(found), faults, unread: [] }
}

function holdsFigures(texts: readonly string[]): boolean {
  return texts.every(isFigureText) && texts.some((text) => text.trim() !== '')
}

/** Where the fifteen figures begin: below the heads, or in a row that holds nothing else. */
function figuresStart(row: readonly string[], first: number | null): number | null {
  const filled = row.filter((text) => text.trim() !== '')
  if (filled.length === 0 || filled.some((text) => bareLabel(text).length > 4)) return null
  if (first !== null && filled.filter(isFigureText).length * 2 > filled.length) return first
  return row.length === width && filled.length > width / 2 && filled.every(isFigureText) ? 0 : null
}
