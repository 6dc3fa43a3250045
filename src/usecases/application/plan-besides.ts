import type { Agency } from '../../domain/agency/agency.ts'
import type { Case } from '../../domain/application/case.ts'
import type { StepAction } from '../../domain/application/step-input.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'
import { type Besides, nothingBesides } from './besides.ts'
import { planSplit } from './plan-split.ts'
import { planTransfer } from './transfer/plan-transfer.ts'

/** Plans what a step does beside its own case (分办、移送); the step itself was decided before. */
export async function planBesides(
  ctx: Ctx,
  agencies: readonly Agency[],
  taken: { row: ApplicationRow; subject: Case; action: StepAction; raw: unknown },
): Promise<Result<Besides>> {
  const { row, subject, action, raw } = taken
  switch (action) {
    case 'split':
      return planSplit(ctx, row, subject, raw)
    case 'transfer':
      return planTransfer(ctx, agencies, row, subject, raw)
    default:
      return ok(nothingBesides)
  }
}
