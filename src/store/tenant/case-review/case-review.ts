import { bulk, type Statement, statement } from '../../statement.ts'

/** A review as it is stored; `drawn_by`, `result` and `ordered` are JSON. */
export type ReviewRow = {
  id: string
  version: number
  state: string
  from_day: string
  to_day: string
  size: number
  seed: string
  rule: string
  population: number
  population_digest: string
  started_by: string
  started_at: number
  remarks: string
  drawn_by: string
  result: string | null
  approved_by: string | null
  issued_on: string | null
  number_year: number | null
  number: number | null
  reason: string | null
  ordered: string | null
  draw: number
}

const columns = `id, version, state, from_day, to_day, size, seed, rule, population, population_digest, started_by,
  started_at, remarks, drawn_by, result, approved_by, issued_on, number_year, number, reason, ordered,
  draw`

/** Reads one review. */
export function selectReview(id: string): Statement {
  return statement(`SELECT ${columns} FROM case_review WHERE id = ?`, id)
}

/** A review in a list, with how many of its sheets are finished. */
export type ReviewLineRow = Pick<
  ReviewRow,
  | 'id'
  | 'state'
  | 'from_day'
  | 'to_day'
  | 'size'
  | 'started_at'
  | 'issued_on'
  | 'number_year'
  | 'number'
> & { finished: number }

/** Reads the newest reviews. */
export function selectReviews(limit: number): Statement {
  return statement(
    `SELECT id, state, from_day, to_day, size, started_at, issued_on, number_year, number, finished
     FROM case_review ORDER BY started_at DESC, id DESC LIMIT ? + 0`,
    limit,
  )
}

/** A review whose days meet others (期间重叠的评查). */
export type MeetingRow = Pick<
  ReviewRow,
  | 'id'
  | 'state'
  | 'from_day'
  | 'to_day'
  | 'started_at'
  | 'draw'
  | 'reason'
  | 'number_year'
  | 'number'
>

/** Reads the reviews whose days meet these, the newest first. */
export function selectMeeting(from: string, to: string, limit: number): Statement {
  return statement(
    `SELECT id, state, from_day, to_day, started_at, draw, reason, number_year, number
     FROM case_review INDEXED BY case_review_days WHERE to_day >= ?1 AND from_day <= ?2
     ORDER BY to_day DESC, from_day DESC LIMIT ?3 + 0`,
    from,
    to,
    limit,
  )
}

/** Reads the reviews whose days meet those of one, but not itself, the newest first. */
export function selectMeetingOf(id: string, limit: number): Statement {
  return statement(
    `SELECT o.id, o.state, o.from_day, o.to_day, o.started_at, o.draw, o.reason, o.number_year, o.number
     FROM case_review r CROSS JOIN case_review o INDEXED BY case_review_days
       ON o.to_day >= r.from_day AND o.from_day <= r.to_day AND o.id <> r.id
     WHERE r.id = ?1 ORDER BY o.to_day DESC, o.from_day DESC LIMIT ?2 + 0`,
    id,
    limit,
  )
}

/** Reads how many draws there were so far (抽样登记). */
export function selectDraws(): Statement {
  return statement(
    `SELECT coalesce(max(seq), 0) AS draws FROM event WHERE entity = 'case-review' AND entity_id = 'draws'`,
  )
}

/** Writes a new review. */
export function insertReview(row: ReviewRow): Statement {
  return statement(
    `INSERT INTO case_review (${columns})
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, NULL, NULL, NULL, NULL, NULL, ?15, ?16, ?17)`,
    row.id,
    row.version,
    row.state,
    row.from_day,
    row.to_day,
    row.size,
    row.seed,
    row.rule,
    row.population,
    row.population_digest,
    row.started_by,
    row.started_at,
    row.remarks,
    row.drawn_by,
    row.reason,
    row.ordered,
    row.draw,
  )
}

/** Writes what the steps of a review change; what was drawn never changes. */
export function updateReview(row: ReviewRow): Statement {
  return statement(
    `UPDATE case_review SET version = ?2, state = ?3, remarks = ?4, drawn_by = ?5, result = ?6 WHERE id = ?1`,
    row.id,
    row.version,
    row.state,
    row.remarks,
    row.drawn_by,
    row.result,
  )
}

