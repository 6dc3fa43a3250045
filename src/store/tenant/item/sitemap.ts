import type { LocalDate } from '../../../domain/time/local-date.ts'
import { shownOn } from './shown-on.ts'

/** An address of the sitemap: an item and when it was published (epoch ms). */
export type SitemapEntry = { id: string; publishedAt: number }

/** Most items on one page of the sitemap. */
const sitemapPageRows = 500

/**
 * Reads one page of an agency's sitemap (网站地图), from 1. An item's page follows from the
 * ordinal it got when it was published, so it never moves to another.
 */
export async function readSitemapPage(
  db: D1Database,
  page: number,
  today: LocalDate,
): Promise<SitemapEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT id, published_at AS publishedAt FROM published p
       WHERE (docid & 33554431) BETWEEN ?1 AND ?2 AND ${shownOn}
       ORDER BY (docid & 33554431)`,
    )
    .bind((page - 1) * sitemapPageRows + 1, page * sitemapPageRows, today)
    .all<SitemapEntry>()
  return results
}

/** Number of pages that an agency's sitemap has; 0 before the first publication. */
export async function readSitemapPages(db: D1Database): Promise<number> {
  const row = await db.prepare(`SELECT n FROM counter WHERE name = 'item'`).first<{ n: number }>()
  return Math.ceil((row?.n ?? 0) / sitemapPageRows)
}
