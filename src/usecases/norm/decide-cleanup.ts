import { cleanupDecide, isCleanupDecision } from '../../domain/norm/cleanup.ts'
import { changeNorm, extendNorm, type NormChange } from '../../domain/norm/decide.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import { lastDay, termOf } from '../../domain/norm/validity.ts'
import type { FieldError, Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { commit } from '../../store/commit.ts'
import { putNorm } from '../../store/tenant/norm/norm.ts'
import { type CleanupRow, closeCleanup, keepDecisions } from '../../store/tenant/norm/cleanup.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import type { Besides } from './commit-norm.ts'
import { planEnding } from './plan-ending.ts'
import { readNorm } from './read-norm.ts'
import { type CleanupView, showCleanup } from './show-cleanup.ts'

/**
 * Decides a cleanup (清理决定) for all its documents in one commit: kept, extended, to be amended, or
 * repealed; the list is public from then on. What is out of force by then has none. Refuses `invalid`
 * while a document lacks its decision.
 */
export async function decideCleanup(
  ctx: Ctx,
  id: string,
  raw: unknown,
): Promise<Result<CleanupView>> {
  if (!may(ctx.actor, 'norm.cleanup')) return turnAway(ctx.actor)
  const input = parseInput(cleanupDecide, raw)
  if (!input.ok) return input
  const shown = await showCleanup(ctx, id)
  if (!shown.ok) return shown
  const ready = readyRows(shown.value, input.value.version, localDateOf(ctx.now))
  if (!ready.ok) return ready
  const done = await commitAll(ctx, shown.value, ready.value)
  return done.ok ? showCleanup(ctx, id) : done
}

/** Whether a document is in force on a day, also where the nightly job has not come to it. */
function isLive({ inForce, expiresOn }: CleanupRow, today: LocalDate): boolean {
  return inForce === 1 && (expiresOn === null || expiresOn >= today)
}

function readyRows(
  { state, version, rows }: CleanupView,
  seen: number | undefined,
  today: LocalDate,
): Result<CleanupRow[]> {
  if (state !== 'open') return refuse({ code: 'step-not-open', state, action: 'decide' })
  if (seen !== undefined && seen !== version) return refuse({ code: 'stale' })
  const errors = rows.flatMap((row, at): FieldError[] =>
    isLive(row, today) && row.decision === null
      ? [{ pointer: `/rows/${at}/decision`, problem: 'required' }]
      : [],
  )
  return errors.length === 0
    ? ok(rows.filter((row) => isLive(row, today)))
    : refuse({ code: 'invalid', errors })
}

async function commitAll(
  ctx: Ctx,
  { id, version }: CleanupView,
  rows: readonly CleanupRow[],
): Promise<Result<null>> {
  const on = localDateOf(ctx.now)
  const planned: { change: NormChange; besides: Besides }[] = []
  for (const row of rows) {
    const norm = await readNorm(ctx, row.documentId)
    if (norm !== null) planned.push(await planRow(ctx, id, norm, row, on))
  }
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'cleanup',
        entityId: id,
        seq: version + 1,
        kind: 'cleanup.decided',
        data: { on, documents: planned.length },
      },
      ...planned.flatMap(({ change, besides }) => [...change.events, ...besides.events]),
    ],
    statements: [
      closeCleanup(id, version + 1, on),
      keepDecisions(
        id,
        planned.map(({ change }) => change.norm.id),
      ),
      ...planned.flatMap(({ change, besides }) => [putNorm(change.norm), ...besides.statements]),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  for (const message of planned.flatMap(({ besides }) => besides.messages)) await ctx.post(message)
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}

async function planRow(
  ctx: Ctx,
  cleanup: string,
  norm: Norm,
  { decision, reason }: CleanupRow,
  on: LocalDate,
): Promise<{ change: NormChange; besides: Besides }> {
  const word = decision !== null && isCleanupDecision(decision) ? decision : 'keep'
  const noted = changeNorm(norm, [{ kind: 'norm.cleaned', data: { cleanup, decision: word } }], {
    cleanupNote: word === 'amend' ? (reason ?? '') : null,
  })
  const nothingElse: Besides = { events: [], statements: [], messages: [] }
  if (word === 'repeal') {
    const act = { ending: 'repealed', on, reason, isTold: true } as const
    const { change, besides } = await planEnding(ctx, noted.norm, act)
    return { change: after(noted, change), besides }
  }
  if (word !== 'extend') return { change: noted, besides: nothingElse }
  const { years, source } = termOf(norm.title)
  const until = lastDay(on, years)
  // A document that is in force for longer anyway keeps its day.
  const isLonger = norm.expiresOn !== null && norm.expiresOn > until
  if (isLonger) return { change: noted, besides: nothingElse }
  const change = extendNorm(noted.norm, on, until, years, source)
  return { change: after(noted, change), besides: nothingElse }
}

function after(first: NormChange, second: NormChange): NormChange {
  return { events: [...first.events, ...second.events], norm: second.norm }
}
