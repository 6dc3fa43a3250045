import type { CellDelta, Fact } from '../../domain/shared/journal.ts'
import { priorPeriods, readPeriod } from '../../domain/statistics/period.ts'
import { tallyAll } from '../../domain/statistics/tally.ts'
import { type LocalDate, monthOf } from '../../domain/time/local-date.ts'
import type { Statement } from '../../store/statement.ts'
import { selectCellsOfRow } from '../../store/tenant/statistics/cell.ts'
import { selectListEvents } from '../../store/tenant/service/power-change.ts'
import { readFact } from '../statistics/read-fact.ts'

/**
 * The reads that give how many powers stood on the list on a day (存量): the stock itself today,
 * else all earlier months and the changes of that month up to the day.
 */
export function selectStock(on: LocalDate, today: LocalDate): [Statement, Statement] {
  const month = monthOf(on)
  const period = readPeriod(month)
  if (on === today || period === null) {
    return [selectCellsOfRow('powers', ['all']), selectListEvents('9999', '9999')]
  }
  return [selectCellsOfRow('powers', priorPeriods(period)), selectListEvents(`${month}-01`, on)]
}

/** Puts the reads of {@link selectStock} together. */
export function stockOf(
  cells: readonly CellDelta[],
  events: readonly { kind: string; data: string }[],
): CellDelta[] {
  const facts = events.map(readFact).filter((fact): fact is Fact => fact !== null)
  return [...cells, ...tallyAll(facts).filter(({ period }) => period === 'all')]
}
