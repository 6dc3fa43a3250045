import type { Case } from '../../domain/application/case.ts'
import { type DeskAction, isDeskAction } from '../../domain/application/step-input.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { acceptApplication } from './accept.ts'
import { closeApplication } from './close.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { caseOf, readRow } from './read-case.ts'
import { replyToApplication } from './reply.ts'
import { type CaseView, showCase } from './show-case.ts'
import { mayStep } from './take-step.ts'

type Step = (ctx: Ctx, subject: Case, raw: unknown) => Promise<Result<null>>

const steps: Readonly<Record<DeskAction, Step>> = {
  'confirm-receipt': confirmReceipt,
  accept: acceptApplication,
  reply: replyToApplication,
  close: closeApplication,
}

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
  const row = id === null || !isDeskAction(action) ? null : await readRow(ctx, id)
  if (row === null || !isDeskAction(action)) return refuse({ code: 'not-found' })
  const subject = caseOf(row)
  const open = mayStep(subject, action, actor.roles)
  if (!open.ok) return isOutdated(raw, row.version) ? refuse({ code: 'stale' }) : open
  const done = await steps[action](ctx, subject, raw)
  return done.ok ? showCase(ctx, row.id) : done
}

// A step that is closed because somebody took it first is told as that, when the page shows it.
function isOutdated(raw: unknown, version: number): boolean {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return false
  return typeof raw.version === 'number' && raw.version !== version
}
