import type { Agency } from '../../domain/agency/agency.ts'
import type { Case } from '../../domain/application/case.ts'
import type { StepAction } from '../../domain/application/step-input.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Statement } from '../../store/statement.ts'
import type { ApplicationRow } from '../../store/tenant/application.ts'
import type { Ctx, Message } from '../context.ts'
import { planSplit } from './plan-split.ts'
import { planTransfer } from './plan-transfer.ts'

/** What is committed along with a step of a case: other cases, letters, and the messages after it. */
export type Besides = {
  events: readonly NewEvent[]
  statements: readonly Statement[]
  messages: readonly Message[]
}

/** Nothing goes along. */
export const nothingBesides: Besides = { events: [], statements: [], messages: [] }

/** Plans what a step does beside its own case (分办、移送); the step itself was decided before. */
export async function besidesOf(
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
