import { statement, type Statement } from '../statement.ts'

/** A line of the desk's list of items (稿件列表); times are epoch ms. */
export type ItemLine = {
  id: string
  state: string
  edition: number
  isLive: 0 | 1
  title: string
  attribute: string | null
  kind: string
  category: string
  unit: string | null
  author: string | null
  writtenOn: string | null
  publishBy: string | null
  publishAt: number | null
  reassessOn: string | null
  remark: string | null
  hasFindings: 0 | 1
  indexNumber: string | null
  updatedAt: number
}

/** Which part of the list is asked: only what every given condition holds for, after a place. */
export type ItemPart = {
  states: readonly string[] | null
  editor: string | null
  /** not written by this person */ notBy: string | null
  publishByBefore: string | null
  publishByFrom: string | null
  isReturned: boolean
  reassessBefore: string | null
  unit: string | null
  after: { updatedAt: number; id: string } | null
  limit: number
}

const line = `SELECT i.id, i.state, i.edition, i.is_live AS isLive, i.title, i.attribute, i.kind,
    i.category, i.unit, s.name AS author, i.written_on AS writtenOn, i.publish_by AS publishBy,
    i.publish_at AS publishAt, i.reassess_on AS reassessOn, i.remark,
    coalesce(json_array_length(i.findings, '$.findings'), 0) > 0 AS hasFindings,
    n.number AS indexNumber, i.updated_at AS updatedAt
  FROM item i LEFT JOIN staff s ON s.id = i.author LEFT JOIN index_number n ON n.item_id = i.id`

/** Reads a part of the desk's list, the last touched first. */
export function selectItemLines(part: ItemPart): Statement {
  return statement(
    `${line}
     WHERE (?1 IS NULL OR i.state IN (SELECT value FROM json_each(?1)))
       AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(i.editors) WHERE value = ?2))
       AND (?3 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(i.editors) WHERE value = ?3))
       AND (?4 IS NULL OR i.publish_by < ?4) AND (?5 IS NULL OR i.publish_by >= ?5)
       AND (?6 = 0 OR (i.state = 'draft' AND i.remark IS NOT NULL))
       AND (?7 IS NULL OR i.reassess_on < ?7)
       AND (?8 IS NULL OR i.unit = ?8)
       AND (?9 IS NULL OR (i.updated_at, i.id) < (?9, ?10))
     ORDER BY i.updated_at DESC, i.id DESC LIMIT ?11`,
    part.states === null ? null : JSON.stringify(part.states),
    part.editor,
    part.notBy,
    part.publishByBefore,
    part.publishByFrom,
    part.isReturned ? 1 : 0,
    part.reassessBefore,
    part.unit,
    part.after?.updatedAt ?? null,
    part.after?.id ?? null,
    part.limit,
  )
}

/** How many items stand in a state; the desk's own counts, never shown to the public. */
export type StateCount = { state: string; n: number }

/** Counts the items of each state that somebody still has to work on. */
export function selectStateCounts(): Statement {
  return statement(
    `SELECT state, count(*) AS n FROM item
     WHERE state IN ('draft', 'first-review', 'second-review', 'final-review', 'approved', 'scheduled')
     GROUP BY state`,
  )
}

/** What a unit owes the public: items past their day, and those due soon. */
export type DebtRow = { unit: string | null; late: number; soon: number; oldest: string | null }

/** Reads the debt of publication by unit (公开欠账): `today` and `soon` are days. */
export function selectDebt(today: string, soon: string): Statement {
  return statement(
    `SELECT unit, sum(publish_by < ?1) AS late, sum(publish_by >= ?1) AS soon, min(publish_by) AS oldest
     FROM item WHERE publish_by IS NOT NULL AND publish_by <= ?2
     GROUP BY unit ORDER BY late DESC, soon DESC`,
    today,
    soon,
  )
}

/** Reads the ids of items whose instant of publication has come. */
export function selectDue(now: number): Statement {
  return statement(
    `SELECT id FROM item WHERE publish_at IS NOT NULL AND publish_at <= ? ORDER BY publish_at LIMIT 50`,
    now,
  )
}
