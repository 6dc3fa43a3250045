import type { Case } from '../../domain/application/case.ts'
import { decideClosing } from '../../domain/application/decide.ts'
import { stepInputs } from '../../domain/application/step-input.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { Ctx } from '../context.ts'
import { checkVersion, commitStep } from './take-step.ts'

/** Closes an answered application and files it (办结归档, 条例第45条). */
export async function closeApplication(
  ctx: Ctx,
  subject: Case,
  raw: unknown,
): Promise<Result<null>> {
  const input = parseInput(stepInputs.close, raw)
  if (!input.ok) return input
  const current = checkVersion(subject, input.value.version)
  return current.ok ? commitStep(ctx, subject, decideClosing(subject)) : current
}
