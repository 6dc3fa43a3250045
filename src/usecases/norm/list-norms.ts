import * as z from 'zod'
import { warnedUntil } from '../../domain/norm/norm.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import {
  type NormPlace,
  selectDueNorms,
  selectNorms,
  selectUnexplained,
} from '../../store/tenant/norm/list.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { readNorms } from './read-norm.ts'
import { type NormLine, normLine } from './show-norm.ts'

/** Query of the register: everything, what is due, or what lacks an interpretation. */
export const normQuery = {
  due: z.enum(['true']).optional(),
  lacking: z.enum(['interpretation']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of the register. */
export type NormList = { items: NormLine[]; next: string | null }

/** Most documents of the list of what is due; more work than that is a list of everything. */
const dueLimit = 200

/** Lists the register of normative documents (规范性文件登记簿) for this agency's staff. */
export async function listNorms(ctx: Ctx, raw: unknown): Promise<Result<NormList>> {
  if (!may(ctx.actor, 'norm.list')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(normQuery), raw)
  if (!query.ok) return query
  if (query.value.due !== undefined) return listDue(ctx)
  return listPage(ctx, query.value)
}

async function listDue(ctx: Ctx): Promise<Result<NormList>> {
  const until = warnedUntil(localDateOf(ctx.now))
  const norms = await readNorms(ctx, selectDueNorms(until, dueLimit))
  return ok({ items: norms.map((norm) => normLine(ctx, norm)), next: null })
}

async function listPage(
  ctx: Ctx,
  { lacking, limit = 20, cursor }: z.output<z.ZodObject<typeof normQuery>>,
): Promise<Result<NormList>> {
  const asked = `norms|${lacking ?? ''}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const before = placeOf(place.value)
  const select = lacking === undefined ? selectNorms : selectUnexplained
  const norms = await readNorms(ctx, select(before, limit + 1))
  const last = norms.length > limit ? norms[limit - 1] : undefined
  const on = lacking === undefined ? last?.draftedOn : last?.publishedOn
  return ok({
    items: norms.slice(0, limit).map((norm) => normLine(ctx, norm)),
    next: last === undefined ? null : await signPlace(ctx.keys, asked, `${on ?? ''}_${last.id}`),
  })
}

/** Reads a signed place of a list by day and id; the newest first when there is none. */
export function placeOf(place: string | null): NormPlace {
  const [on = '', id = ''] = place?.split('_') ?? []
  return place === null ? { on: '9999', id: '' } : { on, id }
}
