import { bulk, prepare } from '../../statement.ts'

/** What tells an item of a file from one that is already published. */
export type ItemKey = { originKey: string; indexNumber: string | null }

/** What an import would publish, as far as it is compared with what stands there. */
export type Comparable = ItemKey & {
  /** the body as a tree, made only when it is compared */ document: () => unknown
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
    `SELECT i.origin_key AS found FROM json_each(?1) CROSS JOIN item i ON i.origin_key = value`,
    keys.map(({ originKey }) => originKey),
  )
  const taken = bulk(
    `SELECT n.number AS found FROM json_each(?1)
     CROSS JOIN index_number n ON n.number = value->>'number'
     LEFT JOIN published p ON p.id = n.item_id
     LEFT JOIN item i ON i.id = n.item_id
     WHERE coalesce(p.origin_key, i.origin_key) IS NOT value->>'key'`,
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
  const kept = bulk(
    `SELECT i.origin_key AS found
     FROM json_each(?1) CROSS JOIN item i ON i.origin_key = value->>'originKey'
     LEFT JOIN index_number n ON n.item_id = i.id
     WHERE i.is_live = 0 AND i.title = value->>'title' AND i.written_on IS value->>'writtenOn'
       AND i.category = value->>'category' AND i.attribute IS value->>'attribute'
       AND n.number = coalesce(value->>'indexNumber', n.number)
       AND i.content->>'docNumber' IS value->>'docNumber'
       AND i.content->>'issuer' = value->>'issuer' AND i.content->>'theme' IS value->>'theme'
       AND i.content->>'genre' IS value->>'genre' AND i.content->>'validity' = value->>'validity'
       AND i.content->>'summary' IS value->>'summary'
       AND i.content->>'sourceUrl' IS value->>'sourceUrl'
       AND i.content->>'document' = value->>'document'`,
    items.map((item) => ({ ...item, document: JSON.stringify(item.document()) })),
  )
  if (statements.length === 0) return new Set()
  const results = await db.batch<{ found: string }>(prepare(db, [...statements, ...kept]))
  return foundIn(results)
}

function foundIn(results: readonly D1Result<{ found: string }>[]): Set<string> {
  return new Set(results.flatMap(({ results: rows }) => rows.map((row) => row.found)))
}
