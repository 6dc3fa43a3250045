import { freshUntil } from '../../domain/catalog/health.ts'
import { columnsOf, type Column } from '../../domain/catalog/tree.ts'
import { trunkOn } from '../../domain/catalog/trunk.ts'
import type { ColumnSight } from '../../domain/self-inspection/gathered.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { type LocalDate, parseLocalDate } from '../../domain/time/local-date.ts'
import type { ColumnFigures } from '../../store/tenant/catalog/catalog.ts'
import type { ColumnCheck } from '../../store/tenant/catalog/column-check.ts'
import { heldBy } from '../catalog/column-holdings.ts'
import type { Ctx } from '../context.ts'

type Flat = { column: Column; isTop: boolean }

/** Looks at every column of an agency as the rules of the self-inspection do (栏目). */
export function columnSights(
  { agency, calendar }: Pick<Ctx, 'agency' | 'calendar'>,
  today: LocalDate,
  figures: ColumnFigures,
  checks: readonly ColumnCheck[],
): ColumnSight[] {
  const holdings = heldBy(figures)
  const checkedOn = new Map(checks.map((check) => [check.columnId, check.checkedOn]))
  return (
    flat(columnsOf(agency, trunkOn(today)), new Set())
      // What only holds other columns is as full as they are.
      .filter(({ column }) => column.children.length === 0 || !holdings(column).isEmpty)
      .map(({ column, isTop }) => {
        const { id, name, columnType, cadence } = column
        const { isEmpty, changedAt, count } = holdings(column)
        const lastOn = changedAt === null ? null : localDateOf(changedAt)
        const state = { count, lastOn, checkedOn: parseLocalDate(checkedOn.get(id) ?? '') }
        return {
          id,
          name,
          columnType,
          isTop,
          isStanding: cadence.kind === 'standing',
          isEmpty,
          lastOn,
          freshUntil: isEmpty ? null : freshUntil(cadence, state, calendar),
          isUndescribed: column.description === name,
        }
      })
  )
}

function flat(columns: readonly Column[], above: ReadonlySet<string>): Flat[] {
  return columns.flatMap((column) => {
    const types = new Set([...above, column.columnType])
    return [{ column, isTop: !above.has(column.columnType) }, ...flat(column.children, types)]
  })
}
