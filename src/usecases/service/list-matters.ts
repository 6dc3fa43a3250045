import * as z from 'zod'
import { serviceTypes } from '../../domain/service/power-types.data.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import { selectServices, type ServiceRow } from '../../store/tenant/service/service-guide.ts'
import type { Ctx } from '../context.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { serviceLineOf, type ServiceLine } from './guide-view.ts'

/** What the list of services may be asked: a part of the name, a type, where it goes on. */
export const serviceQuery = {
  q: z.string().max(100).optional(),
  type: z.enum(serviceTypes).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of service matters. */
export type Services = { items: ServiceLine[]; next: string | null }

/** Lists what one may apply for (办事服务), by code; refuses a foreign cursor. */
export async function listServices(
  { db, keys }: Pick<Ctx, 'db' | 'keys'>,
  raw: unknown,
): Promise<Result<Services>> {
  const query = parseInput(z.strictObject(serviceQuery), raw)
  if (!query.ok) return query
  const { q = '', type, limit = 20, cursor } = query.value
  const name = q.normalize('NFC').trim()
  const asked = `services|${type ?? ''}|${name}`
  const place = await readPlace(keys, asked, cursor)
  if (!place.ok) return place
  const [rows] = await readBatch<[ServiceRow]>(db, [
    selectServices({
      types: type === undefined ? serviceTypes : [type],
      q: name,
      after: place.value ?? '',
      lacking: false,
      limit: limit + 1,
    }),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    items: rows.slice(0, limit).map(serviceLineOf),
    next: last === undefined ? null : await signPlace(keys, asked, last.code),
  })
}
