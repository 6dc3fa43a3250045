import type { Case } from '../../domain/application/case.ts'
import { decideReply } from '../../domain/application/decide.ts'
import { stepInputs } from '../../domain/application/step-input.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { keepReply } from '../../store/tenant/application-change.ts'
import type { Ctx } from '../context.ts'
import { sealReply } from './seal.ts'
import { checkVersion, commitStep } from './take-step.ts'

/** Answers an application (答复, 条例第33条、第36条至第39条) with one result of the annual report. */
export async function replyToApplication(
  ctx: Ctx,
  subject: Case,
  raw: unknown,
): Promise<Result<null>> {
  const input = parseInput(stepInputs.reply, raw)
  if (!input.ok) return input
  const current = checkVersion(subject, input.value.version)
  if (!current.ok) return current
  const today = localDateOf(ctx.now)
  const { outcome, text, repliedOn = today } = input.value
  if (repliedOn > today) return refuseField('/repliedOn', { problem: 'in-future' })
  if (subject.receivedOn !== null && repliedOn < subject.receivedOn) {
    return refuseField('/repliedOn', { problem: 'before', other: '/receivedOn' })
  }
  const sealed = await sealReply(ctx.keys, subject.receipt, text)
  return commitStep(ctx, subject, decideReply(subject, outcome, repliedOn), [
    keepReply(subject.receipt, sealed),
  ])
}
