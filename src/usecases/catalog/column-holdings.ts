import type { Column } from '../../domain/catalog/tree.ts'
import type { ColumnFigures } from '../../store/tenant/catalog/catalog.ts'

/** What a column holds; `changedAt` also counts what stands there beside items (epoch ms). */
export type Holding = {
  count: number
  lastPublishedAt: number | null
  isEmpty: boolean
  changedAt: number | null
}

/** Answers what a column holds. */
export type ColumnHoldings = (column: Pick<Column, 'id' | 'formerIds'>) => Holding

/**
 * Adds up what each column holds (栏目存量): its own items, those filed under an id it had before,
 * and the pages that are made of entries (指南、制度、机构).
 */
export function heldBy({ columns, entries }: ColumnFigures): ColumnHoldings {
  const byId = new Map(columns.map((figure) => [figure.columnId, figure]))
  const beside = new Map(entries.map((entry) => [entry.columnId, entry]))
  return ({ id, formerIds }) => {
    const found = [id, ...formerIds].flatMap((one) => byId.get(one) ?? [])
    const count = found.reduce((sum, figure) => sum + figure.count, 0)
    const lastPublishedAt = latest(found.map((figure) => figure.lastPublishedAt))
    const entry = beside.get(id)
    return {
      count,
      lastPublishedAt,
      isEmpty: count === 0 && entry?.present !== true,
      changedAt: latest([lastPublishedAt, entry?.changedAt ?? null]),
    }
  }
}

function latest(times: readonly (number | null)[]): number | null {
  const last = Math.max(0, ...times.map((at) => at ?? 0))
  return last === 0 ? null : last
}
