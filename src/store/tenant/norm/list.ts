import { statement, type Statement } from '../../statement.ts'
import { normColumns } from './norm.ts'

/** Where a page begins: before this day and id. */
export type NormPlace = { on: string; id: string }

/** Reads the register, newest first. */
export function selectNorms(before: NormPlace, limit: number): Statement {
  return statement(
    `SELECT ${normColumns} FROM norm_document n WHERE (n.drafted_on, n.id) < (?, ?)
     ORDER BY n.drafted_on DESC, n.id DESC LIMIT ? + 0`,
    before.on,
    before.id,
    limit,
  )
}

/** Reads documents with work that waits, or whose validity ends by a day, the most urgent first. */
export function selectDueNorms(warnedUntil: string, limit: number): Statement {
  return statement(
    `SELECT ${normColumns} FROM norm_document n
     WHERE n.state IN ('under-review', 'reviewed', 'registered', 'published', 'returned')
       OR (n.state = 'draft' AND n.opinion IS NOT NULL)
       OR (n.in_force = 1 AND (n.expires_on <= ?1 OR n.cleanup_note IS NOT NULL))
     ORDER BY coalesce(n.correct_by, CASE WHEN n.filed_on IS NULL THEN n.file_by END,
       n.expires_on, '9999'), n.id LIMIT ?2 + 0`,
    warnedUntil,
    limit,
  )
}

/** Reads documents in force that no published item explains (缺政策解读), newest first. */
export function selectUnexplained(before: NormPlace, limit: number): Statement {
  return statement(
    `SELECT ${normColumns} FROM norm_document n
     WHERE n.published_on IS NOT NULL AND n.in_force = 1 AND (n.published_on, n.id) < (?, ?)
       AND EXISTS (SELECT 1 FROM published o WHERE o.id = n.item_id)
       AND NOT EXISTS (SELECT 1 FROM interpretation i JOIN published p ON p.id = i.item_id
         WHERE i.of_item_id = n.item_id)
     ORDER BY n.published_on DESC, n.id DESC LIMIT ? + 0`,
    before.on,
    before.id,
    limit,
  )
}

/** Reads documents in force whose last day has passed, at most `limit`. */
export function selectExpired(today: string, limit: number): Statement {
  return statement(
    `SELECT ${normColumns} FROM norm_document n
     WHERE n.in_force = 1 AND n.expires_on < ? ORDER BY n.expires_on, n.id LIMIT ? + 0`,
    today,
    limit,
  )
}

/** A document of the public register. */
export type PublicNormRow = {
  id: string
  itemId: string
  number: string | null
  title: string
  maker: string
  state: string
  publishedOn: string
  effectiveOn: string | null
  expiresOn: string | null
  inForce: 0 | 1
  endedOn: string | null
  /** id and title of the public item of the document that took its place */
  replacedById: string | null
  replacedByTitle: string | null
}

const publicColumns = `n.id, n.item_id AS itemId, n.number, n.title, n.maker, n.state,
  n.published_on AS publishedOn, n.effective_on AS effectiveOn, n.expires_on AS expiresOn,
  n.in_force AS inForce, n.ended_on AS endedOn, rp.id AS replacedById, rp.title AS replacedByTitle`

/** Reads whether the public can read the text of a document, which may have been taken back since. */
export function selectTextShown(itemId: string): Statement {
  return statement('SELECT 1 AS shown FROM published WHERE id = ?', itemId)
}

/** Which part of the public register is read (全部, 有效, 尚未施行, 失效, 废止). */
export type NormStanding = 'all' | 'valid' | 'not-yet' | 'expired' | 'repealed'

/** Reads the public register, newest first: only documents that the public can read. */
export function selectPublicNorms(
  before: NormPlace,
  limit: number,
  standing: NormStanding,
  today: string,
): Statement {
  return statement(
    `SELECT ${publicColumns} FROM norm_document n JOIN published p ON p.id = n.item_id
       LEFT JOIN norm_document r ON r.id = n.replaced_by LEFT JOIN published rp ON rp.id = r.item_id
     WHERE n.published_on IS NOT NULL AND (n.published_on, n.id) < (?1, ?2)
       AND CASE ?5
         WHEN 'valid' THEN n.in_force = 1 AND (n.expires_on IS NULL OR n.expires_on >= ?4)
           AND (n.effective_on IS NULL OR n.effective_on <= ?4)
         WHEN 'not-yet' THEN n.in_force = 1 AND n.effective_on > ?4
         WHEN 'expired' THEN iif(n.in_force = 1, n.expires_on < ?4, n.state = 'expired')
         WHEN 'repealed' THEN n.in_force = 0 AND n.state <> 'expired'
         ELSE true END
     ORDER BY n.published_on DESC, n.id DESC LIMIT ?3 + 0`,
    before.on,
    before.id,
    limit,
    today,
    standing,
  )
}
