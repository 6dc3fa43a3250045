import { statement, type Statement } from '../../statement.ts'

/** What somebody was typing (自动保存): the form's fields as JSON, on top of which version. */
export type AutosaveRow = { baseVersion: number; at: number; fields: string }

/** Reads what a member of staff was typing on an item. */
export function selectAutosave(itemId: string, staffId: string): Statement {
  return statement(
    `SELECT base_version AS baseVersion, at, fields FROM autosave WHERE item_id = ? AND staff_id = ?`,
    itemId,
    staffId,
  )
}

/** Keeps what is being typed: no history and no state, so it is written without an event. */
export async function keepAutosave(
  db: D1Database,
  itemId: string,
  staffId: string,
  { baseVersion, at, fields }: AutosaveRow,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO autosave (item_id, staff_id, base_version, at, fields) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET base_version = excluded.base_version, at = excluded.at,
         fields = excluded.fields`,
    )
    .bind(itemId, staffId, baseVersion, at, fields)
    .run()
}

/** Plans that what was typed is let go, because it was saved. */
export function dropAutosave(itemId: string, staffId: string): Statement {
  return statement('DELETE FROM autosave WHERE item_id = ? AND staff_id = ?', itemId, staffId)
}

/** Plans that what anybody was typing on an item is let go, because there is nothing left to type on. */
export function dropAutosaves(itemId: string): Statement {
  return statement('DELETE FROM autosave WHERE item_id = ?', itemId)
}
