import type { Context } from 'hono'
import type { FieldError } from '../../../../domain/shared/refusal.ts'
import { findItems } from '../../../../usecases/item/finding/find-items.ts'
import type { Finding, OriginOf } from '../../../../usecases/item/item-view.ts'
import { parseItemQuery, type ItemQuery } from '../../../../usecases/item/finding/item-query.ts'
import type { AppEnv } from '../../../app-env.ts'

/** A listing for a page: what was asked, what was found, and what was wrong with the question. */
export type Listing = { query: ItemQuery; page: Finding; faults: readonly FieldError[] }

/** Reads the listing that an address asks for; where the address is wrong, `fallback` is shown. */
export async function readListing(
  c: Context<AppEnv>,
  fixed: Pick<ItemQuery, 'category'>,
): Promise<Listing> {
  const parsed = parseItemQuery({ ...c.req.query(), ...filled(fixed) })
  if (!parsed.ok) return usual(c, fixed, faultsOf(parsed))
  const query = parsed.value
  const read = await list(c, query)
  return read.ok ? { query, page: read.value, faults: [] } : usual(c, query, faultsOf(read))
}

/** Where each agency's pages lie, as a verb wants to be told. */
export function originsOf(c: Context<AppEnv>): OriginOf {
  const { resolver } = c.get('parts')
  return (agency) => resolver.originOf(agency)
}

function list(c: Context<AppEnv>, query: ItemQuery): ReturnType<typeof findItems> {
  const { ctx, region } = c.var
  return findItems(ctx, region, query, originsOf(c))
}

async function usual(
  c: Context<AppEnv>,
  { category }: Pick<ItemQuery, 'category'>,
  faults: readonly FieldError[],
): Promise<Listing> {
  const query = filled({ category })
  const read = await list(c, query)
  return {
    query,
    page: read.ok ? read.value : { items: [], next: null, facets: null, widened: [] },
    faults,
  }
}

function faultsOf(
  refused: Extract<Awaited<ReturnType<typeof findItems>>, { ok: false }>,
): readonly FieldError[] {
  return refused.refusal.code === 'invalid' ? refused.refusal.errors : []
}

function filled({ category }: { category?: string | undefined }): { category?: string } {
  return category === undefined ? {} : { category }
}
