import { type Statement, statement } from '../statement.ts'

/** A carrier of an item as it is stored; `name` is the officer's who recorded it. */
export type ChannelRow = {
  id: string
  item_id: string
  channel: string
  on_day: string
  place: string | null
  recorded_at: number
  name: string | null
}

/** An item of an issue of the gazette. */
export type GazetteRow = { on_day: string; place: string; id: string; title: string }

/** Reads the title of a published item. */
export function selectPublishedTitle(id: string): Statement {
  return statement('SELECT id, title, published_at FROM published WHERE id = ?', id)
}

/** Reads the carriers of an item, oldest first. */
export function selectChannelsOf(itemId: string): Statement {
  return statement(
    `SELECT c.id, c.item_id, c.channel, c.on_day, c.place, c.recorded_at, s.name
     FROM item_channel c LEFT JOIN staff s ON s.id = c.recorded_by
     WHERE c.item_id = ? ORDER BY c.on_day, c.id LIMIT 100`,
    itemId,
  )
}

/** Reads one carrier of an item. */
export function selectChannel(itemId: string, id: string): Statement {
  return statement(
    `SELECT c.id, c.item_id, c.channel, c.on_day, c.place, c.recorded_at, NULL AS name
     FROM item_channel c WHERE c.id = ? AND c.item_id = ?`,
    id,
    itemId,
  )
}

/** Writes a carrier. */
export function insertChannel(row: {
  id: string
  itemId: string
  channel: string
  on: string
  place: string | null
  recordedBy: string
  recordedAt: number
}): Statement {
  return statement(
    `INSERT INTO item_channel (id, item_id, channel, on_day, place, recorded_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.itemId,
    row.channel,
    row.on,
    row.place,
    row.recordedBy,
    row.recordedAt,
  )
}

/** Deletes a carrier that was recorded by mistake; the journal keeps both. */
export function deleteChannel(id: string): Statement {
  return statement('DELETE FROM item_channel WHERE id = ?', id)
}

/** Reads the figures of carriers for some months. */
export function selectChannelCells(months: readonly string[]): Statement {
  return statement(
    `SELECT period, row, col, n FROM json_each(?1) JOIN cell ON cell.period = value
     WHERE row = 'channel' OR (row = 'items' AND col = 'published')`,
    JSON.stringify(months),
  )
}

/** Reads the items of the newest issues of the gazette. */
export function selectGazette(limit: number): Statement {
  return statement(
    `SELECT c.on_day, c.place, p.id, p.title FROM item_channel c
     JOIN published p ON p.id = c.item_id
     WHERE c.channel = 'gazette' ORDER BY c.on_day DESC, c.place DESC, c.id LIMIT ? + 0`,
    limit,
  )
}
