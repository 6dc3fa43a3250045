import { readJson } from '../read.ts'
import { statement } from '../statement.ts'
import { guideSince, powerSince, publishedGuides } from './service/matter-check.ts'

/** How much of each kind of work is open (今日待办); every reading is of open work alone. */
export type TodayCounts = {
  waiting: number
  late: number
  week: number
  returned: number
  reassess: number
  scheduled: number
  unconfirmed: number
  overdue: number
  cases: number
  coOverdue: number
  letters: number
  lettersLate: number
  filings: number
  filingsLate: number
  norms: {
    waiting: number
    late: number
    returned: number
  }
  expiring: number
  clarifications: number
  topics: number
  topicsLate: number
  powerChanges: number
  guides: number
  guidesLacking: number
  /** overdue for their check, no further than was asked */
  powersDue: number
  guidesDue: number
  corrections: number
  bulletins: number
  answeredFindings: number
  foundHere: number
  foundHereLate: number
  sheetsHere: number
  /** no further than was asked */
  reviewSheets: number
  reviewObjections: number
  reviewsDrawn: number
  complaints: number
  /** disputes that wait for the agency's answer: all that their day depends on */
  disputes: {
    kind: string
    procedure: string | null
    acceptedOn: string
    receivedOn: string | null
  }[]
}

/** What the counts depend on: the person, the states that wait for his roles, and days. */
export type TodayAsked = {
  me: string
  states: readonly string[]
  today: string
  /** the day after the last that counts as this week */ week: string
  month: string
  halfYear: string
  /** states in which a normative document waits for his roles */ normStates: readonly string[]
  /** states of a change of the list of powers, and of a guide, that wait for his roles */
  changeStates: readonly string[]
  guideStates: readonly string[]
  /** types of powers that have a guide */ serviceTypes: readonly string[]
  /** what was last found to hold before this day is overdue for its check; so many are counted */
  overdueBefore: string
  mostCounted: number
  /** so many score sheets are counted */
  mostSheets: number
}