/** Issues the notice of a review with the next number of its year. */
export function issueReview(
  id: string,
  issued: { version: number; by: string; on: string; year: number },
): Statement {
  return statement(
    `UPDATE case_review SET version = ?2, state = 'issued', approved_by = ?3, issued_on = ?4, number_year = ?5,
       number = (SELECT coalesce(max(number), 0) + 1 FROM case_review WHERE number_year = ?5) WHERE id = ?1`,
    id,
    issued.version,
    issued.by,
    issued.on,
    issued.year,
  )
}

/** Moves a review on by one, because a sheet of it changed. */
export function touchReview(id: string, version: number): Statement {
  return statement('UPDATE case_review SET version = ?2 WHERE id = ?1', id, version)
}

/**
 * A sheet as it is stored; `barred`, `handlers`, `proposed`, `remarks`, `marks` and `texts` are JSON. Where
 * `is_sealed` is set, the reasons in `texts`, the objection and the answer are ciphertext.
 */
export type SheetRecord = {
  review_id: string
  n: number
  receipt: string | null
  number: string
  unit: string
  outcome: string | null
  version: number
  state: string
  reviewer: string | null
  barred: string
  handlers: string
  proposed: string
  marks: string
  texts: string
  score: number | null
  objection: string | null
  objected_by: string | null
  verdict: string | null
  answer: string | null
  remarks: string
  is_sealed: number
}

const sheetColumns = `review_id, n, receipt, number, unit, outcome, version, state, reviewer, barred, handlers,
  proposed, marks, texts, score, objection, objected_by, verdict, answer, remarks, is_sealed`

/** Reads the sheets of a review in the order in which they were drawn. */
export function selectSheets(review: string): Statement {
  return statement(
    `SELECT ${sheetColumns} FROM case_review_sheet WHERE review_id = ? ORDER BY n`,
    review,
  )
}

/** Reads one sheet. */
export function selectSheet(review: string, n: number): Statement {
  return statement(
    `SELECT ${sheetColumns} FROM case_review_sheet WHERE review_id = ? AND n = ?`,
    review,
    n,
  )
}

/** Writes the sheets of a new review. */
export function insertSheets(rows: readonly SheetRecord[]): Statement[] {
  return bulk(
    `INSERT INTO case_review_sheet (${sheetColumns})
     SELECT value->>'review_id', value->>'n', value->>'receipt', value->>'number', value->>'unit',
       value->>'outcome', value->>'version', value->>'state', NULL, value->>'barred', value->>'handlers',
       value->>'proposed', value->>'marks', value->>'texts', NULL, NULL, NULL, NULL, NULL,
       value->>'remarks', 1
     FROM json_each(?1)`,
    rows,
  )
}

/** Writes what a step of a sheet changes; words about a case that was destroyed meanwhile are not kept. */
export function updateSheet(row: SheetRecord): Statement {
  return statement(
    `UPDATE case_review_sheet SET version = ?3, state = ?4, reviewer = ?5, marks = ?6, score = ?8, verdict = ?11, is_sealed = ?13,
       texts = CASE WHEN receipt IS NULL THEN '{}' ELSE ?7 END,
       objection = CASE WHEN receipt IS NULL THEN NULL ELSE ?9 END,
       objected_by = CASE WHEN receipt IS NULL THEN NULL ELSE ?10 END,
       answer = CASE WHEN receipt IS NULL THEN NULL ELSE ?12 END
     WHERE review_id = ?1 AND n = ?2`,
    row.review_id,
    row.n,
    row.version,
    row.state,
    row.reviewer,
    row.marks,
    row.texts,
    row.score,
    row.objection,
    row.objected_by,
    row.verdict,
    row.answer,
    row.is_sealed,
  )
}

/** Takes out of the sheets of a destroyed case all but its number, unit and points (销毁案卷的评查记录). */
export function blankSheets(receipt: string): Statement {
  return statement(
    `UPDATE case_review_sheet SET receipt = NULL, barred = '[]', handlers = '[]', texts = '{}',
       objection = NULL, objected_by = NULL, answer = NULL WHERE receipt = ?`,
    receipt,
  )
}
