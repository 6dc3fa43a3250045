import { bulk, type Statement, statement } from '../../statement.ts'

/** An order of reviews as it is stored (部署的评查); `drawn_by` and `result` are JSON. */
export type OrderRow = {
  id: string
  version: number
  state: string
  from_day: string
  to_day: string
  percent: number
  seed: string
  rule: string
  due_on: string
  reason: string | null
  ordered_by: string
  ordered_at: number
  remarks: string
  drawn_by: string
  result: string | null
  approved_by: string | null
  issued_on: string | null
  number_year: number | null
  number: number | null
}

const columns = `id, version, state, from_day, to_day, percent, seed, rule, due_on, reason, ordered_by, ordered_at,
  remarks, drawn_by, result, approved_by, issued_on, number_year, number`

/** Reads one order. */
export function selectOrder(id: string): Statement {
  return statement(`SELECT ${columns} FROM case_review_order WHERE id = ?`, id)
}

/** Reads the newest orders. */
export function selectOrders(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM case_review_order ORDER BY ordered_at DESC, id DESC LIMIT ? + 0`,
    limit,
  )
}

/** Reads how many orders there were so far (部署登记). */
export function selectOrderCount(): Statement {
  return statement(
    `SELECT coalesce(max(seq), 0) AS orders FROM event WHERE entity = 'case-review-order' AND entity_id = 'orders'`,
  )
}

/** Writes a new order. */
export function insertOrder(row: OrderRow): Statement {
  return statement(
    `INSERT INTO case_review_order (${columns})
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '', '[]', NULL, NULL, NULL, NULL, NULL)`,
    row.id,
    row.version,
    row.state,
    row.from_day,
    row.to_day,
    row.percent,
    row.seed,
    row.rule,
    row.due_on,
    row.reason,
    row.ordered_by,
    row.ordered_at,
  )
}

/** Writes what the steps of an order change; what was ordered never changes. */
export function updateOrder(row: OrderRow): Statement {
  return statement(
    `UPDATE case_review_order SET version = ?2, state = ?3, remarks = ?4, drawn_by = ?5, result = ?6,
       approved_by = ?7, issued_on = ?8, number_year = ?9, number = ?10 WHERE id = ?1`,
    row.id,
    row.version,
    row.state,
    row.remarks,
    row.drawn_by,
    row.result,
    row.approved_by,
    row.issued_on,
    row.number_year,
    row.number,
  )
}

/** Reads the last number of a notice in a year. */
export function selectLastOrderNumber(year: number): Statement {
  return statement(
    `SELECT coalesce(max(number), 0) AS number FROM case_review_order
     WHERE number IS NOT NULL AND number_year = ?`,
    year,
  )
}

/** An agency of an order, with what it sent up as JSON. */
export type AnswerRow = {
  order_id: string
  agency: string
  letter_id: string
  result: string | null
  answered_at: number | null
}

/** Reads the agencies of an order. */
export function selectAnswers(order: string): Statement {
  return statement(
    `SELECT order_id, agency, letter_id, result, answered_at FROM case_review_answer
     WHERE order_id = ? ORDER BY agency LIMIT 500`,
    order,
  )
}

/** Reads one agency of an order. */
export function selectAnswer(order: string, agency: string): Statement {
  return statement(
    `SELECT order_id, agency, letter_id, result, answered_at FROM case_review_answer
     WHERE order_id = ? AND agency = ?`,
    order,
    agency,
  )
}

/** Writes the agencies of a new order. */
export function insertAnswers(
  rows: readonly Pick<AnswerRow, 'order_id' | 'agency' | 'letter_id'>[],
): Statement[] {
  return bulk(
    `INSERT INTO case_review_answer (order_id, agency, letter_id, result, answered_at)
     SELECT value->>'order_id', value->>'agency', value->>'letter_id', NULL, NULL FROM json_each(?1)`,
    rows,
  )
}

/** Notes what an agency sent up, once. */
export function noteAnswer(order: string, agency: string, result: string, at: number): Statement {
  return statement(
    `UPDATE case_review_answer SET result = ?3, answered_at = ?4
     WHERE order_id = ?1 AND agency = ?2 AND result IS NULL`,
    order,
    agency,
    result,
    at,
  )
}
