import type { Case } from '../../domain/application/case.ts'
import type { Change } from '../../domain/application/change.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import type { Action, State } from '../../domain/application/types.ts'
import { step, type Transition } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import { keepNote, keepReply, updateApplication } from '../../store/tenant/application-change.ts'
import type { Ctx } from '../context.ts'
import { sealNote, sealReply } from './seal.ts'

/** Asks the table whether these roles may take this step now: `forbidden` when only others may. */
export function mayStep(
  subject: Pick<Case, 'state'>,
  action: Action,
  roles: readonly string[],
): Result<Transition<State, Action>> {
  const found = step<State, Action>(lifecycle, subject.state, action, roles)
  if (found !== null) return ok(found)
  const isOpenToOthers = lifecycle.some(
    (row) => row.from === subject.state && row.action === action,
  )
  return refuse(
    isOpenToOthers
      ? { code: 'forbidden' }
      : { code: 'step-not-open', state: subject.state, action },
  )
}

/** Commits a decided step, its words sealed; `stale` when somebody was faster. */
export async function commitStep(ctx: Ctx, subject: Case, decided: Change): Promise<Result<null>> {
  const outcome = await commit(ctx, {
    events: decided.events,
    statements: await stepStatements(ctx, subject, decided),
  })
  if (!outcome.ok) {
    if (outcome.conflict === 'event') return refuse({ code: 'stale' })
    throw new Error(`step was not taken: ${outcome.conflict}`)
  }
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}

async function stepStatements(
  { keys }: Ctx,
  { receipt }: Case,
  { patch, note, reply }: Change,
): Promise<Statement[]> {
  const statements = [updateApplication(receipt, patch)]
  if (note !== null) {
    const sealed = await sealNote(keys, receipt, patch.version, note.fields)
    statements.push(keepNote(receipt, patch.version, note.audience, sealed))
  }
  if (reply !== null) statements.push(keepReply(receipt, await sealReply(keys, receipt, reply)))
  return statements
}
