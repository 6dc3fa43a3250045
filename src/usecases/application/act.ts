import type { Agency } from '../../domain/agency/agency.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { type CaseView, showCase } from './show-case.ts'
import { takeCaseStep } from './take-case-step.ts'

/** Takes one step of the lifecycle (办理一步) and answers the case as it then stands. */
export async function actOnCase(
  ctx: Ctx,
  receipt: string,
  action: string,
  raw: unknown,
  agencies: readonly Agency[] = [],
): Promise<Result<CaseView>> {
  const done = await takeCaseStep(ctx, receipt, action, raw, agencies)
  return done.ok ? showCase(ctx, receipt) : done
}
