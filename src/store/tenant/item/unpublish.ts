import { statement, type Statement } from '../../statement.ts'

const countContent = `INSERT INTO counter (name, n) VALUES ('content', 1)
  ON CONFLICT DO UPDATE SET n = n + 1`

/**
 * Plans that an item and all that is made from it leaves the public (撤下): its row, its search
 * words, its files; `columns`, ids, learn anew when their last item came.
 */
export function unpublishItem(
  id: string,
  columns: readonly { id: string; facet: string }[],
): Statement[] {
  return [
    statement(
      'DELETE FROM published_search WHERE rowid = (SELECT docid FROM published WHERE id = ?)',
      id,
    ),
    statement('DELETE FROM published WHERE id = ?', id),
    statement('UPDATE item_file SET live = 0 WHERE item_id = ?', id),
    ...columns.flatMap(newestOf),
    statement(countContent),
  ]
}

function newestOf(column: { id: string; facet: string }): Statement[] {
  return [
    statement(
      `UPDATE column_state SET last_published_at = coalesce((
         SELECT p.published_at FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
         WHERE s.published_search MATCH ?2 ORDER BY s.rowid DESC LIMIT 1), 0)
       WHERE column_id = ?1`,
      column.id,
      `facet : "${column.facet}"`,
    ),
    statement('DELETE FROM column_state WHERE column_id = ? AND last_published_at = 0', column.id),
  ]
}
