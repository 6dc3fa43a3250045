import {
  type JournalSeal,
  mostSealed,
  type SealedEvent,
  takeForSeal,
} from '../../domain/journal/seal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  addSeal,
  lowest,
  selectEventsAfter,
  selectNewestSeal,
} from '../../store/tenant/journal/journal-seal.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { digestOf } from './digest.ts'

/** Seals that one run makes at most; the next run makes the rest. */
const mostSeals = 4

/**
 * Seals the events since the last seal (流水封存, 等保 8.1.4.3): each seal is one row that is there or is
 * not, so a run that breaks off loses nothing, and of two at once one finds its number taken and stops.
 */
export async function sealJournal(
  ctx: Pick<Ctx, 'agency' | 'db' | 'actor' | 'now'>,
): Promise<Result<{ sealed: number; hasMore: boolean }>> {
  if (!may(ctx.actor, 'journal.seal')) return turnAway(ctx.actor)
  let [[last]] = await readBatch<[JournalSeal]>(ctx.db, [selectNewestSeal()])
  let sealed = 0
  for (let made = 0; made < mostSeals; made += 1) {
    const next = await nextSeal(ctx, last)
    if (next === null || !(await addSeal(ctx.db, next.seal))) return ok({ sealed, hasMore: false })
    last = next.seal
    sealed += next.seal.events
    if (!next.hasMore) return ok({ sealed, hasMore: false })
  }
  return ok({ sealed, hasMore: true })
}

async function nextSeal(
  { agency, db, now }: Pick<Ctx, 'agency' | 'db' | 'now'>,
  last: JournalSeal | undefined,
): Promise<{ seal: JournalSeal; hasMore: boolean } | null> {
  // One more than a seal takes: whether another follows is known without asking.
  const [found] = await readBatch<[SealedEvent]>(db, [
    selectEventsAfter(last?.toId ?? lowest, mostSealed + 1),
  ])
  const events = takeForSeal(found)
  const [first, end] = [events[0], events.at(-1)]
  if (first === undefined || end === undefined) return null
  const covered = { fromId: first.id, toId: end.id, events: events.length, at: now }
  const seal = { n: (last?.n ?? 0) + 1, ...covered }
  const digest = await digestOf(agency.id, last?.digest ?? '', seal, events)
  return { seal: { ...seal, digest }, hasMore: events.length < found.length }
}
