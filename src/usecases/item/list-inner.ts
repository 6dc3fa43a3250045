import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { readBatch } from '../../store/read.ts'
import { type InnerLine, selectInner, selectInnerCounts } from '../../store/region/inner.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'

/** Reasons for which agencies below keep items from the public: 不予公开, 依申请公开, 只报上级. */
export const innerReasons = ['withheld', 'on-request', 'upper'] as const

/** What an office may ask of the list. */
export const innerQuery = {
  reason: z.enum(innerReasons).optional(),
  ground: z.string().max(40).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(300).optional(),
} as const

type Query = z.output<z.ZodObject<typeof innerQuery>>

/** A page of what the agencies at and below an office keep from the public, and how many by ground. */
export type InnerPage = {
  items: (Omit<InnerLine, 'agencyId'> & { agency: { id: string; name: string } })[]
  grounds: { ground: string | null; n: number }[]
  next: string | null
}

/** Lists for an office what it and the agencies below keep from the public (不予公开清单, 条例第18条). */
export async function listInner(
  ctx: Ctx,
  { region, agencies }: RegionCtx,
  query: Query,
): Promise<Result<InnerPage>> {
  if (!may(ctx.actor, 'item.list-inner')) return turnAway(ctx.actor)
  const { reason = 'withheld', ground = null, limit = 20 } = query
  const asked = `inner|${reason}|${ground ?? ''}`
  const place = await readPlace(ctx.keys, asked, query.cursor)
  if (!place.ok) return place
  const below = agencies.filter(({ path }) => path.includes(ctx.agency.id))
  const ids = below.map(({ id }) => id)
  const before = placeOf(place.value)
  const [lines, grounds] = await readBatch<[InnerLine, InnerPage['grounds'][number]]>(region, [
    selectInner({ agencies: ids, reason, ground, before, limit: limit + 1 }),
    selectInnerCounts(ids, reason),
  ])
  const shown = lines.slice(0, limit)
  const last = lines.length > limit ? shown.at(-1) : undefined
  const next =
    last === undefined ? null : await signPlace(ctx.keys, asked, `${last.decidedOn}.${last.itemId}`)
  return ok({ items: shown.map((line) => itemOf(line, below)), grounds, next })
}

function placeOf(place: string | null): { decidedOn: string; itemId: string } | null {
  const [decidedOn, itemId] = place?.split('.') ?? []
  return decidedOn === undefined || itemId === undefined ? null : { decidedOn, itemId }
}

function itemOf(
  { agencyId, ...line }: InnerLine,
  agencies: readonly Agency[],
): InnerPage['items'][number] {
  const name = agencies.find(({ id }) => id === agencyId)?.name ?? agencyId
  return { ...line, agency: { id: agencyId, name } }
}
