import { commonPairs } from '../../../domain/item/alike.ts'
import { officialRuns } from '../../../domain/item/everyday-words.ts'
import { numberTokens } from '../../../domain/item/exact-number.ts'
import { anyOf, likeQuery, queryRuns } from '../../../domain/item/search-query.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { readList } from '../../../store/tenant/item/list.ts'
import type { Ctx } from '../../context.ts'
import { itemRow, type ItemRow, type OriginOf } from '../item-view.ts'

const looked = 60
const most = 5
/** Pairs of characters that a title must share with the subject. */
const leastCommon = 2

/**
 * Looks for what is public already and may answer an applicant (条例第36条第1项): the items most
 * alike to the subject, a number in it first, at most five. Reads a bounded number of rows, keeps nothing.
 */
export async function answersFor(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  subject: string,
  originOf: OriginOf,
): Promise<Result<ItemRow[]>> {
  const { agency, db } = ctx
  const today = localDateOf(ctx.now)
  const wanted = [subject, ...queryRuns(subject).flatMap(officialRuns)].join('\n')
  const match = likeQuery(wanted)
  if (match === null) return ok([])
  const numbers = numberTokens(subject)
  const { rows, exact } = await readList(db, {
    match,
    oldestFirst: false,
    after: null,
    limit: looked,
    quote: null,
    exact: numbers.length === 0 ? null : anyOf(numbers, []),
    beside: null,
    today,
    issuer: agency.name,
  })
  const shown = { id: agency.id, name: agency.name, origin: originOf(agency) }
  const ranked = rows
    .filter(({ docid }) => !exact.some((one) => one.docid === docid))
    .map((row) => ({ row, common: commonPairs(wanted, `${row.title}\n${row.summary ?? ''}`) }))
    .filter(({ common }) => common >= leastCommon)
    .toSorted((a, b) => b.common - a.common)
  return ok(
    [
      ...exact.map((row) => itemRow(row, shown, today, null, true)),
      ...ranked.map(({ row }) => itemRow(row, shown, today)),
    ].slice(0, most),
  )
}
