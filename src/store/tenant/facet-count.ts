import type { FacetDelta } from '../../domain/statistics/facet-tally.ts'
import { bulk, type Statement } from '../statement.ts'

/** Numbers of items by key of a choice (分面计数). */
export type FacetCounts = Readonly<Record<string, number>>

/*
 * Only the choices that change are looked at, however many there are; the short way to one of them
 * knows no quotes and backslashes in its name.
 */
/** Plans what adds to the numbers beside lists; a choice that nothing is left of goes. */
export function addFacetCounts(deltas: readonly FacetDelta[]): Statement[] {
  return bulk(
    `INSERT INTO facet_count (scope, counts)
     SELECT value->>'scope', value->'counts' FROM json_each(?1) WHERE true
     ON CONFLICT DO UPDATE SET counts = json_patch(facet_count.counts, (
       SELECT json_group_object(d.key, nullif(d.value + coalesce(
         CASE WHEN instr(d.key, '"') + instr(d.key, '\\') > 0
           THEN (SELECT c.value FROM json_each(facet_count.counts) c WHERE c.key = d.key)
           ELSE facet_count.counts ->> ('$."' || d.key || '"') END, 0), 0))
       FROM json_each(excluded.counts) d))`,
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
       FROM published WHERE docid > CAST(?1 AS INTEGER) ORDER BY docid LIMIT ?2 + 0`,
    )
    .bind(after, limit)
    .all<FiledItem>()
  return results
}
