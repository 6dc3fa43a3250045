import { statement, type Statement } from '../../statement.ts'

/** One review of an item as stored (审查记录); `checks` is a JSON list, `at` epoch ms. */
export type ReviewRow = {
  seq: number
  edition: number
  level: string
  verdict: string
  reviewer: string
  /** name of the reviewer, null when the account is gone */ name: string | null
  opinion: string | null
  checks: string
  override: string | null
  digest: string
  at: number
}

/** Reads the reviews of an item, oldest first. */
export function selectReviews(itemId: string): Statement {
  return statement(
    `SELECT r.seq, r.edition, r.level, r.verdict, r.reviewer, s.name, r.opinion, r.checks,
       r.override, r.digest, r.at
     FROM review r LEFT JOIN staff s ON s.id = r.reviewer
     WHERE r.item_id = ? ORDER BY r.seq`,
    itemId,
  )
}

/** Plans the record of a review (审查记录). */
export function addReview(itemId: string, row: Omit<ReviewRow, 'name'>): Statement {
  return statement(
    `INSERT INTO review (item_id, seq, edition, level, verdict, reviewer, opinion, checks, override,
       digest, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    itemId,
    row.seq,
    row.edition,
    row.level,
    row.verdict,
    row.reviewer,
    row.opinion,
    row.checks,
    row.override,
    row.digest,
    row.at,
  )
}
