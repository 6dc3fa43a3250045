import { decisionInput } from '../../../domain/report/annual/input.ts'
import {
  receivedLifecycle,
  type ReceivedState,
  receivedStates,
} from '../../../domain/report/annual/lifecycle.ts'
import type { Remark } from '../../../domain/report/annual/types.ts'
import { step } from '../../../domain/shared/machine.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  putReceived,
  type ReceivedRow,
  selectReceived,
} from '../../../store/tenant/statistics/received-report.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { reportTitle } from '../../../domain/report/annual/prose.ts'
import { receivedStep } from './receive-report.ts'
import { type ReceivedView, showReceived } from './received-reports.ts'

/**
 * Decides a report from below (年报审核): clears it, or returns it with remarks on cells and sections; the
 * sender learns it by letter. A return says what is wrong.
 */
export async function decideReport(
  ctx: Ctx,
  region: Pick<RegionCtx, 'agencies'>,
  letterId: string,
  action: string,
  raw: unknown,
): Promise<Result<ReceivedView>> {
  const { actor } = ctx
  if (!may(actor, 'report.decide') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[ReceivedRow]>(ctx.db, [selectReceived(letterId)])
  if (row === undefined || !isVerdict(action)) return refuse({ code: 'not-found' })
  const input = readDecision(row, action, actor.roles, raw)
  if (!input.ok) return input
  const { remarks, opinion, to } = input.value
  const sender = region.agencies.find(({ id }) => id === row.sender)
  const letter = planLetter(ctx, {
    to: row.sender,
    kind: 'annual-report-reply',
    subject: reportTitle(sender?.name ?? row.sender, row.year),
    about: letterId,
    replyTo: letterId,
    payload: { year: row.year, edition: row.edition, verdict: to, opinion, remarks },
  })
  const decided: ReceivedRow = {
    ...row,
    version: row.version + 1,
    state: to,
    remarks: JSON.stringify(remarks),
    opinion: opinion === '' ? null : opinion,
    decided_on: localDateOf(ctx.now),
  }
  const outcome = await commit(ctx, {
    events: [receivedStep(decided, action), ...letter.events],
    statements: [putReceived(decided), ...letter.statements],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post(letter.message)
  return showReceived(ctx, region, letterId)
}

type Verdict = 'return' | 'clear'

function isVerdict(action: string): action is Verdict {
  return action === 'return' || action === 'clear'
}

/** A decision that the table opens to these roles on the version seen; a return says what is wrong. */
function readDecision(
  row: ReceivedRow,
  action: Verdict,
  roles: readonly string[],
  raw: unknown,
): Result<{ remarks: readonly Remark[]; opinion: string; to: ReceivedState }> {
  const input = parseInput(decisionInput, raw)
  if (!input.ok) return input
  const { remarks = [], opinion = '', version } = input.value
  if (version !== undefined && version !== row.version) return refuse({ code: 'stale' })
  const state = receivedStates.find((name) => name === row.state) ?? 'replaced'
  const open = step(receivedLifecycle, state, action, roles)
  if (open === null) return refuse({ code: 'step-not-open', state, action })
  const isSilent = opinion.trim() === '' && remarks.length === 0
  return action === 'return' && isSilent
    ? refuseField('/opinion', { problem: 'required' })
    : ok({ remarks, opinion, to: open.to })
}
