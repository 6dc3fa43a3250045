import { statement, type Statement } from '../../statement.ts'

/** So many last characters of an old address (原文链接), in lower case, are its word in the index. */
export const addressTail = 32

/** Reads published items whose old address may be the one that a full-text query means, newest first. */
export function selectByAddress(match: string): Statement {
  return statement(
    `SELECT p.id, p.source_url AS sourceUrl FROM published_search s
     CROSS JOIN published p ON p.docid = s.rowid
     WHERE s.published_search MATCH ?1 ORDER BY s.rowid DESC LIMIT 20`,
    match,
  )
}
