import { type Statement, statement } from '../../statement.ts'
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

const isDisputed = 'EXISTS (SELECT 1 FROM dispute WHERE dispute.application_id = application.id)'
// An answer that was to be given anew is no longer the case's own, but its events stay: what they come to is what
// the figures count. Only a dispute brings it about, so that no other case is asked for its events.
const answeredBy = `(SELECT total(CASE kind WHEN 'application.redo-ordered' THEN -1 ELSE 1 END) FROM event
  WHERE entity = 'application' AND entity_id = application.id AND kind IN ('application.replied',
    'application.imported', 'application.abandoned', 'application.withdrawn', 'application.redo-ordered')
    AND data->>'outcome' IS NOT NULL AND coalesce(data->>'decidedOn', data->>'on') <= ?3)`
const netAnswers = `(SELECT total(CASE kind WHEN 'application.redo-ordered' THEN -1 ELSE 1 END) FROM event
  WHERE entity = 'application' AND entity_id = application.id AND kind IN ('application.replied',
    'application.imported', 'application.abandoned', 'application.withdrawn', 'application.redo-ordered')
    AND coalesce(data->>'decidedOn', data->>'on') BETWEEN ?4 AND ?2
    AND data->>'outcome' IN (SELECT value FROM json_each(?5))
    AND data->>'class' IN (SELECT value FROM json_each(?6)))`

/**
 * Cases by month of receipt that were open until the day of a stretch or later; loops nested as written. With
 * `decidedBy`, cases whose answer of that day was to be given anew only later are left out.
 */
export function selectReceivedCases(
  stretches: readonly ReceivedStretch[],
  decidedBy: string | null,
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
       AND (coalesce(decided_on, '9'), id) > (span->>'day', span->>'id')
       AND (?3 IS NULL OR NOT ${isDisputed} OR ${answeredBy} <= 0) LIMIT ?2 + 0`,
    JSON.stringify(stretches),
    limit,
    decidedBy,
  )
}

/** What else a list of decided cases goes by: the first day and the last, results and classes, and the place among annulled answers. */
export type DecidedAsked = {
  from: string
  to: string
  outcomes: readonly string[]
  classes: readonly string[]
  after: string
}

/**
 * Cases decided with the results of some stretches, up to and including a day; loops nested as written. In the
 * stretch after these: cases with such an answer in these days that was to be given anew since.
 */
export function selectDecidedCases(
  stretches: readonly DecidedStretch[],
  { from, to, outcomes, classes, after }: DecidedAsked,
  limit: number,
): Statement {
  return statement(
    `SELECT ${applicationColumns}, stretch, decided_on AS day
     FROM (SELECT key AS stretch, value AS span FROM json_each(?1))
     CROSS JOIN application INDEXED BY application_outcome
     WHERE outcome IS NOT NULL AND decided_on IS NOT NULL AND outcome = span->>'outcome'
       AND applicant_class = span->>'class'
       AND (decided_on, id) > (span->>'day', span->>'id') AND decided_on <= ?2
       AND (NOT ${isDisputed} OR ${netAnswers} > 0)
     UNION ALL SELECT * FROM (SELECT ${applicationColumns}, json_array_length(?1) AS stretch, '' AS day FROM application
       WHERE id IN (SELECT application_id FROM dispute WHERE application_id IS NOT NULL) AND id > ?7
         AND NOT (outcome IS NOT NULL AND outcome IN (SELECT value FROM json_each(?5))
           AND decided_on IS NOT NULL AND decided_on BETWEEN ?4 AND ?2
           AND applicant_class IN (SELECT value FROM json_each(?6)))
         AND ${netAnswers} > 0
       ORDER BY id LIMIT ?3 + 0)
     LIMIT ?3 + 0`,
    JSON.stringify(stretches),
    to,
    limit,
    from,
    JSON.stringify(outcomes),
    JSON.stringify(classes),
    after,
  )
}

const within = `decided_on BETWEEN ?1 AND ?2`
const answered = `EXISTS (SELECT 1 FROM event WHERE entity = 'application' AND entity_id = application.id
    AND kind = 'application.replied' AND data->>'decidedOn' BETWEEN ?1 AND ?2
    AND data->>'timely' IN (SELECT value FROM json_each(?4)))
  AND applicant_class IN (SELECT value FROM json_each(?3))`

/** Cases answered from a day to a day, in time (1) or late (0), after a place; `stretch` 1 are those whose answer was annulled. */
export type AnsweredAsked = {
  from: string
  to: string
  classes: readonly string[]
  timely: readonly (0 | 1)[]
  after: { stretch: number; day: string; id: string }
}

/**
 * Cases by whether an answer in some days was in time, as its event says: first those that were decided in
 * these days, then those with an answer in them that was to be given anew since, which a dispute about the case brings about.
 */
export function selectAnsweredCases(
  { from, to, classes, timely, after }: AnsweredAsked,
  limit: number,
): Statement {
  return statement(
    `SELECT * FROM (
       SELECT ${applicationColumns}, 0 AS stretch, decided_on AS day
       FROM application INDEXED BY application_decided
       WHERE decided_on IS NOT NULL AND ${within} AND ?5 = 0 AND (decided_on, id) > (?6, ?7) AND ${answered}
       ORDER BY decided_on, id LIMIT ?8 + 0)
     UNION ALL SELECT * FROM (
       SELECT ${applicationColumns}, 1 - ?5 AS stretch, '' AS day FROM application
       WHERE id IN (SELECT application_id FROM dispute WHERE application_id IS NOT NULL)
         AND id > iif(?5 = 0, '', ?7) AND (decided_on IS NULL OR NOT (${within})) AND ${answered}
       ORDER BY id LIMIT ?8 + 0)
     LIMIT ?8 + 0`,
    from,
    to,
    JSON.stringify(classes),
    JSON.stringify(timely),
    after.stretch,
    after.day,
    after.id,
    limit,
  )
}
