import { decideStep } from '../../domain/application/decide.ts'
import { isStepAction } from '../../domain/application/step-input.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { caseOf, readRow } from './read-case.ts'
import { type CaseView, showCase } from './show-case.ts'
import { commitStep, mayStep } from './take-step.ts'

/**
 * Takes one step of the lifecycle (办理一步) as the table opens it to this officer and answers the
 * case as it then stands; an action that no table knows is `not-found`.
 */
export async function actOnCase(
  ctx: Ctx,
  receipt: string,
  action: string,
  raw: unknown,
): Promise<Result<CaseView>> {
  const { actor } = ctx
  if (!may(actor, 'application.act') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt)
  const row = id === null || !isStepAction(action) ? null : await readRow(ctx, id)
  if (row === null || !isStepAction(action)) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const open = mayStep(subject, action, actor.roles)
  if (!open.ok) return isOutdated(raw, row.version) ? refuse({ code: 'stale' }) : open
  const moment = {
    today: localDateOf(ctx.now),
    calendar: agencyCalendar(ctx.agency),
    staff: actor.id,
  }
  const decided = decideStep(subject, action, raw, moment)
  if (!decided.ok) return decided
  const done = await commitStep(ctx, row, decided.value)
  return done.ok ? showCase(ctx, row.id) : done
}

// A step that is closed because somebody took it first is told as that, when the page shows it.
function isOutdated(raw: unknown, version: number): boolean {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return false
  return typeof raw.version === 'number' && raw.version !== version
}
