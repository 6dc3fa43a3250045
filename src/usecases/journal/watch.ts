import { anchorText } from '../../domain/journal/anchor.ts'
import type { JournalFault } from '../../domain/journal/fault.ts'
import type { JournalSeal } from '../../domain/journal/seal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CheckRow,
  saveCheck,
  selectCheck,
  selectNewestSeal,
} from '../../store/tenant/journal/journal-seal.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { sealJournal } from './seal.ts'
import { verifyAnchors, verifySeals } from './verify.ts'

/** Days back of which the nightly check reads the anchors. */
const anchorsBack = 3

/** What a night did: whether more waits to be sealed, the day anchored, and what did not hold. */
export type Watched = { hasMore: boolean; anchored: string | null; faults: JournalFault[] }

/**
 * What the clock does for a journal once a day (每日锚定): seals what is left, holds the next stretch of the
 * chain and the last anchors against the events, and keeps the newest seal outside the database.
 */
export async function watchJournal(
  ctx: Pick<Ctx, 'agency' | 'db' | 'anchors' | 'actor' | 'now'>,
): Promise<Result<Watched>> {
  if (!may(ctx.actor, 'journal.seal')) return turnAway(ctx.actor)
  const done = await sealJournal(ctx)
  if (!done.ok) return done
  const [[newest], [check]] = await readBatch<[JournalSeal, CheckRow]>(ctx.db, [
    selectNewestSeal(),
    selectCheck(),
  ])
  const today = localDateOf(ctx.now)
  const chain = await verifySeals(ctx, check?.next ?? 1)
  const { faults: anchorFaults } = await verifyAnchors(ctx, addDays(today, -anchorsBack - 1))
  const faults = [...chain.faults, ...anchorFaults]
  await saveCheck(ctx.db, {
    next: chain.next ?? 1,
    at: ctx.now,
    seals: chain.seals,
    faults: JSON.stringify(faults),
  })
  if (newest !== undefined) {
    const { n, toId, digest, at } = newest
    const anchor = { agency: ctx.agency.id, day: today, n, toId, sealedAt: toRfc3339(at), digest }
    await ctx.anchors.write(today, anchorText(anchor))
  }
  return ok({ hasMore: done.value.hasMore, anchored: newest === undefined ? null : today, faults })
}
