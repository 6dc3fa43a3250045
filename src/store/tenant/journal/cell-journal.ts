import { prepare } from '../../statement.ts'
import { type SealState, selectSealState } from './journal-seal.ts'

/** An event as the journal keeps it; `data` is JSON text. */
export type JournalRow = { id: number; kind: string; data: string }

/** Reads the journal in order (事件流水): events after `after` and not after `upTo`, at most `limit`. */
export async function readJournal(
  db: D1Database,
  after: number,
  upTo: number,
  limit: number,
): Promise<JournalRow[]> {
  const { results } = await db
    .prepare('SELECT id, kind, data FROM event WHERE id > ? AND id <= ? ORDER BY id LIMIT ? + 0')
    .bind(after, upTo, limit)
    .all<JournalRow>()
  return results
}

/** An event whose work for the queue is not done yet. */
export type OutboxRow = { entityId: string; topic: string }

/** A file whose verdict is awaited since an instant (epoch ms). */
export type WaitingScan = { file: string; since: number }

/**
 * Reads the journal's end, how far it is sealed and what is owed since before `before` (epoch ms), at most `limit` of
 * each: the outbox (待发), files that wait for their scan (待检), and notices whose turn it is (待通知).
 */
export async function readOutbox(
  db: D1Database,
  before: number,
  limit: number,
): Promise<{
  version: number
  sealedTo: number
  owed: OutboxRow[]
  scans: WaitingScan[]
  notices: string[]
}> {
  const [end, owed, scans, notices] = await db.batch<
    OutboxRow & WaitingScan & SealState & { notice: string }
  >([
    ...prepare(db, [selectSealState()]),
    db
      .prepare(
        `SELECT entity_id AS entityId, topic FROM event
         WHERE topic IS NOT NULL AND at < ? ORDER BY topic, id LIMIT ? + 0`,
      )
      .bind(before, limit),
    db
      .prepare(
        `SELECT id AS file, scan_since AS since FROM item_file
           WHERE scan = 'pending' AND scan_since < ?1
         UNION ALL SELECT id, scan_since FROM application_file
           WHERE scan = 'pending' AND scan_since < ?1 ORDER BY 2 LIMIT ?2 + 0`,
      )
      .bind(before, limit),
    db
      .prepare('SELECT id AS notice FROM notice WHERE next_at < ? ORDER BY next_at, id LIMIT ? + 0')
      .bind(before, limit),
  ])
  const state = end?.results[0]
  return {
    version: state?.lastId ?? 0,
    sealedTo: state?.sealedTo ?? 0,
    owed: resultsOf(owed).map(({ entityId, topic }) => ({ entityId, topic })),
    scans: resultsOf(scans).map(({ file, since }) => ({ file, since })),
    notices: resultsOf(notices).map(({ notice }) => notice),
  }
}

function resultsOf<T>(answer: D1Result<T> | undefined): T[] {
  return answer?.results ?? []
}
