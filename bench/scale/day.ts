import * as z from 'zod'
import { type Progress, progress } from '../../scripts/runtime/progress.ts'
import type { ResolvedAgency } from '../../scripts/tenants/resolve.ts'
import { mixture } from './cases.ts'
import { chance, drawPlace, unequalShares } from './chance.ts'
import { openClient } from './client.ts'
import { queueSince } from './cost.ts'
import { handOf, type Stage } from './hand.ts'
import { watchLag } from './lag.ts'
import { type Ledger, type PlayedEvent, readLedger, type Tenth, writeLedger } from './ledger.ts'
import { peakMemory } from './memory.ts'
import type { Post } from './people.ts'
import type { Prefecture } from './prefecture.ts'
import type { ScaleRuntime } from './runtime.ts'

const tokens = z.record(z.enum(['officer', 'first', 'final']), z.string())
const tenths = 10

type Day = { cases: number; atOnce: number; data: string }

/** Plays a day of real verbs in ten tenths, each written down when it is over; goes on where an earlier run stood. */
export async function playDay(
  runtime: ScaleRuntime,
  { agencies }: Prefecture,
  { cases, atOnce, data }: Day,
): Promise<Ledger> {
  const ledger = readLedger(data, cases)
  if (ledger.tenths.length === tenths || runtime.socket === null) return ledger
  const client = openClient(
    runtime.socket,
    agencies.map(({ agency }) => agency),
    atOnce,
  )
  const watch = watchLag(runtime.operator)
  const tokensOf = sessionsOf(runtime)
  const line = progress('播放一天', cases)
  line.step(firstOf(ledger.tenths.length, cases))
  try {
    while (ledger.tenths.length < tenths) {
      const at = ledger.tenths.length
      writeLedger(data, { ...ledger, open: at })
      const stage = { client, watch, tokensOf, operator: runtime.operator }
      const drawn = draw(agencies, firstOf(at, cases), firstOf(at + 1, cases))
      ledger.tenths.push(await playTenth(runtime, stage, drawn, atOnce, line))
      writeLedger(data, ledger)
    }
  } finally {
    await watch.stop()
    client.close()
    line.end()
  }
  return ledger
}

type Drawn = { agency: ResolvedAgency; kind: (typeof mixture)[number][1]; n: number }

/** The cases from one number up to another, the same at every run: which agency, what kind. */
function draw(agencies: readonly ResolvedAgency[], from: number, to: number): Drawn[] {
  const shares = unequalShares(agencies.length)
  return Array.from({ length: to - from }, (_, k) => {
    const random = chance(from + k)
    const agency = agencies[drawPlace(shares, random())]
    const kind =
      mixture[
        drawPlace(
          mixture.map(([share]) => share),
          random(),
        )
      ]
    if (agency === undefined || kind === undefined) throw new Error('nothing to draw from')
    return { agency, kind: kind[1], n: from + k }
  })
}

async function playTenth(
  runtime: ScaleRuntime,
  shared: Omit<Stage, 'note'>,
  drawn: readonly Drawn[],
  atOnce: number,
  line: Progress,
): Promise<Tenth> {
  const noted: Promise<PlayedEvent>[] = []
  const failed: string[] = []
  const stage: Stage = { ...shared, note: (event) => void noted.push(event) }
  // Who acts first in a day is admitted, and his site opened, before it is measured.
  for (const place of new Set(drawn.map(({ agency }) => agency.agency))) {
    await shared.tokensOf(place.id)
    await shared.client.ask({ agency: place, method: 'GET', path: '/' })
  }
  const before = await runtime.account()
  const began = performance.now()
  const waiting = drawn.values()
  const one = async (): Promise<void> => {
    for (const { agency, kind, n } of waiting) {
      try {
        await kind(handOf(agency, stage), n)
      } catch (error) {
        failed.push(error instanceof Error ? error.message : String(error))
      }
      line.step()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  const seconds = (performance.now() - began) / 1000
  // The tenth is over when the region has it all, so that its part of the queue's work is its own.
  const events = await Promise.all(noted)
  return {
    seconds,
    events: events.map((event) => (event.lag === -1 ? { ...event, lag: null } : event)),
    queue: queueSince(before, await runtime.account()),
    lost: events.filter(({ lag }) => lag === -1).length,
    failed,
    memory: peakMemory(),
  }
}

function sessionsOf({ operator }: ScaleRuntime): Stage['tokensOf'] {
  const known = new Map<string, Promise<Record<Post, string>>>()
  return (agency) => {
    const opened =
      known.get(agency) ??
      operator(`/people?agency=${agency}`).then((answer) => tokens.parse(answer))
    known.set(agency, opened)
    return opened
  }
}

function firstOf(tenth: number, cases: number): number {
  return Math.floor((tenth * cases) / tenths)
}
