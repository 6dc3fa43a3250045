import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { showStatus, type Status } from './status.ts'

/**
 * Takes the applicant's correction (补正, 条例第30条): refused `step-not-open`, because no step asks
 * for one; who does not know receipt and query password gets `not-found`.
 */
export async function correctApplication(
  ctx: Ctx,
  receipt: string,
  secret: string,
): Promise<Result<Status>> {
  const shown = await showStatus(ctx, receipt, secret)
  if (!shown.ok) return shown
  return refuse({ code: 'step-not-open', state: shown.value.state, action: 'correction' })
}
