import * as z from 'zod'
import { publicationMinute } from '../../domain/item/index-text.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { parsePeriod, type Period, yearPeriod } from '../../domain/statistics/period.ts'
import { type Instant, localDateOf, startOfDay } from '../../domain/time/instant.ts'
import { addMonths, type LocalDate, localDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  countCounted,
  countEnded,
  type CountedRow,
  type EndedRow,
  selectCounted,
  selectPublications,
} from '../../store/tenant/item/counted.ts'
import type { Ctx } from '../context.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type Ending, endingKind } from './ending.ts'

/** What is asked: a period (2026-03, 2026-Q1, 2026-H1, 2026), and the place where the page begins. */
export const countedQuery = {
  period: z.string().max(10).optional(),
  cursor: z.string().max(200).optional(),
}

/** One item of a figure. */
export type CountedItem = { id: string; title: string; indexNumber: string; publishedOn: LocalDate }
/** How many ended in one way; titles are told at their own addresses alone. */
export type EndedCount = { how: Ending['kind']; n: number }

/** The items that a period's figure counts (数字背后的信息): those still read, and those that ended since. */
export type Counted = {
  period: Period
  /** the figure: how often something was published */ figure: number
  /** of those still read */ n: number
  items: CountedItem[]
  ended: EndedCount[]
  next: string | null
}

const pageSize = 50

/**
 * Lists the items that were published in a period, newest first, with those that ended since: together
 * they are the figure 公开信息 of the period, but for items that were withdrawn and came back, which it
 * counts at each publication and which stand in the list of the last one. Refuses `invalid` for no period or a foreign cursor.
 */
export async function listCounted(
  { db, keys, now }: Pick<Ctx, 'db' | 'keys' | 'now'>,
  raw: unknown,
): Promise<Result<Counted>> {
  const query = parseInput(z.object(countedQuery), raw)
  if (!query.ok) return query
  const today = localDateOf(now)
  const { period: named } = query.value
  const period = named === undefined ? ok(yearPeriod(today)) : parsePeriod(named, today)
  if (!period.ok) return period
  const asked = `counted|${period.value.key}`
  const place = await readPlace(keys, asked, query.value.cursor)
  if (!place.ok) return place
  const span = spanOf(period.value)
  const minutes = { from: publicationMinute(span.from), before: publicationMinute(span.before) }
  const under = place.value === null ? null : Number.parseInt(place.value, 36)
  const [rows, [count], ended, [figure]] = await readBatch<
    [CountedRow, { n: number }, EndedRow, { n: number }]
  >(db, [
    selectCounted(minutes, under, pageSize + 1),
    countCounted(minutes),
    countEnded(span),
    selectPublications(period.value.months),
  ])
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  return ok({
    period: period.value,
    figure: figure?.n ?? 0,
    n: count?.n ?? 0,
    items: page.map(({ id, title, indexNumber, publishedAt }) => ({
      id,
      title,
      indexNumber,
      publishedOn: localDateOf(publishedAt),
    })),
    ended: ended.map(({ how, n }) => ({ how: endingKind.parse(how), n })),
    next: last === undefined ? null : await signPlace(keys, asked, last.docid.toString(36)),
  })
}

/** The instants of a period, the first included, the last not. */
function spanOf({ months }: Period): { from: Instant; before: Instant } {
  const first = localDate(`${months[0] ?? ''}-01`)
  const last = localDate(`${months.at(-1) ?? ''}-01`)
  return { from: startOfDay(first), before: startOfDay(addMonths(last, 1)) }
}
