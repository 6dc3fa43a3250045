import { readBatch } from '../../read.ts'
import { bulk, statement, type Statement } from '../../statement.ts'

/** An item filed against a matter. */
export type FiledItemLink = { id: string; title: string; publishedAt: number }

/** What stands under one matter (事项): how many items, and the newest of them. */
export type MatterRow = { matter: string; count: number; newest: FiledItemLink[] }

/** Reads what stands under matters, at most `newest` items of each, in one round trip. */
export async function readMatters(
  db: D1Database,
  matters: readonly string[],
  newest: number,
): Promise<MatterRow[]> {
  const [rows] = await readBatch<[{ matter: string; count: number; newest: string }]>(db, [
    statement(
      `SELECT j.value AS matter, coalesce(c.n, 0) AS count,
         (SELECT json_group_array(json_object('id', x.id, 'title', x.title, 'publishedAt', x.published_at))
          FROM (SELECT p.id, p.title, p.published_at
            FROM item_matter m CROSS JOIN published p ON p.id = m.item_id
            WHERE m.matter = j.value ORDER BY m.docid DESC LIMIT ?2 + 0) x) AS newest
       FROM json_each(?1) j
       LEFT JOIN cell c ON c.period = 'all' AND c.row = 'matter' AND c.col = j.value`,
      JSON.stringify(matters),
      newest,
    ),
  ])
  return rows.map(({ matter, count, newest: json }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of the value follows from its SQL alone
    return { matter, count, newest: JSON.parse(json) as FiledItemLink[] }
  })
}

/** What filing an item needs to know: where it stands, its last event, its matters. */
export type FilingSlot = {
  id: string
  title: string
  seq: number
  matters: string[]
}

/** Reads how a published item is filed, by its id or its index number; null when the public has none such. */
export async function readFilingSlot(db: D1Database, asked: string): Promise<FilingSlot | null> {
  const [[row]] = await readBatch<[Omit<FilingSlot, 'matters'> & { matters: string }]>(db, [
    statement(
      `SELECT p.id, p.title,
         coalesce((SELECT max(seq) FROM event WHERE entity = 'item' AND entity_id = p.id), 0) AS seq,
         (SELECT json_group_array(matter) FROM item_matter WHERE item_id = p.id) AS matters
       FROM published p
       WHERE p.id = coalesce((SELECT item_id FROM index_number WHERE number = ?1), ?1)`,
      asked,
    ),
  ])
  if (row === undefined) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape of the value follows from its SQL alone
  return { ...row, matters: JSON.parse(row.matters) as string[] }
}

/** Reads the matters that an item is filed against. */
export async function readFilings(db: D1Database, itemId: string): Promise<string[]> {
  const [rows] = await readBatch<[{ matter: string }]>(db, [
    statement('SELECT matter FROM item_matter WHERE item_id = ?', itemId),
  ])
  return rows.map(({ matter }) => matter)
}

/** Plans filings of an item that the public reads by then, and which of them end. */
export function fileItem(
  id: string,
  added: readonly string[],
  removed: readonly string[],
): Statement[] {
  return [
    ...bulk(
      `INSERT INTO item_matter (item_id, matter, docid)
       SELECT p.id, value, p.docid FROM json_each(?1) CROSS JOIN published p ON p.id = ?2`,
      added,
      id,
    ),
    ...bulk(
      'DELETE FROM item_matter WHERE item_id = ?2 AND matter IN (SELECT value FROM json_each(?1))',
      removed,
      id,
    ),
  ]
}
