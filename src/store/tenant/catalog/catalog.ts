import { type Statement, statement } from '../../statement.ts'

/** How many published items a column holds and when the last one came (epoch ms). */
export type ColumnFigure = { columnId: string; count: number; lastPublishedAt: number | null }

/**
 * What stands in a column beside items (指南、制度、机构): whether there is any of it and when it
 * last changed (epoch ms; null for what the agency's manifest says).
 */
export type EntryFigure = { columnId: string; present: boolean; changedAt: number | null }

/** The figures of an agency's columns; columns without items are left out. */
export type ColumnFigures = { total: number; columns: ColumnFigure[]; entries: EntryFigure[] }

/** A row of the figures of columns. */
export type FigureRow = {
  row: string
  columnId: string
  count: number
  lastPublishedAt: number | null
}

/** A guide stands there from the first day: the agency's manifest cannot lack it. */
const figures = `SELECT c.row, c.col AS columnId, c.n AS count, s.last_published_at AS lastPublishedAt
  FROM cell c LEFT JOIN column_state s ON s.column_id = c.col
  WHERE c.period = 'all' AND c.row IN ('column', 'items')
  UNION ALL SELECT 'entries', 'disclosure-guide', 1,
    (SELECT published_at FROM guide_version ORDER BY n DESC LIMIT 1)
  UNION ALL SELECT 'entries', 'disclosure-rules', EXISTS (SELECT 1 FROM disclosure_rule),
    (SELECT max(changed_at) FROM disclosure_rule)
  UNION ALL SELECT 'entries', 'institution', EXISTS (SELECT 1 FROM institution_card WHERE to_on IS NULL),
    (SELECT max(changed_at) FROM institution_card)`

/** Reads the figures of an agency's columns (栏目条数), columns without items left out, and of them all. */
export async function readColumnFigures(db: D1Database): Promise<ColumnFigures> {
  const { results } = await db.prepare(figures).all<FigureRow>()
  return figuresOf(results)
}

/** The same as a statement, for a reading of more than that; {@link figuresOf} reads its rows. */
export function selectColumnFigures(): Statement {
  return statement(figures)
}

/** The figures that rows of {@link selectColumnFigures} hold. */
export function figuresOf(results: readonly FigureRow[]): ColumnFigures {
  return {
    total:
      results.find(({ row, columnId }) => row === 'items' && columnId === 'published')?.count ?? 0,
    columns: results
      .filter(({ row }) => row === 'column')
      .map(({ columnId, count, lastPublishedAt }) => ({ columnId, count, lastPublishedAt })),
    entries: results
      .filter(({ row }) => row === 'entries')
      .map(({ columnId, count, lastPublishedAt }) => {
        return { columnId, present: count === 1, changedAt: lastPublishedAt }
      }),
  }
}
