import { bulk, prepare } from '../statement.ts'

/** What tells an item of a file from one that is already published. */
export type ItemKey = { originKey: string; indexNumber: string | null }

/** What an import would publish, as far as it is compared with what stands there. */
export type Comparable = ItemKey & {
  attribute: string
  title: string
  docNumber: string | null
  issuer: string
  writtenOn: string | null
  publishedAt: number | null
  category: string
  theme: string | null
  genre: string | null
  validity: string
  summary: string | null
  body: string
  sourceUrl: string | null
}

/** Finds which keys are published already, and which index numbers belong to an item of another key. */
export async function readExisting(
  db: D1Database,
  keys: readonly ItemKey[],
): Promise<{ originKeys: Set<string>; takenNumbers: Set<string> }> {
  const known = bulk(
    `SELECT p.origin_key AS found FROM json_each(?1) CROSS JOIN published p ON p.origin_key = value`,
    keys.map(({ originKey }) => originKey),
  )
  const held = bulk(
    `SELECT h.origin_key AS found FROM json_each(?1) CROSS JOIN held_item h ON h.origin_key = value`,
    keys.map(({ originKey }) => originKey),
  )
  const taken = bulk(
    `SELECT n.number AS found FROM json_each(?1)
     CROSS JOIN index_number n ON n.number = value->>'number'
     LEFT JOIN published p ON p.id = n.item_id
     LEFT JOIN held_item h ON h.id = n.item_id
     WHERE coalesce(p.origin_key, h.origin_key) IS NOT value->>'key'`,
    keys.flatMap(({ originKey, indexNumber }) =>
      indexNumber === null ? [] : [{ key: originKey, number: indexNumber }],
    ),
  )
  const statements = [...known, ...held, ...taken]
  if (statements.length === 0) return { originKeys: new Set(), takenNumbers: new Set() }
  const results = await db.batch<{ found: string }>(prepare(db, statements))
  return {
    originKeys: foundIn(results.slice(0, known.length + held.length)),
    takenNumbers: foundIn(results.slice(known.length + held.length)),
  }
}

/** Finds the keys whose published item says the same as the file; a day the file leaves out is not compared. */
export async function readUnchanged(
  db: D1Database,
  items: readonly Comparable[],
): Promise<Set<string>> {
  const statements = bulk(
    `SELECT p.origin_key AS found
     FROM json_each(?1) CROSS JOIN published p ON p.origin_key = value->>'originKey'
     WHERE p.title = value->>'title' AND p.doc_number IS value->>'docNumber'
       AND p.issuer = value->>'issuer' AND p.written_on IS value->>'writtenOn'
       AND p.published_at = coalesce(value->>'publishedAt', p.published_at)
       AND p.index_number = coalesce(value->>'indexNumber', p.index_number)
       AND p.category = value->>'category' AND p.theme IS value->>'theme'
       AND p.genre IS value->>'genre' AND p.validity = value->>'validity'
       AND p.summary IS value->>'summary' AND p.source_url IS value->>'sourceUrl'
       AND p.body = value->>'body' AND p.attribute = value->>'attribute'`,
    items,
  )
  const held = bulk(
    `SELECT h.origin_key AS found
     FROM json_each(?1) CROSS JOIN held_item h ON h.origin_key = value->>'originKey'
     WHERE h.title = value->>'title' AND h.doc_number IS value->>'docNumber'
       AND h.issuer = value->>'issuer' AND h.written_on IS value->>'writtenOn'
       AND h.published_at = coalesce(value->>'publishedAt', h.published_at)
       AND h.index_number = coalesce(value->>'indexNumber', h.index_number)
       AND h.category = value->>'category' AND h.theme IS value->>'theme'
       AND h.genre IS value->>'genre' AND h.validity = value->>'validity'
       AND h.summary IS value->>'summary' AND h.source_url IS value->>'sourceUrl'
       AND h.body = value->>'body' AND h.attribute = value->>'attribute'`,
    items,
  )
  if (statements.length === 0) return new Set()
  const results = await db.batch<{ found: string }>(prepare(db, [...statements, ...held]))
  return foundIn(results)
}

function foundIn(results: readonly D1Result<{ found: string }>[]): Set<string> {
  return new Set(results.flatMap(({ results: rows }) => rows.map((row) => row.found)))
}
