import type { Change } from '../../domain/application/change.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { keepNote, keepReply, updateApplication } from '../../store/tenant/application/change.ts'
import type { Ctx } from '../context.ts'
import { planNotice } from '../notice/plan-notice.ts'
import { type Besides, nothingBesides } from './besides.ts'
import { issueStatements, tellsApplicant } from './instrument/issue.ts'
import { openPersonal, sealNote, sealReply, sealReplyFacts } from './instrument/seal.ts'

/**
 * Commits a decided step with the instruments that it issues, all words sealed; `stale` when somebody
 * was faster, a field error when a letter to others would tell who applied.
 */
export async function commitStep(
  ctx: Ctx,
  row: ApplicationRow,
  decided: Change,
  besides: Besides = nothingBesides,
): Promise<Result<null>> {
  const personal = await openPersonal(ctx.keys, row.id, row.sealed)
  const telling = tellsApplicant(decided, personal)
  if (telling.length > 0) return refuse({ code: 'invalid', errors: telling })
  const notice = planNotice(ctx, row, personal, decided.events)
  const outcome = await commit(ctx, {
    events: [...decided.events, ...besides.events],
    statements: [
      ...(await stepStatements(ctx, row.id, decided)),
      ...(await issueStatements(ctx, row, personal, decided)),
      ...besides.statements,
      ...notice.statements,
    ],
  })
  if (!outcome.ok) {
    if (outcome.conflict === 'event' || outcome.conflict === 'calendar')
      return refuse({ code: 'stale' })
    throw new Error(`step was not taken: ${outcome.conflict}`)
  }
  for (const message of [...besides.messages, ...notice.messages]) await ctx.post(message)
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}

async function stepStatements(
  { keys }: Ctx,
  receipt: string,
  { patch, note, reply }: Change,
): Promise<Statement[]> {
  const statements = [updateApplication(receipt, patch)]
  if (note !== null) {
    const sealed = await sealNote(keys, receipt, patch.version, note.fields)
    statements.push(keepNote(receipt, patch.version, note.audience, sealed))
  }
  if (reply !== null) {
    const text = await sealReply(keys, receipt, reply.text)
    statements.push(keepReply(receipt, text, await sealReplyFacts(keys, receipt, reply.facts)))
  }
  return statements
}
