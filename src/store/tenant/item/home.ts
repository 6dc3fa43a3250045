import type { PublishedItem } from '../../../domain/item/item.ts'
import { facet } from '../../../domain/item/search-query.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import { readJson } from '../../read.ts'
import { statement } from '../../statement.ts'

/** What a front page tells of an item. */
export type HomeItem = Pick<PublishedItem, 'id' | 'title' | 'publishedAt'>

/** What a front page shows: the newest items, the newest of four columns, and counters. */
export type HomeReading = {
  latest: HomeItem[]
  byColumn: HomeItem[][]
  published: number
  publishedThisYear: number
  /** grows with every change of what the public may read (内容版本); 0 before the first */
  contentEpoch: number
  /** fields of the newest version of the guide as they are stored; null before the first */
  guide: string | null
}

const newest = `SELECT json_group_array(json_object('id', p.id, 'title', p.title, 'publishedAt', p.published_at))
  FROM (SELECT s.rowid AS docid FROM published_search s WHERE s.published_search MATCH`

const inOrder = `ORDER BY s.rowid DESC LIMIT ?3 + 0) s CROSS JOIN published p ON p.docid = s.docid
  AND (p.shown_until IS NULL OR p.shown_until >= ?8)`

const home = `SELECT json_object(
  'published', coalesce((SELECT n FROM cell WHERE period = 'all' AND row = 'items' AND col = 'published'), 0),
  'publishedThisYear',
    coalesce((SELECT n FROM cell WHERE period = ?1 AND row = 'items' AND col = 'published'), 0),
  'contentEpoch', coalesce((SELECT n FROM counter WHERE name = 'content'), 0),
  'guide', (SELECT fields FROM guide_version ORDER BY n DESC LIMIT 1),
  'latest', json((
    SELECT json_group_array(json_object('id', p.id, 'title', p.title, 'publishedAt', p.published_at))
    FROM (SELECT id, title, published_at FROM published p WHERE (p.shown_until IS NULL OR p.shown_until >= ?8)
      ORDER BY docid DESC LIMIT ?2 + 0) p)),
  'byColumn', json_array(json((${newest} ?4 ${inOrder})), json((${newest} ?5 ${inOrder})),
    json((${newest} ?6 ${inOrder})), json((${newest} ?7 ${inOrder}))))`

/** Reads an agency's front page (首页) in one statement; of `columns`, ids, the first four. */
export async function readHomePage(
  db: D1Database,
  columns: readonly string[],
  today: LocalDate,
  { latest, column }: { latest: number; column: number },
): Promise<HomeReading> {
  const matches = Array.from({ length: 4 }, (_, index) => matchOf(columns[index]))
  const [read] = await readJson<HomeReading>(
    db,
    statement(home, today.slice(0, 4), latest, column, ...matches, today),
  )
  if (read === undefined) throw new Error('a reading without a table gave no row')
  return read
}

function matchOf(column: string | undefined): string {
  return column === undefined ? 'facet : none' : `facet : "${facet('category', column)}"`
}
