import type { Case } from '../../domain/application/case.ts'
import { decideAcceptance } from '../../domain/application/decide.ts'
import { stepInputs } from '../../domain/application/step-input.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { Ctx } from '../context.ts'
import { checkVersion, commitStep } from './take-step.ts'

/** Accepts a received application for handling (受理). */
export async function acceptApplication(
  ctx: Ctx,
  subject: Case,
  raw: unknown,
): Promise<Result<null>> {
  const input = parseInput(stepInputs.accept, raw)
  if (!input.ok) return input
  const current = checkVersion(subject, input.value.version)
  return current.ok ? commitStep(ctx, subject, decideAcceptance(subject)) : current
}
