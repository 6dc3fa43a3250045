import { statement, type Statement } from '../../statement.ts'

/** Whether the public may read an item now. */
export async function isPublished(db: D1Database, id: string): Promise<boolean> {
  const row = await db.prepare('SELECT 1 FROM published WHERE id = ?').bind(id).first()
  return row !== null
}

/** Reads one row when the public may read an item now: until when it may. */
export function selectShown(id: string): Statement {
  return statement('SELECT shown_until AS shownUntil FROM published WHERE id = ?', id)
}

/** Reads how an item that the public read once has ended; `ending` is JSON. */
export function selectEnding(id: string): Statement {
  return statement(
    'SELECT ending FROM item WHERE id = ? AND is_live = 0 AND ending IS NOT NULL',
    id,
  )
}
