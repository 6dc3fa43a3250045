import { uncountFiles } from './file-count.ts'
import { bulk, statement, type Statement } from '../statement.ts'

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
    ...uncountFiles([id]),
    statement(
      'DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE id = ?)',
      id,
    ),
    statement('DELETE FROM published WHERE id = ?', id),
    statement('UPDATE item_file SET live = 0 WHERE item_id = ?', id),
    ...newestOf(columns),
    statement(countContent),
  ]
}

function newestOf(columns: readonly { id: string; facet: string }[]): Statement[] {
  const asked = columns.map((column) => ({ id: column.id, match: `facet : "${column.facet}"` }))
  return [
    ...bulk(
      `UPDATE column_state SET last_published_at = coalesce((
           SELECT p.published_at FROM published_search s CROSS JOIN published p ON p.docid = s.rowid
           WHERE s.published_search MATCH (SELECT value->>'match' FROM json_each(?1)
             WHERE value->>'id' = column_id)
           ORDER BY s.rowid DESC LIMIT 1), 0)
         WHERE column_id IN (SELECT value->>'id' FROM json_each(?1))`,
      asked,
    ),
    statement('DELETE FROM column_state WHERE last_published_at = 0'),
  ]
}
