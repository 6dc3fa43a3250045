import { readAnchorText } from '../../domain/journal/anchor.ts'
import { chainFaults, type Recomputed } from '../../domain/journal/chain.ts'
import { anchorFault, type JournalFault } from '../../domain/journal/fault.ts'
import { type JournalSeal, mostSealed, type SealedEvent } from '../../domain/journal/seal.ts'
import { readBatch } from '../../store/read.ts'
import {
  lowest,
  selectEventsBetween,
  selectSealsFrom,
  selectSealsOf,
} from '../../store/tenant/journal/journal-seal.ts'
import type { Tenant } from '../context.ts'
import { digestOf } from './digest.ts'

/** A stretch of the chain that was held against the events: `next` is where it goes on, null at the end. */
export type Verified = {
  seals: number
  events: number
  next: number | null
  faults: JournalFault[]
  /** as they stand, to be held against what somebody wrote down */
  digests: { n: number; digest: string }[]
}

/** Most seals that one step reads: 5,000 events. */
export const mostVerified = 10

/**
 * Holds seals against the events that they cover (封存核验), from number `from` on, `most` at a time. It
 * only reads; a seal is computed anew from the digest that stands before it, so each fault has its place.
 */
export async function verifySeals(
  { agency, db }: Pick<Tenant, 'agency' | 'db'>,
  from: number,
  most = mostVerified,
): Promise<Verified> {
  const isStart = from <= 1
  const [rows] = await readBatch<[JournalSeal]>(db, [
    selectSealsFrom(isStart ? lowest : from - 1, most + 1),
  ])
  const before = isStart ? undefined : rows.find(({ n }) => n === from - 1)
  const seals = rows.filter((row) => row !== before).slice(0, most)
  const stretch = await recompute({ agency, db }, before, seals)
  const cut: JournalFault[] =
    isStart || before !== undefined ? [] : [{ fault: 'seal-missing', n: from - 1 }]
  const end = seals.at(-1)
  return {
    seals: seals.length,
    events: stretch.reduce((sum, { found }) => sum + found.length, 0),
    next: end === undefined || seals.length < most ? null : end.n + 1,
    faults: [...cut, ...chainFaults(from, stretch)],
    digests: seals.map(({ n, digest }) => ({ n, digest })),
  }
}

async function recompute(
  { agency, db }: Pick<Tenant, 'agency' | 'db'>,
  before: JournalSeal | undefined,
  seals: readonly JournalSeal[],
): Promise<Recomputed[]> {
  if (seals.length === 0) return []
  const previous = [before, ...seals]
  const covered = await readBatch<SealedEvent[]>(
    db,
    // One more than any seal holds: what was put in between is seen, however much it is.
    seals.map(({ toId }, at) => {
      return selectEventsBetween(previous[at]?.toId ?? lowest, toId, mostSealed + 1)
    }),
  )
  return Promise.all(
    seals.map(async (seal, at) => {
      const found = covered[at] ?? []
      const digest = await digestOf(agency.id, previous[at]?.digest ?? '', seal, found)
      return { seal, found, digest }
    }),
  )
}

/** Anchors that were held against the chain: `next` is the day after which it goes on, null at the end. */
export type VerifiedAnchors = { days: string[]; next: string | null; faults: JournalFault[] }

/** Most anchors that one step reads: about a month. */
export const mostAnchors = 31

/** Holds the anchors after a day against the seals that they name (锚点核对): also what was cut off the end. */
export async function verifyAnchors(
  { agency, db, anchors }: Pick<Tenant, 'agency' | 'db' | 'anchors'>,
  after: string,
  most = mostAnchors,
): Promise<VerifiedAnchors> {
  const days = await anchors.daysAfter(after, most)
  const read = await Promise.all(
    days.map(async (day) => {
      const text = await anchors.read(day)
      return { day, anchor: text === null ? null : readAnchorText(text) }
    }),
  )
  const named = read.flatMap(({ anchor }) => (anchor === null ? [] : [anchor.n]))
  const [seals] =
    named.length === 0 ? [[]] : await readBatch<[JournalSeal]>(db, [selectSealsOf(named)])
  const byNumber = new Map(seals.map((seal) => [seal.n, seal]))
  const faults = read.flatMap(({ day, anchor }) => {
    const seal = anchor === null ? undefined : byNumber.get(anchor.n)
    return anchorFault(agency.id, day, anchor, seal) ?? []
  })
  return { days, next: days.length < most ? null : (days.at(-1) ?? null), faults }
}
