import { bulk, statement, type Statement } from '../statement.ts'
import type { GoneItem, IndexedItem } from './item.ts'
import { noteChanges, noteGone } from './item-change.ts'

/**
 * Plans what brings the region's index up to an agency's items (区域索引): each replaces what is
 * there unless that is newer, so repeating a message leaves one row.
 */
export function putRegionItems(agencyId: string, items: readonly IndexedItem[]): Statement[] {
  if (items.length === 0) return []
  const rows = items.map(({ facets: _facets, grams: _grams, ...row }, k) => ({ ...row, k: k + 1 }))
  const words = items.map(({ itemId, version, facets, grams }) => ({
    itemId,
    version,
    facets,
    grams,
  }))
  return [
    ...takeOut(agencyId, items),
    statement(
      `INSERT INTO counter (name, n) VALUES ('item', ?) ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      items.length,
    ),
    ...bulk(
      `INSERT INTO region_item (docid, agency_id, item_id, version, index_number, doc_number, title,
         issuer, written_on, published_at, category, theme, genre, validity, attribute, summary, body,
         files_text, kind, listed, shown_until)
       SELECT (value->>'minute') * 33554432
           + (SELECT n FROM counter WHERE name = 'item') - CAST(?3 AS INTEGER) + (value->>'k'),
         ?2, value->>'itemId', value->>'version', value->>'indexNumber', value->>'docNumber',
         value->>'title', value->>'issuer', value->>'writtenOn', value->>'publishedAt',
         value->>'category', value->>'theme', value->>'genre', value->>'validity',
         value->>'attribute', value->>'summary', value->>'body', value->>'filesText',
         value->>'kind', value->>'listed', value->>'shownUntil'
       FROM json_each(?1) WHERE true ON CONFLICT (agency_id, item_id) DO NOTHING`,
      rows,
      agencyId,
      items.length,
    ),
    // Every row of this very version was written by the statement above: older and equal ones went first.
    ...bulk(
      `INSERT INTO region_search (rowid, facet, grams)
       SELECT r.docid, value->>'facets', value->>'grams'
       FROM json_each(?1) CROSS JOIN region_item r
         ON r.agency_id = ?2 AND r.item_id = value->>'itemId' AND r.version = value->>'version'`,
      words,
      agencyId,
    ),
    ...noteChanges(agencyId, items),
  ]
}

/** Plans the removal of items from the region's index, and of what its change feed says of them. */
export function removeRegionItems(agencyId: string, gone: readonly GoneItem[]): Statement[] {
  return [...takeOut(agencyId, gone), ...noteGone(agencyId, gone)]
}

function takeOut(agencyId: string, gone: readonly GoneItem[]): Statement[] {
  const rows = gone.map(({ itemId, version }) => ({ itemId, version }))
  return [
    ...bulk(
      `DELETE FROM region_search WHERE rowid IN (
         SELECT r.docid FROM json_each(?1) CROSS JOIN region_item r
           ON r.agency_id = ?2 AND r.item_id = value->>'itemId' AND r.version <= value->>'version')`,
      rows,
      agencyId,
    ),
    ...bulk(
      `DELETE FROM region_item WHERE docid IN (
         SELECT r.docid FROM json_each(?1) CROSS JOIN region_item r
           ON r.agency_id = ?2 AND r.item_id = value->>'itemId' AND r.version <= value->>'version')`,
      rows,
      agencyId,
    ),
  ]
}