const today = `SELECT json_object(
  'waiting', (SELECT count(*) FROM item i WHERE i.state IN (SELECT value FROM json_each(?1))
    AND NOT EXISTS (SELECT 1 FROM json_each(i.editors) WHERE value = ?2)),
  'late', (SELECT count(*) FROM item WHERE publish_by < ?3),
  'week', (SELECT count(*) FROM item WHERE publish_by >= ?3 AND publish_by < ?4),
  'returned', (SELECT count(*) FROM item i INDEXED BY item_returned WHERE i.state = 'draft' AND i.remark IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_each(i.editors) WHERE value = ?2)),
  'reassess', (SELECT count(*) FROM item WHERE reassess_on < ?5),
  'scheduled', (SELECT count(*) FROM item WHERE state = 'scheduled'),
  'unconfirmed', (SELECT coalesce(counts ->> '$."0"', 0) FROM application_tally),
  'overdue', (SELECT coalesce(sum(value), 0) FROM application_tally, json_each(counts)
    WHERE key >= '1' AND key < ?3),
  'cases', (SELECT coalesce(sum(value), 0) FROM application_tally, json_each(counts)
    WHERE key <> 'replied'),
  'coOverdue', (SELECT count(*) FROM application
    WHERE co_due IS NOT NULL AND decided_on IS NULL AND co_due < ?3),
  'corrections', (SELECT count(*) FROM identity_correction WHERE state = 'asked'),
  'bulletins', (SELECT count(*) FROM bulletin WHERE state <> 'issued'),
  'answeredFindings', (SELECT count(*) FROM bulletin_finding WHERE state = 'answered'),
  'foundHere', (SELECT count(*) FROM received_finding WHERE state = 'open'),
  'foundHereLate', (SELECT count(*) FROM received_finding WHERE state = 'open' AND due_on < ?3),
  'sheetsHere', (SELECT count(*) FROM received_sheet WHERE state = 'open' AND object_by >= ?3),
  'reviewSheets', (SELECT count(*) FROM (SELECT 1
    FROM case_review_sheet s INDEXED BY case_review_sheet_draft
    WHERE s.state = 'draft' AND (s.reviewer = ?2 OR s.reviewer IS NULL)
      AND NOT EXISTS (SELECT 1 FROM json_each(s.barred) WHERE value = ?2) LIMIT ?12 + 0)),
  'reviewObjections', (SELECT count(*) FROM case_review_sheet INDEXED BY case_review_sheet_objected
    WHERE objection IS NOT NULL AND answer IS NULL AND reviewer = ?2),
  'reviewsDrawn', (SELECT count(*) FROM case_review r INDEXED BY case_review_drawn_up
    WHERE r.state = 'drawn-up' AND NOT EXISTS (SELECT 1 FROM json_each(r.drawn_by) WHERE value = ?2)),
  'letters', (SELECT count(*) FROM letter_in WHERE due_on IS NOT NULL AND answered_at IS NULL),
  'lettersLate', (SELECT count(*) FROM letter_in
    WHERE due_on IS NOT NULL AND answered_at IS NULL AND due_on < ?3),
  'filings', (SELECT count(*) FROM norm_filing WHERE state = 'open'),
  'filingsLate', (SELECT count(*) FROM norm_filing WHERE state = 'open' AND due_on < ?3),
  'norms', (SELECT json_object(
      'waiting', count(*) FILTER (WHERE state IN (SELECT value FROM json_each(?13))
        AND (state <> 'draft' OR opinion IS NOT NULL)
        AND (state <> 'under-review' OR drafted_by <> ?2)),
      'late', count(*) FILTER (WHERE (state = 'published' AND file_by < ?3)
        OR (state = 'returned' AND correct_by < ?3)),
      'returned', count(*) FILTER (WHERE state = 'returned'
        OR (state = 'draft' AND opinion IS NOT NULL)))
    FROM norm_document WHERE ended_on IS NULL),
  'expiring', (SELECT count(*) FROM norm_document WHERE in_force = 1 AND expires_on <= ?6),
  'clarifications', (SELECT count(*) FROM clarification WHERE published_at IS NULL),
  'topics', (SELECT count(*) FROM topic WHERE state IN ('submitted', 'open', 'adopted')),
  'topicsLate', (SELECT count(*) FROM topic
    WHERE decided_at IS NULL AND state = 'adopted' AND due_on < ?3),
  'powerChanges', (SELECT count(*) FROM power_change WHERE state IN ('draft', 'proposed', 'checked')
    AND state IN (SELECT value FROM json_each(?7))
    AND ?2 NOT IN (drafted_by, coalesce(proposed_by, ''), coalesce(checked_by, ''))),
  'guides', (SELECT count(*) FROM service_guide WHERE state = 'submitted'
    AND state IN (SELECT value FROM json_each(?8)) AND written_by <> ?2),
  'complaints', (SELECT count(*) FROM complaint WHERE state = 'filed'),
  'disputes', (SELECT json_group_array(json_object('kind', kind, 'procedure', procedure,
      'acceptedOn', filed_on, 'receivedOn', received_on))
    FROM (SELECT kind, procedure, filed_on, received_on FROM dispute
      WHERE state = 'registered' AND decided_on IS NULL AND cancelled_on IS NULL LIMIT 200)),
  'powersDue', (SELECT count(*) FROM (SELECT 1 FROM power_edition e
    WHERE e.valid_to IS NULL AND ${powerSince} < ?10 LIMIT ?11 + 0)),
  'guidesDue', (SELECT count(*) FROM (SELECT 1 FROM ${publishedGuides}
    WHERE e.valid_to IS NULL AND ${guideSince} < ?10 LIMIT ?11 + 0)),
  'guidesLacking', (SELECT coalesce(sum(matters - whole), 0) FROM service_tally
    WHERE type IN (SELECT value FROM json_each(?9))))`

/** Counts a person's open work in one statement. */
export async function readToday(db: D1Database, asked: TodayAsked): Promise<TodayCounts> {
  const states = JSON.stringify(asked.states)
  const [counts] = await readJson<TodayCounts>(
    db,
    statement(
      today,
      states,
      asked.me,
      asked.today,
      asked.week,
      asked.month,
      asked.halfYear,
      JSON.stringify(asked.changeStates),
      JSON.stringify(asked.guideStates),
      JSON.stringify(asked.serviceTypes),
      asked.overdueBefore,
      asked.mostCounted,
      asked.mostSheets,
      JSON.stringify(asked.normStates),
    ),
  )
  if (counts === undefined) throw new Error('a reading without a table gave no row')
  return counts
}
