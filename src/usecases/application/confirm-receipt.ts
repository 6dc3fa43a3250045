import type { Case } from '../../domain/application/case.ts'
import { decideReceipt } from '../../domain/application/decide.ts'
import { stepInputs } from '../../domain/application/step-input.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { nationalCalendar } from '../../domain/time/calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'
import { checkVersion, commitStep } from './take-step.ts'

/** Confirms receipt (确认收到, 条例第31条): the day both sides confirmed, today unless stated. */
export async function confirmReceipt(ctx: Ctx, subject: Case, raw: unknown): Promise<Result<null>> {
  const input = parseInput(stepInputs['confirm-receipt'], raw)
  if (!input.ok) return input
  const current = checkVersion(subject, input.value.version)
  if (!current.ok) return current
  const today = localDateOf(ctx.now)
  const confirmedOn = input.value.confirmedOn ?? today
  if (confirmedOn > today) return refuseField('/confirmedOn', { problem: 'in-future' })
  if (confirmedOn < subject.arrivedOn) {
    return refuseField('/confirmedOn', { problem: 'before', other: '/arrivedOn' })
  }
  return commitStep(ctx, subject, decideReceipt(subject, confirmedOn, nationalCalendar))
}
