import type { LocalDate } from '../../../domain/time/local-date.ts'
import { shownOn } from './shown-on.ts'

/** Reads the titles of the newest items that a full-text query finds; only of what is published. */
export async function readTitles(
  db: D1Database,
  match: string,
  today: LocalDate,
  limit: number,
): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      `SELECT p.title FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
       WHERE s.published_search MATCH ?1 AND ${shownOn}
       ORDER BY s.rowid DESC LIMIT ?2 + 0`,
    )
    .bind(match, limit, today)
    .all<{ title: string }>()
  return results.map(({ title }) => title)
}
