import { statement, type Statement } from '../../statement.ts'

/** A line of the desk's list of items (稿件列表); times are epoch ms, `author` is an id. */
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
  author: string
  writtenOn: string | null
  publishBy: string | null
  publishAt: number | null
  reassessOn: string | null
  remark: string | null
  /** how it ended, as JSON */ ending: string | null
  hasFindings: 0 | 1
  indexNumber: string | null
  createdAt: number
  updatedAt: number
}

/** A part of a list: after a place of its order (null from the start), only of a state and a unit. */
export type ItemPart = {
  state: string | null
  unit: string | null
  after: { at: string; id: string } | null
  limit: number
}

const line = `SELECT i.id, i.state, i.edition, i.is_live AS isLive, i.title, i.attribute, i.kind,
    i.category, i.unit, i.author, i.written_on AS writtenOn, i.publish_by AS publishBy,
    i.publish_at AS publishAt, i.reassess_on AS reassessOn, i.remark, i.ending,
    coalesce(json_array_length(i.findings, '$.findings'), 0) > 0 AS hasFindings,
    (SELECT n.number FROM index_number n WHERE n.item_id = i.id AND i.is_live = 1) AS indexNumber,
    i.created_at AS createdAt, i.updated_at AS updatedAt
  FROM item i INDEXED BY`

// Parameters 1 and 2 are the place, 3 to 5 what is left: by state, unit and who did not write on it.
const left = `(?3 IS NULL OR i.state = ?3) AND (?4 IS NULL OR i.unit = ?4)
  AND (?5 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(i.editors) WHERE value = ?5))`
const newest = `i.updated_at <= ?1 AND (i.updated_at < ?1 OR i.id > ?2)`

/** Reads all items, or all of a unit, the last touched first. */
export function selectLatestLines(part: ItemPart): Statement {
  return statement(
    part.unit === null
      ? `${line} item_updated
           WHERE ${newest} AND ${left} ORDER BY i.updated_at DESC, i.id LIMIT ?6 + 0`
      : `${line} item_unit
           WHERE ${newest} AND ${left} AND i.unit = ?4 ORDER BY i.updated_at DESC, i.id LIMIT ?6 + 0`,
    ...placeOf(part, Number.MAX_SAFE_INTEGER),
    part.state,
    part.unit,
    null,
    part.limit,
  )
}

/**
 * Reads items of some states, at most five of which SQLite merges, the last touched first; without
 * those that `notBy` wrote on.
 */
export function selectStateLines(
  states: readonly string[],
  notBy: string | null,
  part: ItemPart,
): Statement {
  // Each state is in the order of its index and they are merged as they come: only the page is read.
  const branch = `${line} item_state WHERE ${newest} AND ${left} AND i.state = ?`
  const merged = states.map(() => branch).join('\nUNION ALL ')
  return statement(
    [merged, 'ORDER BY updatedAt DESC, id LIMIT ? + 0'].join('\n'),
    ...placeOf(part, Number.MAX_SAFE_INTEGER),
    null,
    part.unit,
    notBy,
    ...states,
    part.limit,
  )
}

/** Reads what somebody drafted, the last begun first. */
export function selectAuthorLines(author: string, part: ItemPart): Statement {
  return statement(
    `${line} item_author
       WHERE i.created_at <= ?1 AND (i.created_at < ?1 OR i.id > ?2) AND ${left} AND i.author = ?6 ORDER BY i.created_at DESC, i.id LIMIT ?7 + 0`,
    ...placeOf(part, Number.MAX_SAFE_INTEGER),
    part.state,
    part.unit,
    null,
    author,
    part.limit,
  )
}

/** Reads drafts that came back to one of those who wrote on them, the last touched first. */
export function selectReturnedLines(editor: string, part: ItemPart): Statement {
  return statement(
    `${line} item_returned
       WHERE ${newest} AND ${left} AND i.state = 'draft' AND i.remark IS NOT NULL
         AND EXISTS (SELECT 1 FROM json_each(i.editors) WHERE value = ?6)
       ORDER BY i.updated_at DESC, i.id LIMIT ?7 + 0`,
    ...placeOf(part, Number.MAX_SAFE_INTEGER),
    part.state,
    part.unit,
    null,
    editor,
    part.limit,
  )
}

/** Reads what is owed to the public from a day on and before another, the oldest debt first. */
export function selectOwedLines(from: string, before: string, part: ItemPart): Statement {
  return statement(
    `${line} item_publish_by
       WHERE (i.publish_by, i.id) > (?1, ?2) AND ${left} AND i.publish_by IS NOT NULL
         AND i.publish_by >= ?6 AND i.publish_by < ?7 ORDER BY i.publish_by, i.id LIMIT ?8 + 0`,
    ...placeOf(part, ''),
    part.state,
    part.unit,
    null,
    from,
    before,
    part.limit,
  )
}

/** Reads what has to be assessed anew before a day, the earliest first. */
export function selectReassessLines(before: string, part: ItemPart): Statement {
  return statement(
    `${line} item_reassess
       WHERE (i.reassess_on, i.id) > (?1, ?2) AND ${left} AND i.reassess_on IS NOT NULL
         AND i.reassess_on < ?6 ORDER BY i.reassess_on, i.id LIMIT ?7 + 0`,
    ...placeOf(part, ''),
    part.state,
    part.unit,
    null,
    before,
    part.limit,
  )
}

function placeOf({ after }: ItemPart, start: string | number): [string | number, string] {
  if (after === null) return [start, '']
  return [typeof start === 'number' ? Number(after.at) : after.at, after.id]
}

/** How many items stand in each state, as JSON; the desk's own counts, never shown to the public. */
export type StateCounts = { counts: string }

/** Reads the counts of items by state. */
export function selectStateCounts(): Statement {
  return statement('SELECT counts FROM item_tally WHERE id = 1')
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
