import type { FacetDelta } from '../../domain/statistics/facet-tally.ts'
import { bulk, type Statement } from '../statement.ts'

/** Numbers of items by key of a choice (分面计数). */
export type FacetCounts = Readonly<Record<string, number>>

/** Plans what adds to the numbers beside lists; a choice that nothing is left of goes. */
export function addFacetCounts(deltas: readonly FacetDelta[]): Statement[] {
  return bulk(
    `INSERT INTO facet_count (scope, counts)
     SELECT value->>'scope', value->'counts' FROM json_each(?1) WHERE true
     ON CONFLICT DO UPDATE SET counts = (
       SELECT json_group_object(key, n) FROM (
         SELECT key, sum(value) AS n FROM (
           SELECT key, value FROM json_each(facet_count.counts)
           UNION ALL SELECT key, value FROM json_each(excluded.counts))
         GROUP BY key HAVING sum(value) <> 0))`,
    deltas,
  )
}

/** What an item counts by, as it stands published. */
export type FiledItem = {
  docid: number
  category: string
  theme: string | null
  genre: string | null
  validity: string
  issuer: string
  publishedAt: number
}

/** Reads all numbers beside lists. */
export async function readAllFacetCounts(
  db: D1Database,
): Promise<{ scope: string; counts: string }[]> {
  const { results } = await db
    .prepare('SELECT scope, counts FROM facet_count')
    .all<{ scope: string; counts: string }>()
  return results
}

/** Reads what published items count by, page by page, after a docid. */
export async function readFiled(
  db: D1Database,
  after: number,
  limit: number,
): Promise<FiledItem[]> {
  const { results } = await db
    .prepare(
      `SELECT docid, category, theme, genre, validity, issuer, published_at AS publishedAt
       FROM published WHERE docid > CAST(?1 AS INTEGER) ORDER BY docid LIMIT ?2`,
    )
    .bind(after, limit)
    .all<FiledItem>()
  return results
}
