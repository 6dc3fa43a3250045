import type { Actor } from '../domain/shared/actor.ts'
import { actorName } from '../domain/shared/actor.ts'
import type { CellDelta, NewEvent } from '../domain/shared/journal.ts'
import { lateCounts } from '../domain/statistics/correction.ts'
import { tallyFacets } from '../domain/statistics/facet-tally.ts'
import { tallyAll } from '../domain/statistics/tally.ts'
import { localDateOf } from '../domain/time/instant.ts'
import { monthOf } from '../domain/time/local-date.ts'
import { prepare, spread, statement, type Statement } from './statement.ts'
import { addCorrections } from './tenant/statistics/correction.ts'
import { addFacetCounts } from './tenant/item/facet-count.ts'
import { isTransient, pause, uniqueConflict } from './d1-error.ts'

/**
 * What a verb decided: the events that happened and the state rows they change; `reason` says why
 * figures of closed months change, where somebody gave it.
 */
export type Plan = {
  events: readonly NewEvent[]
  statements: readonly Statement[]
  reason?: string | undefined
}

/** Who commits, where and when. */
export type CommitContext = { db: D1Database; actor: Actor; now: number; newId: () => string }

/** Done, or the constraint on which the whole batch was rolled back (`event` means: someone was faster). */
export type CommitOutcome = { ok: true } | { ok: false; conflict: string }

const maxTries = 4

/**
 * Writes a plan (提交): one atomic batch of events, state rows and figures; nothing else writes
 * an agency's database. A batch whose answer was lost is recognised by its commit id, so a
 * repeated try never applies it twice.
 */
export async function commit(ctx: CommitContext, plan: Plan): Promise<CommitOutcome> {
  const commitId = ctx.newId()
  const cells = tallyAll(plan.events)
  const batch = [
    ...eventRows(ctx, plan.events, commitId),
    ...plan.statements,
    ...correctionRows(ctx, plan, cells, commitId),
    ...cellRows(cells),
    ...addFacetCounts(tallyFacets(plan.events)),
  ]
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ctx.db.batch(prepare(ctx.db, batch))
      return { ok: true }
    } catch (error) {
      const conflict = uniqueConflict(error)
      if (conflict === null && !isTransient(error)) throw error
      if (await landed(ctx.db, plan.events[0], commitId)) return { ok: true }
      if (conflict !== null) return { ok: false, conflict }
      if (attempt === maxTries) throw error
      await pause(attempt)
    }
  }
}

function eventRows(ctx: CommitContext, events: readonly NewEvent[], commitId: string): Statement[] {
  const rows = events.map((e) => ({ ...e, data: JSON.stringify(e.data) }))
  return spread(
    `INSERT INTO event (entity, entity_id, seq, kind, topic, data, actor, at, commit_id)
     SELECT value->>'entity', value->>'entityId', value->>'seq', value->>'kind', value->>'topic',
            value->>'data', ?2, ?3, ?4 FROM json_each(?1)`,
    rows,
    actorName(ctx.actor),
    ctx.now,
    commitId,
  )
}

/** Corrections of closed months (更正), asked for only when something counts in an earlier month. */
function correctionRows(
  { actor, now }: CommitContext,
  { events, reason }: Plan,
  cells: readonly CellDelta[],
  id: string,
): Statement[] {
  const month = monthOf(localDateOf(now))
  if (!cells.some(({ period }) => period.length === 7 && period < month)) return []
  const staff = reason !== undefined && actor.type === 'staff' ? actor.id : null
  const why = { reason: reason ?? null, staff }
  return addCorrections(lateCounts(events, month), { id, actor: actorName(actor), at: now, ...why })
}

function cellRows(cells: readonly CellDelta[]): Statement[] {
  return spread(
    `INSERT INTO cell (period, row, col, n)
     SELECT value->>'period', value->>'row', value->>'col', value->>'n' FROM json_each(?1) WHERE true
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    cells,
  )
}

async function landed(
  db: D1Database,
  first: NewEvent | undefined,
  commitId: string,
): Promise<boolean> {
  if (first === undefined) return false
  const { sql, params } = statement(
    'SELECT 1 FROM event WHERE entity = ? AND entity_id = ? AND seq = ? AND commit_id = ?',
    first.entity,
    first.entityId,
    first.seq,
    commitId,
  )
  const row = await db
    .prepare(sql)
    .bind(...params)
    .first()
  return row !== null
}
