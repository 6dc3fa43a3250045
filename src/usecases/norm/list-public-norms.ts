import * as z from 'zod'
import { type PublicStanding, standingOf } from '../../domain/norm/standing.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import type { Cleanup } from '../../domain/norm/cleanup.ts'
import { selectDecidedCleanups } from '../../store/tenant/norm/cleanup.ts'
import { type PublicNormRow, selectPublicNorms } from '../../store/tenant/norm/list.ts'
import type { Ctx } from '../context.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { placeOf } from './list-norms.ts'

/** Query of the public register. */
export const publicNormQuery = {
  standing: z.enum(['valid', 'not-yet', 'expired', 'repealed']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A document of the public register; `itemId` is the item with its text. */
export type PublicNorm = {
  id: string
  itemId: string
  number: string | null
  title: string
  maker: string
  publishedOn: string
  effectiveOn: string | null
  expiresOn: string | null
  endedOn: string | null
  /** the public item of the document that took its place (取代) */
  replacedBy: { itemId: string; title: string } | null
  standing: PublicStanding
}

/** A page of the public register, and the newest cleanups that were decided. */
export type PublicNorms = {
  items: PublicNorm[]
  cleanups: { id: string; title: string; decidedOn: string | null }[]
  next: string | null
}

const cleanupLimit = 5

/**
 * Lists the public register of normative documents (规范性文件公开登记簿), newest first. Only what the
 * public can read is in it; whatever passes its last day stands as expired from the next day on.
 */
export async function listPublicNorms(
  ctx: Pick<Ctx, 'db' | 'keys' | 'now'>,
  raw: unknown,
): Promise<Result<PublicNorms>> {
  const query = parseInput(z.strictObject(publicNormQuery), raw)
  if (!query.ok) return query
  const { standing = 'all', limit = 20, cursor } = query.value
  const asked = `public-norms|${standing}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const today = localDateOf(ctx.now)
  const [rows, cleanups] = await readBatch<[PublicNormRow, Cleanup]>(ctx.db, [
    selectPublicNorms(placeOf(place.value), limit + 1, standing, today),
    selectDecidedCleanups(cleanupLimit),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const next =
    last === undefined ? null : await signPlace(ctx.keys, asked, `${last.publishedOn}_${last.id}`)
  return ok({
    items: rows.slice(0, limit).map((row) => publicNorm(row, today)),
    cleanups: cleanups.map(({ id, title, decidedOn }) => ({ id, title, decidedOn })),
    next,
  })
}

function publicNorm(row: PublicNormRow, today: string): PublicNorm {
  const { state: _state, inForce: _inForce, replacedById, replacedByTitle, ...shown } = row
  const replacedBy =
    replacedById === null || replacedByTitle === null
      ? null
      : { itemId: replacedById, title: replacedByTitle }
  return { ...shown, replacedBy, standing: standingOf(row, today) }
}
