import type { PublishedItem } from '../../../domain/item/item.ts'
import { bulk, spread, statement, type Statement } from '../../statement.ts'

/** An item to publish; `number` is one it already has, or the frame of one to be assigned. */
export type NewItem = Omit<PublishedItem, 'indexNumber'> & {
  minute: number
  body: string
  sourceUrl: string | null
  originKey: string | null
  facets: string
  /** tree, fields as JSON, edition and filing; plain documents leave them out */
  document?: string | null
  fields?: string
  edition?: number
  unit?: string | null
  matter?: string | null
  /** words inside its attachments */ filesText?: string | null
  /** JSON of what lists show of it */ listed?: string | null
  /** last day before the public */ shownUntil?: string | null
  /** made only when its statement is written, and let go with it: it is three times the text */
  grams: () => string
  number:
    | { kept: string; year: number | null; serial: number | null }
    | { prefix: string; suffix: string; width: number; year: number }
}

/** Rows that are spelled out at a time: their search texts are large. */
const sliceRows = 200

/*
 * A large import leaves a dozen segments of the index behind it, and every search and column list
 * reads all of them; so many rows at once are worth merging them, up to so many pages of 4 KB.
 */
const rowsWorthMerging = 1000
const pagesToMerge = -10_000

/**
 * Plans the publication of items that have their index numbers (公开发布): rows, search index,
 * newest day of their columns. Ordinals are taken inside the batch, so two batches never share one.
 */
export function publishItems(
  items: readonly NewItem[],
  columns: ReadonlyMap<string, number>,
): Statement[] {
  if (items.length === 0) return []
  return [
    statement(
      `INSERT INTO counter (name, n) VALUES ('item', ?1), ('content', 1)
       ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      items.length,
    ),
    ...inSlices(items, (slice, from) => itemRows(slice, from, items.length)),
    ...inSlices(items, searchRows),
    ...(items.length < rowsWorthMerging ? [] : [mergeSearch()]),
    ...spread(
      `INSERT INTO column_state (column_id, last_published_at)
       SELECT value->>'id', value->>'at' FROM json_each(?1) WHERE true
       ON CONFLICT DO UPDATE SET last_published_at = max(last_published_at, excluded.last_published_at)`,
      [...columns].map(([id, at]) => ({ id, at })),
    ),
  ]
}

/** Plans the index numbers of new items (索引号). Numbers brought along come first, so that a serial assigned after them steps over theirs. */
export function numberRows(items: readonly NewItem[]): Statement[] {
  const kept: unknown[] = []
  const wanted: unknown[] = []
  let width = 1
  for (const { id, number } of items) {
    if ('kept' in number) kept.push({ id, ...number })
    else {
      wanted.push({ id, prefix: number.prefix, suffix: number.suffix, year: number.year })
      width = number.width
    }
  }
  return [
    ...bulk(
      `INSERT INTO index_number (number, item_id, year, serial)
       SELECT t.kept, t.id, t.year,
         CASE WHEN t.place > 1 OR EXISTS (SELECT 1 FROM index_number n
             WHERE n.year = t.year AND n.serial = t.serial) THEN NULL
           ELSE t.serial END
       FROM (SELECT value->>'kept' AS kept, value->>'id' AS id, value->>'year' AS year,
               value->>'serial' AS serial,
               row_number() OVER (PARTITION BY value->>'year', value->>'serial' ORDER BY key) AS place
             FROM json_each(?1)) t`,
      kept,
    ),
    ...bulk(
      `INSERT INTO index_number (number, item_id, year, serial)
       SELECT t.prefix || printf('%0*d', CAST(?2 AS INTEGER), t.serial) || t.suffix, t.id, t.year, t.serial
       FROM (SELECT value->>'id' AS id, value->>'prefix' AS prefix, value->>'suffix' AS suffix,
               value->>'year' AS year,
               coalesce((SELECT max(n.serial) FROM index_number n
                   WHERE n.year = value->>'year' AND n.serial IS NOT NULL), 0)
                 + row_number() OVER (PARTITION BY value->>'year' ORDER BY key) AS serial
             FROM json_each(?1)) t`,
      wanted,
      width,
    ),
  ]
}

/** Plans an index number for one item that may have got one before (索引号): a number stays its own for ever. */
export function keepNumber({ id, number }: NewItem): Statement[] {
  if ('kept' in number) return []
  return [
    statement(
      `INSERT INTO index_number (number, item_id, year, serial)
       SELECT ?2 || printf('%0*d', CAST(?3 AS INTEGER), t.serial) || ?4, ?1, ?5, t.serial
       FROM (SELECT coalesce((SELECT serial FROM index_number WHERE year = ?5 AND serial IS NOT NULL
               ORDER BY serial DESC LIMIT 1), 0) + 1 AS serial) t
       WHERE NOT EXISTS (SELECT 1 FROM index_number WHERE item_id = ?1)`,
      id,
      number.prefix,
      number.width,
      number.suffix,
      number.year,
    ),
  ]
}

function itemRows(slice: readonly NewItem[], from: number, total: number): Statement[] {
  const rows = slice.map(({ facets: _facets, grams: _grams, number: _number, ...row }, index) => {
    return { ...row, k: from + index + 1 }
  })
  return spread(
    `INSERT INTO published (docid, id, index_number, doc_number, title, issuer, written_on,
       published_at, category, theme, genre, validity, attribute, source_url, attachments,
       origin_key, summary, body, kind, document, fields, edition, unit, matter, files_text,
       listed, shown_until)
     SELECT (value->>'minute') * 33554432
         + (SELECT n FROM counter WHERE name = 'item') - CAST(?2 AS INTEGER) + (value->>'k'),
       value->>'id', (SELECT number FROM index_number WHERE item_id = value->>'id'),
       value->>'docNumber', value->>'title', value->>'issuer', value->>'writtenOn',
       value->>'publishedAt', value->>'category', value->>'theme', value->>'genre',
       value->>'validity', value->>'attribute', value->>'sourceUrl', '[]',
       value->>'originKey', value->>'summary', value->>'body',
       value->>'kind', value->>'document', coalesce(value->>'fields', '{}'),
       coalesce(value->>'edition', 1), value->>'unit', value->>'matter', value->>'filesText',
       value->>'listed', value->>'shownUntil'
     FROM json_each(?1)`,
    rows,
    total,
  )
}

function searchRows(slice: readonly NewItem[]): Statement[] {
  return spread(
    `INSERT INTO published_search (rowid, facet, grams)
     SELECT p.docid, (value->>'facets') || ' x' || lower(hex(index_number))
         || coalesce(' u' || lower(hex(substr(lower(source_url), -32))), ''), value->>'grams'
     FROM json_each(?1) CROSS JOIN published p ON p.id = value->>'id'`,
    slice.map(({ id, facets, grams }) => ({ id, facets, grams: grams() })),
  )
}

function mergeSearch(): Statement {
  return statement(
    `INSERT INTO published_search (published_search, rank) VALUES ('merge', CAST(?1 AS INTEGER))`,
    pagesToMerge,
  )
}

function inSlices(
  items: readonly NewItem[],
  plan: (slice: readonly NewItem[], from: number) => Statement[],
): Statement[] {
  const statements: Statement[] = []
  for (let from = 0; from < items.length; from += sliceRows) {
    statements.push(...plan(items.slice(from, from + sliceRows), from))
  }
  return statements
}
