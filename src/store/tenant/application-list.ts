import type { DueRange } from '../../domain/application/colour-range.ts'
import { type Statement, statement } from '../statement.ts'
import { applicationColumns } from './application.ts'

/** Where a page begins: after this day ('' before all days) and receipt. */
export type After = { on: string; id: string }

const open = 'number_serial IS NOT NULL AND decided_on IS NULL'

/** Open cases without a running clock, which wait for their applicant, in one state or in all ('' for all). */
export function selectWaiting(afterId: string, state: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE ${open} AND due_on IS NULL AND id > ?1 AND (?2 = '' OR state = ?2)
     ORDER BY id LIMIT ?3`,
    afterId,
    state,
    limit,
  )
}

/** Open cases by due day, in one state or in all ('' for all). */
export function selectOpen(after: After, state: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE ${open} AND due_on IS NOT NULL AND (due_on, id) > (?, ?) AND (?3 = '' OR state = ?3)
     ORDER BY due_on, id LIMIT ?4`,
    after.on,
    after.id,
    state,
    limit,
  )
}

/** Open cases whose due day lies in a range: one for the plain limit, one for extended ones. */
export function selectDue(
  after: After,
  plain: DueRange,
  extended: DueRange,
  limit: number,
): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE ${open} AND due_on IS NOT NULL AND (due_on, id) > (?1, ?2)
       AND CASE extension_days WHEN 0
         THEN due_on BETWEEN ?3 AND ?4 ELSE due_on BETWEEN ?5 AND ?6 END
     ORDER BY due_on, id LIMIT ?7`,
    after.on,
    after.id,
    ...bounds(plain),
    ...bounds(extended),
    limit,
  )
}

/** Decided cases, newest first, in one state or in all ('' for all); `before` '' begins at the newest. */
export function selectDone(before: After, state: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE decided_on IS NOT NULL AND (decided_on, id) < (?1, ?2)
       AND (?3 = '' OR state = ?3)
     ORDER BY decided_on DESC, id DESC LIMIT ?4`,
    ...top(before),
    state,
    limit,
  )
}

/** Answered cases that are not closed yet, newest first. */
export function selectReplied(before: After, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE state = 'replied' AND (decided_on, id) < (?1, ?2)
     ORDER BY decided_on DESC, id DESC LIMIT ?3`,
    ...top(before),
    limit,
  )
}

/** Applications that the queue has not brought yet, as the outbox knows them. */
export function selectUnregistered(afterId: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application WHERE id IN (
       SELECT entity_id FROM event WHERE topic = 'register' ORDER BY id LIMIT 1000)
     AND id > ? ORDER BY id LIMIT ?`,
    afterId,
    limit,
  )
}

/** The application with a number. */
export function selectNumbered(year: number, serial: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE number_year = ? AND number_serial = ? AND number_serial IS NOT NULL`,
    year,
    serial,
  )
}

/** Applications whose receipt begins with a text. */
export function selectReceipts(prefix: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application
     WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT ?2`,
    prefix,
    limit,
  )
}

/** How many cases have a name: a tab or a colour. */
export type CountRow = { name: string; n: number }

/** Due days of a colour: for the plain limit and for extended ones. */
export type ColourRange = { colour: string; plain: DueRange; extended: DueRange }

/**
 * Counts the open cases in one pass: all (`open`), those that wait for confirmation (`waiting`), and
 * those due in each of three ranges, under its colour.
 */
export function countOpen(ranges: readonly ColourRange[]): Statement {
  return statement(
    `WITH sums AS MATERIALIZED (
       SELECT count(*) AS open, count(*) - count(due_on) AS waiting,
         coalesce(sum(CASE extension_days WHEN 0 THEN due_on BETWEEN ?2 AND ?3
           ELSE due_on BETWEEN ?4 AND ?5 END), 0) AS first,
         coalesce(sum(CASE extension_days WHEN 0 THEN due_on BETWEEN ?7 AND ?8
           ELSE due_on BETWEEN ?9 AND ?10 END), 0) AS second,
         coalesce(sum(CASE extension_days WHEN 0 THEN due_on BETWEEN ?12 AND ?13
           ELSE due_on BETWEEN ?14 AND ?15 END), 0) AS third
       FROM application INDEXED BY application_open
       WHERE number_serial IS NOT NULL AND decided_on IS NULL)
     SELECT 'open' AS name, open AS n FROM sums
     UNION ALL SELECT 'waiting', waiting FROM sums
     UNION ALL SELECT ?1, first FROM sums
     UNION ALL SELECT ?6, second FROM sums
     UNION ALL SELECT ?11, third FROM sums`,
    ...[0, 1, 2].flatMap((index) => boundsOf(ranges[index])),
  )
}

/** Counts cases that are answered but not closed (`replied`), up to a thousand. */
export function countReplied(): Statement {
  return statement(
    `SELECT 'replied' AS name, count(*) AS n FROM (
       SELECT 1 FROM application WHERE state = 'replied' AND decided_on IS NOT NULL LIMIT 1000)`,
  )
}

function bounds({ from, to }: DueRange): [string, string] {
  return [from ?? '0000', to ?? '9999']
}

// A bound that is always there lets the index be entered at it; an alternative would scan to it.
function top({ on, id }: After): [string, string] {
  return on === '' ? ['9999', ''] : [on, id]
}

function boundsOf(range: ColourRange | undefined): string[] {
  if (range === undefined) return ['', '', '', '', '']
  return [range.colour, ...bounds(range.plain), ...bounds(range.extended)]
}
