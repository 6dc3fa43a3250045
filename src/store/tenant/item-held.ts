import { bulk, statement, type Statement } from '../statement.ts'
import type { NewItem } from './item-publish.ts'

/** An item that only staff see (未公开信息): its attribute says why. */
export type HeldRow = {
  id: string
  index_number: string
  attribute: string
  doc_number: string | null
  title: string
  issuer: string
  written_on: string | null
  category: string
  theme: string | null
  genre: string | null
  validity: string
  summary: string | null
}

/** Plans the keeping of items that are not for the public; they have index numbers like all others. */
export function holdItems(items: readonly NewItem[]): Statement[] {
  if (items.length === 0) return []
  const rows = items.map(({ facets: _facets, grams: _grams, number: _number, ...row }) => row)
  return bulk(
    `INSERT INTO held_item (id, index_number, attribute, doc_number, title, issuer, written_on,
         published_at, category, theme, genre, validity, source_url, origin_key, summary, body)
       SELECT value->>'id', (SELECT number FROM index_number WHERE item_id = value->>'id'),
         value->>'attribute', value->>'docNumber', value->>'title', value->>'issuer',
         value->>'writtenOn', value->>'publishedAt', value->>'category', value->>'theme',
         value->>'genre', value->>'validity', value->>'sourceUrl', value->>'originKey',
         value->>'summary', value->>'body'
       FROM json_each(?1)`,
    rows,
  )
}

/** Reads a page of held items after an id. */
export function selectHeld(after: string, limit: number): Statement {
  return statement(
    `SELECT id, index_number, attribute, doc_number, title, issuer, written_on, category, theme,
       genre, validity, summary
     FROM held_item WHERE id > ? ORDER BY id LIMIT ?`,
    after,
    limit,
  )
}
