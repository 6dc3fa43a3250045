import type { FacetDelta } from '../../../domain/statistics/facet-tally.ts'
import { bulk, statement, type Statement } from '../../statement.ts'

/** Numbers of items by key of a choice (分面计数). */
export type FacetCounts = Readonly<Record<string, number>>

/** Plans what adds to the numbers beside lists; a choice that nothing is left of goes. */
export function addFacetCounts(deltas: readonly FacetDelta[]): Statement[] {
  return deltas.every(isSmall) ? deltas.map(addFew) : addMany(deltas)
}

/** As many choices as one item counts by, and some: its column may lie five levels deep. */
const places = 12

/** Fills a place that stays empty: nothing counts by it, so it is taken out again. */
const nothing = ':'

/** The short way to a number knows no quotes and backslashes in the name of a choice. */
function isSmall({ counts }: FacetDelta): boolean {
  const keys = Object.keys(counts)
  return keys.length <= places && !keys.some((key) => /["\\]/.test(key))
}

/** What one item changes is spelled out: every element of a JSON parameter would count as a row read. */
function addFew({ scope, counts }: FacetDelta): Statement {
  const keys = [...Object.keys(counts), ...Array<string>(places).fill(nothing)].slice(0, places)
  return statement(
    `INSERT INTO facet_count (scope, counts) VALUES (?1, ?2)
     ON CONFLICT DO UPDATE SET counts = json_patch(counts, json_object(
       ?3, nullif(coalesce(counts ->> ?4, 0) + coalesce(?2 ->> ?4, 0), 0),
       ?5, nullif(coalesce(counts ->> ?6, 0) + coalesce(?2 ->> ?6, 0), 0),
       ?7, nullif(coalesce(counts ->> ?8, 0) + coalesce(?2 ->> ?8, 0), 0),
       ?9, nullif(coalesce(counts ->> ?10, 0) + coalesce(?2 ->> ?10, 0), 0),
       ?11, nullif(coalesce(counts ->> ?12, 0) + coalesce(?2 ->> ?12, 0), 0),
       ?13, nullif(coalesce(counts ->> ?14, 0) + coalesce(?2 ->> ?14, 0), 0),
       ?15, nullif(coalesce(counts ->> ?16, 0) + coalesce(?2 ->> ?16, 0), 0),
       ?17, nullif(coalesce(counts ->> ?18, 0) + coalesce(?2 ->> ?18, 0), 0),
       ?19, nullif(coalesce(counts ->> ?20, 0) + coalesce(?2 ->> ?20, 0), 0),
       ?21, nullif(coalesce(counts ->> ?22, 0) + coalesce(?2 ->> ?22, 0), 0),
       ?23, nullif(coalesce(counts ->> ?24, 0) + coalesce(?2 ->> ?24, 0), 0),
       ?25, nullif(coalesce(counts ->> ?26, 0) + coalesce(?2 ->> ?26, 0), 0)))`,
    scope,
    JSON.stringify(counts),
    ...keys.flatMap((key) => [key, `$."${key}"`]),
  )
}

/** Only the choices that change are looked at, however many there are. */
function addMany(deltas: readonly FacetDelta[]): Statement[] {
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
