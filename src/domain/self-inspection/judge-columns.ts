import { addDays, daysBetween, type LocalDate } from '../time/local-date.ts'
import type { ColumnSight, Gathered } from './gathered.ts'
import { blank, counted, dated, type Look, mostEvidence } from './judge.ts'
import { lastDay, windowOf } from './rule.ts'
import type { Evidence, Outcome } from './types.ts'

type Trip = { column: ColumnSight; tripsOn: LocalDate }

/** V2 首页不更新: the newest item of the home page is older than two weeks. */
export function judgeHome(look: Look, { newestOn }: Gathered): Outcome {
  if (newestOn === null) return blank(look, 'tripped')
  return sinceLast(look, newestOn, [])
}

/** V3a 栏目不更新: columns of news silent for two weeks and of policy for six months, five in all. */
export function judgeSilent(look: Look, { columns }: Gathered): Outcome {
  const trips = look.rule.watches.flatMap(({ columnTypes, window }) =>
    columns
      // What stands for good is not renewed for its own sake, and what is empty counts as empty.
      .filter(({ columnType, isTop, isStanding }) => {
        return columnTypes.includes(columnType) && isTop && !isStanding
      })
      .flatMap((column) => {
        if (column.lastOn === null) return []
        const last = lastDay(window, column.lastOn, look.calendar)
        return [{ column, tripsOn: addDays(last, 1) }]
      }),
  )
  return judgeTrips(look, trips)
}

/** V3b 应更新未更新: columns whose cadence is not kept, ten in all. */
export function judgeStale(look: Look, { columns }: Gathered): Outcome {
  const trips = columns.flatMap((column) =>
    column.freshUntil === null || column.isStanding
      ? []
      : [{ column, tripsOn: addDays(column.freshUntil, 1) }],
  )
  return judgeTrips(look, trips)
}

/** V3c 空白栏目: columns without anything, five in all. */
export function judgeEmpty(look: Look, { columns }: Gathered): Outcome {
  const empty = columns.filter(({ isEmpty }) => isEmpty)
  return counted(look, empty.length, empty.map(evidenceOf))
}

/** D1a, D1b: the columns of some types, taken together, have had nothing new for too long. */
export function judgeType(look: Look, { columns }: Gathered): Outcome {
  const types = new Set(look.rule.watches.flatMap(({ columnTypes }) => columnTypes))
  // The register of an agency's own rules is policy by type, and no news when it is kept in order.
  const watched = columns.filter(({ columnType, isStanding }) => {
    return types.has(columnType) && !isStanding
  })
  if (watched.length === 0) return blank(look, 'not-applicable')
  const newest = watched
    .filter(({ lastOn }) => lastOn !== null)
    .toSorted((a, b) => ((a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : -1))
  const lastOn = newest[0]?.lastOn ?? null
  const evidence = (newest.length === 0 ? watched : newest.slice(0, 1)).map(evidenceOf)
  if (lastOn === null) return { ...blank(look, 'tripped'), evidence }
  return sinceLast(look, lastOn, evidence)
}

/** D4b: columns whose tag describes them by their name alone. */
export function judgeDescriptions(look: Look, { columns }: Gathered): Outcome {
  const bare = columns.filter(({ isUndescribed }) => isUndescribed)
  return counted(look, bare.length, bare.map(evidenceOf))
}

/** Judges a rule by the day on which something last came. */
export function sinceLast(look: Look, since: LocalDate, evidence: readonly Evidence[]): Outcome {
  const { rule, today, calendar } = look
  const last = lastDay(windowOf(rule), since, calendar)
  const threshold = daysBetween(since, last)
  return dated(look, addDays(last, 1), { measured: daysBetween(since, today), threshold, evidence })
}

/** So many columns trip, each on its own day: the rule does on the day of the one that makes it full. */
function judgeTrips(look: Look, trips: readonly Trip[]): Outcome {
  const { rule, today } = look
  const inOrder = trips.toSorted((a, b) => (a.tripsOn < b.tripsOn ? -1 : 1))
  const silent = inOrder.filter(({ tripsOn }) => tripsOn <= today).length
  const shown = inOrder.slice(0, Math.min(mostEvidence, Math.max(rule.threshold, silent)))
  const evidence = shown.map(({ column }) => evidenceOf(column))
  return dated(look, inOrder[rule.threshold - 1]?.tripsOn ?? null, { measured: silent, evidence })
}

function evidenceOf({ id, name, lastOn }: ColumnSight): Evidence {
  return { of: 'column', id, what: name, since: lastOn }
}
