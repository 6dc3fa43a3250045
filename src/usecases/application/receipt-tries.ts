import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { prepare } from '../../store/statement.ts'
import { readBatch } from '../../store/read.ts'
import {
  type Hit,
  hitStatements,
  type Limit,
  retryAfter,
  selectHits,
} from '../../store/tenant/throttle.ts'
import type { Ctx } from '../context.ts'

type Counting = Pick<Ctx, 'db' | 'now'>

/**
 * How often one client may name a pair of receipt and query password that opens nothing (查询限次): who
 * has the right pair is never slowed down by others.
 */
function wrongPairs(clientKey: string): Limit[] {
  // Clients whose address the edge does not tell share no bucket: one could shut out the others.
  return clientKey === 'unknown'
    ? []
    : [{ bucket: `receipt/${clientKey}`, limit: 30, windowMs: 10 * 60_000 }]
}

/** Refuses `too-many-requests` to a client that named too many wrong pairs, whatever it names now. */
export async function mayNamePair({ db, now }: Counting, clientKey: string): Promise<Result<null>> {
  const limits = wrongPairs(clientKey)
  const [hits] = limits.length === 0 ? [[]] : await readBatch<[Hit]>(db, [selectHits(limits)])
  // The one that filled the bucket was still looked at; the next one is not.
  const next = hits
    .filter(({ resets_at }) => resets_at > now)
    .map(({ bucket, n, resets_at }) => ({ bucket, n: n + 1, resets_at }))
  const seconds = retryAfter(limits, next, now)
  return seconds === null
    ? ok(null)
    : refuse({ code: 'too-many-requests', retryAfterSeconds: seconds })
}

/** Counts a pair that opened nothing (查询失败). */
export async function countWrongPair({ db, now }: Counting, clientKey: string): Promise<void> {
  const limits = wrongPairs(clientKey)
  if (limits.length > 0) await db.batch(prepare(db, hitStatements(limits, now)))
}
