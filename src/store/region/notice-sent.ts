import { prepare, statement } from '../statement.ts'

/** What a contact may still be sent: `own` says whether this very notice has its place already. */
export type Place = { own: number; n: number; last: number | null }

/**
 * Takes a place for a notice among those of a contact on a day (占用当日名额), check and act in one
 * statement: at most `most` a day, none within `gap` ms of another; the same notice has one place
 * however often it asks. Forgets the days before yesterday.
 */
export async function takePlace(
  region: D1Database,
  { day, contact, notice }: { day: string; contact: string; notice: string },
  { most, gap, now }: { most: number; gap: number; now: number },
): Promise<Place> {
  const [, , read] = await region.batch<Place>(
    prepare(region, [
      statement("DELETE FROM notice_sent WHERE day < date(?, '-1 day')", day),
      statement(
        `INSERT INTO notice_sent (day, contact, notice_id, at)
         SELECT ?1, ?2, ?3, ?4 WHERE
           (SELECT count(*) FROM notice_sent WHERE day = ?1 AND contact = ?2) < ?5
           AND NOT EXISTS (SELECT 1 FROM notice_sent WHERE day = ?1 AND contact = ?2 AND at > ?4 - ?6)
         ON CONFLICT DO NOTHING`,
        day,
        contact,
        notice,
        now,
        most,
        gap,
      ),
      statement(
        `SELECT coalesce(sum(notice_id = ?3), 0) AS own, count(*) AS n, max(at) AS last
         FROM notice_sent WHERE day = ?1 AND contact = ?2`,
        day,
        contact,
        notice,
      ),
    ]),
  )
  const place = read?.results[0]
  if (place === undefined) throw new Error('a count gave no row')
  return place
}
