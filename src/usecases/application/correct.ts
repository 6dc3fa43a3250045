import * as z from 'zod'
import { maxNotice } from '../../domain/application/step-input.ts'
import { needed } from '../../domain/application/form-fields.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { Ctx } from '../context.ts'
import { applicantStep } from './applicant-step.ts'
import { showStatus, type Status } from './status.ts'

/** What an applicant adds (补正或说明理由的内容). */
export const correctionForm = z.strictObject({ text: needed(maxNotice) })

/**
 * Takes what the agency asked the applicant for (补正, 条例第30条; 说明理由, 条例第35条): refused
 * `step-not-open` while nothing is asked; who does not know receipt and query password gets `not-found`.
 */
export async function correctApplication(
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
): Promise<Result<Status>> {
  const shown = await showStatus(ctx, receipt, secret)
  if (!shown.ok) return shown
  const { asked, state } = shown.value
  if (asked === null || asked.for === 'fee') {
    return refuse({ code: 'step-not-open', state, action: 'correct' })
  }
  const input = parseInput(correctionForm, raw)
  if (!input.ok) return input
  const action = asked.for === 'reasons' ? 'explain' : 'correct'
  return applicantStep(ctx, receipt, secret, action, input.value)
}
