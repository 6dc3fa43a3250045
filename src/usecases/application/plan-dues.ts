import { recomputeDue } from '../../domain/application/recompute-due.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import {
  type DueRow,
  type NewDue,
  selectDues,
  updateDues,
} from '../../store/tenant/application/dues.ts'
import type { Ctx } from '../context.ts'
import { numberOf } from './number-of.ts'
import { caseOf } from './read-case.ts'

const pageSize = 1000

/** A day that moved (期限变动): of the reply, or until which the applicant is waited for. */
export type MovedDue = {
  what: 'reply' | 'applicant'
  receipt: string
  number: string | null
  from: string | null
  to: string | null
}

/** What a recomputation of due days does: `renewed` counts days that stay, with a new basis. */
export type RecomputedDues = { cases: number; renewed: number; moved: MovedDue[] }

/** The same with what writes it. */
export type DuePlan = RecomputedDues & { events: NewEvent[]; statements: Statement[] }

/**
 * Counts every due day of an agency's open cases anew from their ledgers (重算期限), and until when
 * applicants are waited for, in a calendar; writes nothing.
 */
export async function planDues(ctx: Ctx, calendar: Calendar): Promise<DuePlan> {
  const total: RecomputedDues = { cases: 0, renewed: 0, moved: [] }
  const events: NewEvent[] = []
  const dues: NewDue[] = []
  let after = ''
  for (;;) {
    const [rows] = await readBatch<[DueRow]>(ctx.db, [selectDues(after, pageSize)])
    for (const row of rows) {
      const fresh = recomputed(ctx, row, calendar)
      if (fresh === null) continue
      events.push(...fresh.events)
      dues.push(fresh.due)
      total.moved.push(...fresh.moves)
      if (fresh.moves.length === 0) total.renewed += 1
    }
    total.cases += rows.length
    const last = rows.at(-1)
    if (rows.length < pageSize || last === undefined) {
      return { ...total, events, statements: updateDues(dues) }
    }
    after = last.id
  }
}

type Fresh = { events: NewEvent[]; due: NewDue; moves: MovedDue[] }

function recomputed(ctx: Ctx, row: DueRow, calendar: Calendar): Fresh | null {
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
    calendar,
  )
  if (found === null) return null
  const { due, waitsUntil, version, events } = found
  const names = { receipt: row.id, number: numberOf(ctx, row) }
  const moves: MovedDue[] = [
    { ...names, what: 'reply' as const, from: row.due_on, to: due.dueOn },
    { ...names, what: 'applicant' as const, from: row.waits_until, to: waitsUntil },
  ].filter(({ from, to }) => from !== to)
  return {
    events,
    moves,
    due: {
      id: row.id,
      seen: row.version,
      version,
      dueOn: due.dueOn,
      dueOf: due.dueOf,
      dueProvisional: due.dueProvisional ? 1 : 0,
      calendar: due.calendar,
      waitsUntil,
    },
  }
}
