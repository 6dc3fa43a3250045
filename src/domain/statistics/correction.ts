import type { CellDelta, NewEvent } from '../shared/journal.ts'
import { manualIndicators } from './manual.data.ts'
import { tally } from './tally.ts'

/** A change to one figure of an earlier month, and what caused it: the first of `events` events. */
export type LateCount = CellDelta &
  Pick<NewEvent, 'kind' | 'entity' | 'entityId'> & { events: number }

/**
 * What events count in months before `month` 'YYYY-MM' (迟到的事件), by figure: a correction (更正)
 * where such a month is closed. Figures that are entered for a whole year are not of its months.
 */
export function lateCounts(events: readonly NewEvent[], month: string): LateCount[] {
  const late = new Map<string, LateCount>()
  for (const event of events) {
    for (const delta of tally(event)) {
      if (delta.period.length !== 7 || delta.period >= month || isOfYear(delta)) continue
      const key = `${delta.period} ${delta.row} ${delta.col}`
      const known = late.get(key)
      const { kind, entity, entityId } = event
      if (known === undefined) late.set(key, { ...delta, kind, entity, entityId, events: 1 })
      else {
        known.n += delta.n
        known.events += 1
      }
    }
  }
  return [...late.values()].filter(({ n }) => n !== 0)
}

const ofYear: ReadonlySet<string> = new Set(
  manualIndicators.filter(({ grain }) => grain === 'year').map(({ code }) => `manual.${code}`),
)

function isOfYear({ row }: CellDelta): boolean {
  return ofYear.has(row)
}
