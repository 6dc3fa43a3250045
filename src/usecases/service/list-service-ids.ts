import { serviceTypes } from '../../domain/service/power-types.data.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { selectServiceIds } from '../../store/tenant/service/service-guide.ts'
import type { Ctx } from '../context.ts'

/** Most addresses that one part of a sitemap tells. */
const most = 5000

/** Lists the ids of all service matters (办事指南地址), for search engines. */
export async function listServiceIds({ db }: Pick<Ctx, 'db'>): Promise<Result<string[]>> {
  const [rows] = await readBatch<[{ id: string }]>(db, [selectServiceIds(serviceTypes, most)])
  return ok(rows.map(({ id }) => id))
}
