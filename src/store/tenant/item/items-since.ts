import type { RegionItem } from '../../region/item.ts'

/** Items that changed after a journal position: their present rows, or the fact that they are gone. */
export type ItemsSince = {
  present: RegionItem[]
  gone: { itemId: string; version: number }[]
  /** how far the journal was read; equal to the position asked when there is nothing new */
  position: number
}

/** Most characters of body text that one reading brings along. */
const maxCharacters = 2_000_000

type Row = { version: number; entityId: string; isItem: number; present: number } & RegionItem

/**
 * Reads what an agency's journal says about items after a position, up to another (增量), at most `limit`
 * events and some two million characters; an item changed twice comes once, as it is now.
 */
export async function itemsSince(
  db: D1Database,
  afterEventId: number,
  limit: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<ItemsSince> {
  const { results } = await db
    .prepare(
      `SELECT e.id AS version, e.entity_id AS entityId, e.entity = 'item' AS isItem,
         p.id IS NOT NULL AS present, p.id AS itemId, p.index_number AS indexNumber,
         p.doc_number AS docNumber, p.title, p.issuer, p.written_on AS writtenOn,
         p.published_at AS publishedAt, p.category, p.theme, p.genre, p.validity, p.attribute,
         p.summary, p.body, p.files_text AS filesText, p.kind, p.listed, p.shown_until AS shownUntil
       FROM (SELECT f.id, f.entity, f.entity_id,
               sum(length(q.body) + coalesce(length(q.files_text), 0)) OVER (ORDER BY f.id) AS characters,
               row_number() OVER (ORDER BY f.id) AS place
             FROM (SELECT id, entity, entity_id FROM event
                   WHERE id > CAST(?1 AS INTEGER) AND id <= CAST(?4 AS INTEGER)
                   ORDER BY id LIMIT ?2 + 0) f
             LEFT JOIN published q ON f.entity = 'item' AND q.id = f.entity_id) e
       LEFT JOIN published p ON e.entity = 'item' AND p.id = e.entity_id
       WHERE e.place = 1 OR coalesce(e.characters, 0) <= ?3
       ORDER BY e.id`,
    )
    .bind(afterEventId, limit, maxCharacters, upTo)
    .all<Row>()
  const latest = new Map(
    results.filter((row) => row.isItem === 1).map((row) => [row.entityId, row]),
  )
  const rows = [...latest.values()]
  return {
    present: rows.filter((row) => row.present === 1).map(itemOf),
    gone: rows
      .filter((row) => row.present === 0)
      .map(({ entityId, version }) => ({ itemId: entityId, version })),
    position: results.at(-1)?.version ?? afterEventId,
  }
}

function itemOf({ isItem: _isItem, present: _present, entityId, ...row }: Row): RegionItem {
  return { ...row, itemId: entityId }
}
