import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { withinLimits } from '../limit.ts'

const hour = 60 * 60_000

/**
 * Counts one check by page (年报核对频次限制), whose files cost time to open; `clientKey` null lifts the
 * limits. Refuses `too-many-requests`.
 */
export async function mayCheckReport(ctx: Ctx, clientKey: string | null): Promise<Result<null>> {
  if (clientKey === null) return ok(null)
  const perAgency = { bucket: 'report-check/hour', limit: 1000, windowMs: hour }
  const own = { bucket: `report-check/hour/${clientKey}`, limit: 100, windowMs: hour }
  return withinLimits(ctx, clientKey === 'unknown' ? [perAgency] : [own, perAgency])
}
