import type { Letter } from '../../domain/letter/letter.ts'

/** A letter as the region carries it; what was delivered has no text any more. */
export type CarriedLetter = Omit<Letter, 'subject' | 'payload'> & {
  subject: string | null
  payload: string | null
  deliveredAt: number | null
}

/** A letter whose next step may have been lost. */
export type StrandedLetter = {
  id: string
  sender: string
  recipient: string
  deliveredAt: number | null
}

const columns = `id, sender, recipient, kind, subject, about, reply_to AS replyTo, payload,
  sent_at AS sentAt, delivered_at AS deliveredAt`

/** Takes a letter over from its sender (交运), once; answers what the region then carries under its id. */
export async function takeLetter(
  region: D1Database,
  letter: Letter,
): Promise<CarriedLetter | null> {
  const [, found] = await region.batch<CarriedLetter>([
    region
      .prepare(
        `INSERT INTO letter (id, sender, recipient, kind, subject, about, reply_to, payload, sent_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .bind(
        letter.id,
        letter.sender,
        letter.recipient,
        letter.kind,
        letter.subject,
        letter.about,
        letter.replyTo,
        letter.payload,
        letter.sentAt,
      ),
    region.prepare(`SELECT ${columns} FROM letter WHERE id = ?`).bind(letter.id),
  ])
  return found?.results[0] ?? null
}

/** Reads a letter on its way. */
export async function readCarried(region: D1Database, id: string): Promise<CarriedLetter | null> {
  return region
    .prepare(`SELECT ${columns} FROM letter WHERE id = ?`)
    .bind(id)
    .first<CarriedLetter>()
}

/** Marks a letter as delivered and lets its text go. */
export async function closeCarried(region: D1Database, id: string, at: number): Promise<void> {
  await region
    .prepare(
      `UPDATE letter SET delivered_at = ?2, subject = NULL, payload = NULL, refused = NULL
       WHERE id = ?1 AND delivered_at IS NULL`,
    )
    .bind(id, at)
    .run()
}

/** Marks a delivered letter as known to have arrived by its sender. */
export async function noteCarried(region: D1Database, id: string, at: number): Promise<void> {
  await region
    .prepare('UPDATE letter SET noted_at = coalesce(noted_at, ?2) WHERE id = ?1')
    .bind(id, at)
    .run()
}

/** Marks a letter that nobody can ever deliver, so that the sweep leaves it alone. */
export async function refuseCarried(region: D1Database, id: string, why: string): Promise<void> {
  await region
    .prepare('UPDATE letter SET refused = ?2 WHERE id = ?1 AND delivered_at IS NULL')
    .bind(id, why)
    .run()
}

/** Reads letters of some agencies, older than `before`, that were not delivered or not noted by their sender. */
export async function readStranded(
  region: D1Database,
  agencies: readonly string[],
  before: number,
  limit: number,
): Promise<StrandedLetter[]> {
  const ids = JSON.stringify(agencies)
  const results = await region.batch<StrandedLetter>([
    region
      .prepare(
        `SELECT id, sender, recipient, delivered_at AS deliveredAt FROM letter
         WHERE recipient IN (SELECT value FROM json_each(?1)) AND delivered_at IS NULL
           AND refused IS NULL AND sent_at < ?2 LIMIT ?3 + 0`,
      )
      .bind(ids, before, limit),
    region
      .prepare(
        `SELECT id, sender, recipient, delivered_at AS deliveredAt FROM letter
         WHERE sender IN (SELECT value FROM json_each(?1)) AND delivered_at IS NOT NULL
           AND noted_at IS NULL AND delivered_at < ?2 LIMIT ?3 + 0`,
      )
      .bind(ids, before, limit),
  ])
  return results.flatMap(({ results: rows }) => rows)
}
