import { answerInput } from '../../../domain/report/bulletin/input.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  putReceivedFinding,
  type ReceivedFindingRow,
  selectReceivedFinding,
} from '../../../store/tenant/bulletin/received-finding.ts'
import type { Ctx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { receivedFindingStepped } from './received-findings.ts'

/**
 * Answers a finding of the office above (答复整改情况): by letter; it waits there for a confirmation. Refuses
 * `step-not-open` for one that is closed or answered, `stale`.
 */
export async function answerFinding(
  ctx: Ctx,
  sender: string,
  id: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[ReceivedFindingRow]>(ctx.db, [selectReceivedFinding(sender, id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(answerInput, raw)
  if (!input.ok) return input
  const { text, version } = input.value
  if (version !== undefined && version !== row.version) return refuse({ code: 'stale' })
  if (row.state !== 'open') {
    return refuse({ code: 'step-not-open', state: row.state, action: 'answer' })
  }
  const letter = planLetter(ctx, {
    to: sender,
    kind: 'finding-answer',
    subject: row.what,
    about: id,
    payload: { finding: id, text },
  })
  const answered = {
    ...row,
    version: row.version + 1,
    state: 'answered',
    answers: row.answers + 1,
    answer: text,
    answered_on: localDateOf(ctx.now),
    changed_at: ctx.now,
  }
  const outcome = await commit(ctx, {
    events: [receivedFindingStepped(answered, 'answer'), ...letter.events],
    statements: [putReceivedFinding(answered), ...letter.statements],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post(letter.message)
  return ok(null)
}
