import type { Instant } from '../../../domain/time/instant.ts'
import { type Statement, statement } from '../../statement.ts'

/** An item that the public reads, with its place in the order of publication. */
export type CountedRow = {
  docid: number
  id: string
  title: string
  indexNumber: string
  publishedAt: number
}

/** How many items ended in one way. */
export type EndedRow = { how: string; n: number }

/** A docid begins with the minute of publication. */
const perMinute = 33_554_432

/** Minutes of publication, the first included, the last not. */
export type Span = { from: number; before: number }

/** Reads what the public reads of the items first published in a span (期间公开的信息), newest first. */
export function selectCounted(
  { from, before }: Span,
  under: number | null,
  limit: number,
): Statement {
  return statement(
    `SELECT docid, id, title, index_number AS indexNumber, published_at AS publishedAt
     FROM published WHERE docid >= CAST(?1 AS INTEGER) AND docid < CAST(?2 AS INTEGER)
     ORDER BY docid DESC LIMIT ?3 + 0`,
    from * perMinute,
    under ?? before * perMinute,
    limit,
  )
}

/** Counts them. */
export function countCounted({ from, before }: Span): Statement {
  return statement(
    `SELECT count(*) AS n FROM published
     WHERE docid >= CAST(?1 AS INTEGER) AND docid < CAST(?2 AS INTEGER)`,
    from * perMinute,
    before * perMinute,
  )
}

/** Reads how many publications some months count (本期公开条数). */
export function selectPublications(months: readonly string[]): Statement {
  return statement(
    `SELECT coalesce(sum(n), 0) AS n FROM cell
     WHERE period IN (SELECT value FROM json_each(?)) AND row = 'items' AND col = 'published'`,
    JSON.stringify(months),
  )
}

/** Counts the items first published in a span that have ended since, by how (期间公开后已终止的信息). */
export function countEnded({ from, before }: { from: Instant; before: Instant }): Statement {
  return statement(
    `SELECT i.ending->>'kind' AS how, count(*) AS n
     FROM item i INDEXED BY item_ended CROSS JOIN edition e ON e.item_id = i.id AND e.n = 1
     WHERE i.is_live = 0 AND i.ending IS NOT NULL AND e.published_at >= ?1 AND e.published_at < ?2
     GROUP BY how ORDER BY how`,
    from,
    before,
  )
}
