import { bulk, type Statement, statement } from '../../statement.ts'

/** An item that is owed to the public, and by when. */
export type OwedRow = { id: string; writtenOn: string; publishBy: string }

/** Reads items that are owed to the public, after one of them. */
export function selectOwed(afterId: string, limit: number): Statement {
  return statement(
    `SELECT id, written_on AS writtenOn, publish_by AS publishBy FROM item
     WHERE publish_by IS NOT NULL AND written_on IS NOT NULL AND id > ? ORDER BY id LIMIT ? + 0`,
    afterId,
    limit,
  )
}

/** Writes days of publication that were counted anew, where nothing else changed them meanwhile. */
export function updatePublishBy(rows: readonly (OwedRow & { fresh: string })[]): Statement[] {
  return bulk(
    `UPDATE item SET publish_by = due.row ->> 'fresh'
     FROM (SELECT value AS row FROM json_each(?1)) AS due
     WHERE item.id = due.row ->> 'id' AND item.written_on = due.row ->> 'writtenOn'
       AND item.publish_by = due.row ->> 'publishBy'`,
    rows,
  )
}
