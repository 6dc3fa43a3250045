import {
  type Filing,
  type FilingAction,
  type FilingDeskAction,
  filingInputs,
  filingLifecycle,
  type FilingState,
  isFilingAction,
} from '../../domain/norm/filing.ts'
import { step } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { putFiling, selectFiling } from '../../store/tenant/norm/filing.ts'
import type { Ctx } from '../context.ts'
import { planLetter } from '../letter/plan-letter.ts'
import { may, turnAway } from '../permissions.ts'
import { type FilingView, showFiling } from './show-filing.ts'

/**
 * Decides a filing from below (备案审查): accepts it, returns it with reasons and a day for the
 * correction, or revokes the document; the maker learns it by letter, and a revoked document is
 * out of force as soon as that letter arrives.
 */
export async function actOnFiling(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<FilingView>> {
  const { actor } = ctx
  if (!may(actor, 'filing.act') || actor.type !== 'staff') return turnAway(actor)
  const [[filing]] = await readBatch<[Filing]>(ctx.db, [selectFiling(id)])
  if (filing === undefined || !isFilingAction(action)) return refuse({ code: 'not-found' })
  const open = mayDecide(filing, action, actor.roles)
  if (!open.ok) return open
  const input = readDecision(ctx, action, raw)
  if (!input.ok) return input
  if (input.value.version !== undefined && input.value.version !== filing.version) {
    return refuse({ code: 'stale' })
  }
  const done = await decide(ctx, filing, open.value, input.value)
  return done.ok ? showFiling(ctx, id) : done
}

type Decision = { opinion: string; correctBy: string | null; version: number | undefined }

function mayDecide(
  { state }: Filing,
  action: FilingDeskAction,
  roles: readonly string[],
): Result<FilingState> {
  const found = step<FilingState, FilingAction>(filingLifecycle, state, action, roles)
  if (found !== null) return ok(found.to)
  const isOpenToOthers = filingLifecycle.some((row) => row.from === state && row.action === action)
  return refuse(isOpenToOthers ? { code: 'forbidden' } : { code: 'step-not-open', state, action })
}

function readDecision(ctx: Ctx, action: FilingDeskAction, raw: unknown): Result<Decision> {
  if (action === 'return') {
    const input = parseInput(filingInputs.return, raw)
    if (!input.ok) return input
    const { opinion, correctBy, version } = input.value
    return correctBy < localDateOf(ctx.now)
      ? refuseField('/correctBy', { problem: 'before', other: '/today' })
      : ok({ opinion, correctBy, version })
  }
  const input = parseInput(action === 'accept' ? filingInputs.accept : filingInputs.revoke, raw)
  if (!input.ok) return input
  return ok({ opinion: input.value.opinion ?? '', correctBy: null, version: input.value.version })
}

async function decide(
  ctx: Ctx,
  filing: Filing,
  state: FilingState,
  { opinion, correctBy }: Decision,
): Promise<Result<null>> {
  const version = filing.version + 1
  const letter = planLetter(ctx, {
    to: filing.sender,
    kind: 'norm-filing-reply',
    subject: filing.title,
    about: filing.letterId,
    // A filing that was returned has had its answer; its revocation is a letter of its own.
    ...(filing.state === 'open' ? { replyTo: filing.letterId } : {}),
    payload: {
      filing: filing.letterId,
      document: filing.documentId,
      verdict: state,
      opinion,
      correctBy,
    },
  })
  const decidedOn = localDateOf(ctx.now)
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'filing',
        entityId: filing.letterId,
        seq: version,
        kind: 'filing.decided',
        data: { verdict: state },
      },
      ...letter.events,
    ],
    statements: [
      putFiling({ ...filing, version, state, opinion, decidedOn, correctBy }),
      ...letter.statements,
    ],
  })
  if (!outcome.ok) {
    if (outcome.conflict === 'event') return refuse({ code: 'stale' })
    throw new Error(`filing was not decided: ${outcome.conflict}`)
  }
  await ctx.post(letter.message)
  return ok(null)
}
