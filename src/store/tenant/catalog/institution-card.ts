import { readBatch } from '../../read.ts'
import { statement, type Statement } from '../../statement.ts'

/** A card as it is stored; `seq` counts its changes, `fields` is JSON. */
export type CardRow = {
  id: string
  seq: number
  kind: string
  place: number
  name: string
  fields: string
  fromOn: string
  toOn: string | null
}

const columns = 'id, seq, kind, place, name, fields, from_on AS fromOn, to_on AS toOn'

/** Most cards that a page shows. */
const mostCards = 300

/** Reads the cards that have not ended by a day (现任、现设), in their order. */
export async function readPresentCards(db: D1Database, today: string): Promise<readonly CardRow[]> {
  const [rows] = await readBatch<[CardRow]>(db, [
    statement(
      `SELECT ${columns} FROM institution_card
       WHERE from_on <= ?1 AND (to_on IS NULL OR to_on >= ?1) ORDER BY kind, place, id LIMIT ?2 + 0`,
      today,
      mostCards,
    ),
  ])
  return rows
}

/** Reads all cards, also the ended ones. */
export async function readAllCards(db: D1Database): Promise<readonly CardRow[]> {
  const [rows] = await readBatch<[CardRow]>(db, [
    statement(
      `SELECT ${columns} FROM institution_card ORDER BY kind, to_on IS NOT NULL, place, id LIMIT ? + 0`,
      mostCards,
    ),
  ])
  return rows
}

/** Reads one card; null when there is none. */
export async function readCard(db: D1Database, id: string): Promise<CardRow | null> {
  const [[row]] = await readBatch<[CardRow]>(db, [
    statement(`SELECT ${columns} FROM institution_card WHERE id = ?`, id),
  ])
  return row ?? null
}

/** Plans a card, new or changed. */
export function putCard(row: CardRow, at: number): Statement {
  return statement(
    `INSERT INTO institution_card (id, seq, kind, place, name, fields, from_on, to_on, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, place = excluded.place,
       name = excluded.name, fields = excluded.fields, from_on = excluded.from_on,
       to_on = excluded.to_on, changed_at = excluded.changed_at`,
    row.id,
    row.seq,
    row.kind,
    row.place,
    row.name,
    row.fields,
    row.fromOn,
    row.toOn,
    at,
  )
}
