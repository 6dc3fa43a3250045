import * as z from 'zod'
import { type Anchor, readAnchorText } from '../../domain/journal/anchor.ts'
import type { JournalFault } from '../../domain/journal/fault.ts'
import type { JournalSeal } from '../../domain/journal/seal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CheckRow,
  selectCheck,
  selectSealsBelow,
  highest,
  selectNewestSeal,
  selectSealState,
  type SealState,
} from '../../store/tenant/journal/journal-seal.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { mostAnchors, mostVerified, verifyAnchors, verifySeals } from './verify.ts'

/** What the list may be asked for; `check` holds so many of the newest seals against the events. */
export const journalSealQuery = {
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
  check: z.coerce.number().int().min(1).max(mostVerified).optional(),
}

/** A seal as it is shown. */
export type SealLine = Omit<JournalSeal, 'at' | 'fromId' | 'toId'> & {
  from: number
  to: number
  sealedAt: string
}

/** A check that was made: when, how many seals and anchors, what did not hold. */
export type SealCheck = { at: string; seals: number; faults: JournalFault[] }

/** A page of seals with the state of the whole: events that wait, the last anchor, the last checks. */
export type JournalSeals = {
  items: SealLine[]
  next: string | null
  /** whether events wait for the next seal */
  waiting: boolean
  anchor: Anchor | null
  nightly: SealCheck | null
  checked: (SealCheck & { events: number; anchors: number }) | null
}

/** Lists the seals of the journal (流水封存), the newest first, for who answers for the agency or its accounts. */
export async function listJournalSeals(ctx: Ctx, raw: unknown): Promise<Result<JournalSeals>> {
  if (!may(ctx.actor, 'journal.show')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(journalSealQuery), raw)
  if (!query.ok) return query
  const { limit = 20, cursor, check } = query.value
  const place = await readPlace(ctx.keys, 'journal-seals', cursor)
  if (!place.ok) return place
  const [[state], [last], found] = await readBatch<[SealState, CheckRow, JournalSeal]>(ctx.db, [
    selectSealState(),
    selectCheck(),
    selectSealsBelow(place.value === null ? highest : Number(place.value), limit + 1),
  ])
  return ok({
    ...(await pageOf(ctx.keys, found, limit)),
    waiting: state !== undefined && state.lastId > (state.sealedTo ?? 0),
    anchor: await newestAnchor(ctx),
    nightly: last === undefined ? null : nightlyOf(last),
    checked: check === undefined ? null : await checkNewest(ctx, check),
  })
}

async function pageOf(
  keys: Ctx['keys'],
  found: readonly JournalSeal[],
  limit: number,
): Promise<Pick<JournalSeals, 'items' | 'next'>> {
  const items = found.slice(0, limit)
  const end = found.length > limit ? items.at(-1) : undefined
  const next = end === undefined ? null : await signPlace(keys, 'journal-seals', String(end.n))
  return { items: items.map(lineOf), next }
}

function lineOf({ n, fromId, toId, events, at, digest }: JournalSeal): SealLine {
  return { n, from: fromId, to: toId, events, sealedAt: toRfc3339(at), digest }
}

function nightlyOf({ at, seals, faults }: CheckRow): SealCheck {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column is written by the nightly check alone
  return { at: toRfc3339(at), seals, faults: JSON.parse(faults) as JournalFault[] }
}

async function newestAnchor({ anchors, now }: Ctx): Promise<Anchor | null> {
  const days = await anchors.daysAfter(monthAgo(now), mostAnchors)
  const day = days.at(-1)
  const text = day === undefined ? null : await anchors.read(day)
  return text === null ? null : readAnchorText(text)
}

async function checkNewest(ctx: Ctx, most: number): Promise<JournalSeals['checked']> {
  const [[newest]] = await readBatch<[JournalSeal]>(ctx.db, [selectNewestSeal()])
  const from = Math.max(1, (newest?.n ?? 0) - most + 1)
  const chain = await verifySeals(ctx, from, most)
  const { days, faults } = await verifyAnchors(ctx, monthAgo(ctx.now))
  return {
    at: toRfc3339(ctx.now),
    seals: chain.seals,
    events: chain.events,
    anchors: days.length,
    faults: [...chain.faults, ...faults],
  }
}

function monthAgo(now: number): string {
  return addDays(localDateOf(now), -mostAnchors)
}
