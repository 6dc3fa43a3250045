/** How many published items a column holds and when the last one came (epoch ms). */
export type ColumnFigure = { columnId: string; count: number; lastPublishedAt: number | null }

/** Reads the figures of an agency's columns (栏目条数), columns without items left out, and of them all. */
export async function readColumnFigures(
  db: D1Database,
): Promise<{ total: number; columns: ColumnFigure[] }> {
  const { results } = await db
    .prepare(
      `SELECT c.row, c.col AS columnId, c.n AS count, s.last_published_at AS lastPublishedAt
       FROM cell c LEFT JOIN column_state s ON s.column_id = c.col
       WHERE c.period = 'all' AND c.row IN ('column', 'items')`,
    )
    .all<ColumnFigure & { row: string }>()
  return {
    total:
      results.find(({ row, columnId }) => row === 'items' && columnId === 'published')?.count ?? 0,
    columns: results
      .filter(({ row }) => row === 'column')
      .map(({ columnId, count, lastPublishedAt }) => ({ columnId, count, lastPublishedAt })),
  }
}
