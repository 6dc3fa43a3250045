import { agencyCalendar } from '../../domain/agency/agency-calendar.ts'
import { type RecomputedDue, recomputeDue } from '../../domain/application/recompute-due.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { nationalCalendar } from '../../domain/time/calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type DueRow,
  type NewDue,
  selectDues,
  updateDues,
} from '../../store/tenant/application-dues.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { caseOf } from './read-case.ts'
import { numberOf } from './number-of.ts'

const pageSize = 1000
const maxTries = 4

/** A day that moved (期限变动): of the reply, or until which the applicant is waited for. */
export type MovedDue = {
  what: 'reply' | 'applicant'
  receipt: string
  number: string | null
  from: string | null
  to: string | null
}

/** What a recomputation of due days did: `renewed` counts days that stay, with a new basis. */
export type RecomputedDues = { cases: number; renewed: number; moved: MovedDue[] }

/**
 * Recomputes every due day of an agency from the ledgers (重算期限), and until when applicants are waited for, after a new year's holidays are
 * published, and says which moved; a `dryRun` writes nothing. Work going on meanwhile is
 * read again; `busy` when a page stays contended.
 */
export async function recomputeDues(
  ctx: Ctx,
  { dryRun, national = nationalCalendar }: { dryRun: boolean; national?: typeof nationalCalendar },
): Promise<Result<RecomputedDues>> {
  if (!may(ctx.actor, 'application.recompute')) return turnAway(ctx.actor)
  const total: RecomputedDues = { cases: 0, renewed: 0, moved: [] }
  let [after, tries] = ['', 0]
  for (;;) {
    const [rows] = await readBatch<[DueRow]>(ctx.db, [selectDues(after, pageSize)])
    const fresh = rows.flatMap((row) => recomputed(ctx, row, national))
    if (!dryRun && fresh.length > 0 && !(await write(ctx, fresh))) {
      tries += 1
      if (tries === maxTries) return refuse({ code: 'busy' })
      continue
    }
    const moved = fresh.flatMap(({ moves }) => moves)
    total.cases += rows.length
    total.moved.push(...moved)
    total.renewed += fresh.filter(({ moves }) => moves.length === 0).length
    const last = rows.at(-1)
    if (rows.length < pageSize || last === undefined) return ok(total)
    ;[after, tries] = [last.id, 0]
  }
}

type Fresh = RecomputedDue & { row: DueRow; moves: MovedDue[] }

function recomputed(ctx: Ctx, row: DueRow, national: typeof nationalCalendar): Fresh[] {
  const found = recomputeDue(
    caseOf(row),
    {
      dueOf: row.due_of,
      dueProvisional: row.due_provisional === 1,
      calendar: row.calendar,
      waitsFrom: row.waits_from === null ? null : localDate(row.waits_from),
      waitsDays: row.waits_days,
    },
    localDateOf(ctx.now),
    agencyCalendar(ctx.agency, national),
  )
  if (found === null) return []
  const { due, waitsUntil } = found
  const names = { receipt: row.id, number: numberOf(ctx, row) }
  const moves: MovedDue[] = [
    { ...names, what: 'reply' as const, from: row.due_on, to: due.dueOn },
    { ...names, what: 'applicant' as const, from: row.waits_until, to: waitsUntil },
  ].filter(({ from, to }) => from !== to)
  return [{ ...found, row, moves }]
}

// False when somebody took a step meanwhile: nothing of the page was written then.
async function write(ctx: Ctx, fresh: readonly Fresh[]): Promise<boolean> {
  const outcome = await commit(ctx, {
    events: fresh.flatMap(({ events }) => events),
    statements: updateDues(fresh.map(newDue)),
  })
  if (outcome.ok) return true
  if (outcome.conflict === 'event') return false
  throw new Error(`due days were not written: ${outcome.conflict}`)
}

function newDue({ row, due, waitsUntil, version }: Fresh): NewDue {
  const { dueOn, dueOf, dueProvisional, calendar } = due
  return {
    id: row.id,
    seen: row.version,
    version,
    dueOn,
    dueOf,
    dueProvisional: dueProvisional ? 1 : 0,
    calendar,
    waitsUntil,
  }
}
