import type { PublishedItem } from '../../domain/item/item.ts'
import { facet } from '../../domain/item/search-query.ts'
import { listStatement, type ListRow } from './item-list.ts'
import { readBatch } from '../read.ts'
import { statement } from '../statement.ts'

/** What a front page shows: the newest items, the newest of some columns, and counters. */
export type HomeReading = {
  latest: PublishedItem[]
  byColumn: PublishedItem[][]
  published: number
  publishedThisYear: number
  /** grows with every change of what the public may read (内容版本); 0 before the first */
  contentEpoch: number
}

type Figures = { published: number | null; thisYear: number | null; epoch: number | null }

/** Reads an agency's front page (首页) in one round trip; `columns` are ids. */
export async function readHomePage(
  db: D1Database,
  columns: readonly string[],
  year: string,
  rows: { latest: number; column: number },
): Promise<HomeReading> {
  const part = { oldestFirst: false, after: null, quote: null }
  const [figures, latest, ...byColumn] = await readBatch<[Figures, ListRow, ...ListRow[]]>(db, [
    statement(
      `SELECT
         (SELECT n FROM cell WHERE period = 'all' AND row = 'items' AND col = 'published') AS published,
         (SELECT n FROM cell WHERE period = ? AND row = 'items' AND col = 'published') AS thisYear,
         (SELECT n FROM counter WHERE name = 'content') AS epoch`,
      year,
    ),
    listStatement({ ...part, match: '', limit: rows.latest }),
    ...columns.map((id) =>
      listStatement({ ...part, match: `facet : "${facet('category', id)}"`, limit: rows.column }),
    ),
  ])
  const [figure] = figures
  return {
    latest,
    byColumn,
    published: figure?.published ?? 0,
    publishedThisYear: figure?.thisYear ?? 0,
    contentEpoch: figure?.epoch ?? 0,
  }
}
