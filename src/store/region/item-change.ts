import { bulk, statement, type Statement } from '../statement.ts'
import type { GoneItem, RegionItem } from './item.ts'

/** Plans the entries of the change feed (变更日志) for items that were published or changed. */
export function noteChanges(agencyId: string, items: readonly { itemId: string }[]): Statement[] {
  const rows = items.map(({ itemId }, k) => ({ itemId, k: k + 1 }))
  return [
    advance(rows.length),
    ...bulk(
      `INSERT INTO item_change (agency_id, item_id, seq, gone)
       SELECT ?2, value->>'itemId',
         (SELECT n FROM counter WHERE name = 'change') - CAST(?3 AS INTEGER) + (value->>'k'), 0
       FROM json_each(?1) WHERE true
       ON CONFLICT (agency_id, item_id) DO UPDATE SET seq = excluded.seq, gone = 0`,
      rows,
      agencyId,
      rows.length,
    ),
  ]
}

/** Plans the tombstones of items that the public lost; what it never saw leaves none. */
export function noteGone(agencyId: string, gone: readonly GoneItem[]): Statement[] {
  if (gone.length === 0) return []
  const rows = gone.map(({ itemId }, k) => ({ itemId, k: k + 1 }))
  return [
    advance(rows.length),
    ...bulk(
      // Written as an insertion, which finds each row by its key; an update would go through all of the agency's.
      `INSERT INTO item_change (agency_id, item_id, seq, gone)
       SELECT ?2, c.item_id,
         (SELECT n FROM counter WHERE name = 'change') - CAST(?3 AS INTEGER) + (g.value->>'k'), 1
       FROM json_each(?1) g CROSS JOIN item_change c
         ON c.agency_id = ?2 AND c.item_id = g.value->>'itemId' AND c.gone = 0
       WHERE true ON CONFLICT (agency_id, item_id) DO UPDATE SET seq = excluded.seq, gone = 1`,
      rows,
      agencyId,
      rows.length,
    ),
  ]
}

function advance(by: number): Statement {
  return statement(
    `INSERT INTO counter (name, n) VALUES ('change', ?)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    by,
  )
}

/** What the feed says of one item: the item as it is now, or null when the public lost it. */
export type ItemChange = {
  seq: number
  agencyId: string
  itemId: string
  item: Omit<RegionItem, 'version' | 'itemId' | 'filesText'> | null
}

/**
 * A stretch of the feed: which copy of the region it is of, the last place of any agency, where the
 * stretch ends, and whether all is read.
 */
export type ChangeRead = {
  feed: number
  newest: number
  end: number
  isLast: boolean
  changes: ItemChange[]
}

/** Most characters of text that one reading brings along; one entry goes in any case. */
const maxCharacters = 2_000_000

type Row = Omit<RegionItem, 'version' | 'filesText' | 'title'> & {
  seq: number
  gone: number
  agencyId: string
  title: string | null
}

const columns = `c.seq, c.gone, c.agency_id AS agencyId, c.item_id AS itemId,
  i.index_number AS indexNumber, i.doc_number AS docNumber, i.title, i.issuer,
  i.written_on AS writtenOn, i.published_at AS publishedAt, i.category, i.theme, i.genre,
  i.validity, i.attribute, i.summary, i.body, i.kind, i.listed, i.shown_until AS shownUntil`

/** The next entries `f` of the feed, cut where their texts become too long: what stands around their choice. */
const opening = `SELECT ${columns}
  FROM (SELECT f.*, row_number() OVER (ORDER BY f.seq) AS place,
      sum(coalesce(length(t.body), 0)) OVER (ORDER BY f.seq) AS characters
    FROM (`
const closing = `) f
    LEFT JOIN region_item t ON t.agency_id = f.agency_id AND t.item_id = f.item_id AND f.gone = 0) c
  LEFT JOIN region_item i ON i.agency_id = c.agency_id AND i.item_id = c.item_id AND c.gone = 0
  WHERE c.place = 1 OR c.characters <= ?3 ORDER BY c.seq`

const ofAgency = {
  last: 'SELECT max(seq) AS n FROM item_change WHERE agency_id = ?1',
  stretch: `${opening}SELECT * FROM item_change WHERE agency_id = ?4 AND seq > ?1
    ORDER BY seq LIMIT ?2 + 0${closing}`,
}

const ofRegion = {
  last: 'SELECT max(seq) AS n FROM item_change',
  stretch: `${opening}SELECT * FROM item_change WHERE seq > ?1 ORDER BY seq LIMIT ?2 + 0${closing}`,
}

/**
 * Reads the feed after a place (增量同步), in one batch: of one agency at most `limit` entries; of a
 * subtree those of `members` among the next `limit` entries of the region, so that a page costs
 * the same whatever the office. `end` is the place the reading came to.
 */
export async function readChanges(
  region: D1Database,
  after: number,
  limit: number,
  whose: { agency: string } | { members: readonly string[] },
): Promise<ChangeRead> {
  const isOwn = 'agency' in whose
  const sql = isOwn ? ofAgency : ofRegion
  const own = isOwn ? [whose.agency] : []
  const [feed, newest, last, stretch] = await region.batch<{ n: number | null } & Row>([
    region.prepare(`SELECT n FROM counter WHERE name = 'feed'`),
    region.prepare(`SELECT n FROM counter WHERE name = 'change'`),
    region.prepare(sql.last).bind(...own),
    region.prepare(sql.stretch).bind(after, limit, maxCharacters, ...own),
  ])
  const rows = stretch?.results ?? []
  const members = new Set(isOwn ? own : whose.members)
  const end = rows.at(-1)?.seq ?? after
  return {
    feed: numberOf(feed),
    newest: numberOf(newest),
    end,
    isLast: end >= numberOf(last),
    changes: rows.filter((row) => members.has(row.agencyId)).map(changeOf),
  }
}

function numberOf(read: D1Result<{ n: number | null }> | undefined): number {
  return read?.results[0]?.n ?? 0
}

function changeOf({ seq, gone, agencyId, itemId, title, ...row }: Row): ItemChange {
  return {
    seq,
    agencyId,
    itemId,
    item: gone === 1 || title === null ? null : { title, ...row },
  }
}
