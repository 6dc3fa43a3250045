import { facet, matchQuery } from '../../domain/item/search-query.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readRegionNumber } from '../../store/region/number-owner.ts'
import { readNumberOwner } from '../../store/tenant/item/index-number.ts'
import type { Ctx, RegionCtx } from '../context.ts'

/** Whose item a number belongs to; the item itself may have been withdrawn since. */
export type NumberOwner = { agencyId: string; itemId: string }

const longestNumber = 100

/**
 * Finds the item of an index number (索引号查找): of this agency, also when it was moved to another
 * column or withdrawn, or of any other agency of the region, so that a number leads on after a
 * merger. Refuses `not-found` for a number that nobody ever gave.
 */
export async function findByNumber(
  { agency, db }: Pick<Ctx, 'agency' | 'db'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  asked: string,
): Promise<Result<NumberOwner>> {
  const number = asked.replaceAll(/\s/gu, '')
  if (number === '' || number.length > longestNumber || !number.isWellFormed()) {
    return refuse({ code: 'not-found' })
  }
  const own = await readNumberOwner(db, number)
  if (own !== null) return ok({ agencyId: agency.id, itemId: own })
  const match = matchQuery(null, [facet('indexNumber', number)])
  const found = match === null ? null : await readRegionNumber(region, match)
  const isKnown = agencies.some(({ id }) => id === found?.agencyId)
  return found === null || !isKnown ? refuse({ code: 'not-found' }) : ok(found)
}
