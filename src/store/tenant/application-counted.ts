import { type Statement, statement } from '../statement.ts'
import { applicationColumns, type ApplicationRow } from './application.ts'

/** Where a stretch of an index begins: after this day and receipt, both of its own order. */
type Start = { day: string; id: string; class: string }
/** Cases received in a month that were open at least until a day. */
export type ReceivedStretch = Start & { month: string }
/** Cases decided with a result from a day on. */
export type DecidedStretch = Start & { outcome: string }

/** A row with the stretch, by its place among those asked for, and the day it is ordered by. */
export type CountedRow = ApplicationRow & { stretch: number; day: string }

// The words of the partial indexes; without them SQLite would not use these.
const received = `received_on IS NOT NULL AND state NOT IN ('converted', 'transferred')
  AND NOT (state = 'destroyed' AND outcome IS NULL)`

/** Cases by month of receipt that were open until the day of a stretch or later; loops nested as written. */
export function selectReceivedCases(
  stretches: readonly ReceivedStretch[],
  limit: number,
): Statement {
  return statement(
    `SELECT ${applicationColumns}, stretch, coalesce(decided_on, '9') AS day
     FROM (SELECT key AS stretch, value AS span FROM json_each(?1))
     CROSS JOIN application INDEXED BY application_counted
     WHERE ${received}
       AND span->>'month' >= (SELECT min(substr(received_on, 1, 7)) FROM application
         INDEXED BY application_counted WHERE ${received})
       AND substr(received_on, 1, 7) = span->>'month'
       AND applicant_class = span->>'class'
       AND (coalesce(decided_on, '9'), id) > (span->>'day', span->>'id') LIMIT ?2 + 0`,
    JSON.stringify(stretches),
    limit,
  )
}

/** Cases decided with the results of some stretches, up to and including a day; loops nested as written. */
export function selectDecidedCases(
  stretches: readonly DecidedStretch[],
  to: string,
  limit: number,
): Statement {
  return statement(
    `SELECT ${applicationColumns}, stretch, decided_on AS day
     FROM (SELECT key AS stretch, value AS span FROM json_each(?1))
     CROSS JOIN application INDEXED BY application_outcome
     WHERE outcome IS NOT NULL AND decided_on IS NOT NULL AND outcome = span->>'outcome'
       AND applicant_class = span->>'class'
       AND (decided_on, id) > (span->>'day', span->>'id') AND decided_on <= ?2 LIMIT ?3 + 0`,
    JSON.stringify(stretches),
    to,
    limit,
  )
}
