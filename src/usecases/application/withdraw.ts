import type { Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { applicantStep } from './applicant-step.ts'
import type { Status } from './status.ts'

/** Takes an application back for who knows receipt and query password (撤回申请), until it is answered. */
export async function withdrawApplication(
  ctx: Ctx,
  receipt: string,
  secret: string,
): Promise<Result<Status>> {
  return applicantStep(ctx, receipt, secret, 'withdraw', {})
}
