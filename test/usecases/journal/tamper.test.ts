import { assert, asyncProperty, constantFrom, integer, nat, pre, record, string } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JournalSeal, SealedEvent } from '../../../src/domain/journal/seal.ts'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { digestOf } from '../../../src/usecases/journal/digest.ts'
import { sealJournal } from '../../../src/usecases/journal/seal.ts'
import { watchJournal } from '../../../src/usecases/journal/watch.ts'
import { type House, openHouse } from '../../support/house.ts'
import { openJournal } from '../../support/open-journal.ts'
import { openSqliteHouse } from '../../support/sqlite-house.ts'
import { addEvents, faultsOf } from './journal-house.ts'

type Row = Record<string, string | number | null>
type Tables = { event: Row[]; journal_seal: Row[] }

const job: Actor = { type: 'system', job: 'seal' }
/** What a seal covers: all but the work that a row owes. */
const eventColumns = 'id entity entity_id seq kind actor at data commit_id'.split(' ')
const sealColumns = 'n from_id to_id events at digest'.split(' ')
const numbers = new Set(['id', 'seq', 'at', 'n', 'from_id', 'to_id', 'events'])

let house: House
let fast: Awaited<ReturnType<typeof openSqliteHouse>>
beforeAll(async () => {
  house = await openHouse()
  fast = await openSqliteHouse()
})
afterAll(async () => {
  await house.close()
  await fast.close()
})

/** Twelve seals of one to six events, anchored on two days, the second of them last. */
async function fill(ctx: Ctx): Promise<Tables> {
  for (let n = 1; n <= 12; n += 1) {
    await addEvents(ctx, 1 + ((n * 5) % 6))
    await sealJournal(ctx)
    if (n === 7) await watchJournal(ctx)
  }
  await watchJournal({ ...ctx, now: ctx.now + 24 * 3_600_000 })
  await openJournal(ctx.db)
  expect(await faultsOf(ctx)).toEqual([])
  return read(ctx.db)
}

async function read(db: D1Database): Promise<Tables> {
  const rowsOf = async (table: string): Promise<Row[]> =>
    (await db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all<Row>()).results
  return { event: await rowsOf('event'), journal_seal: await rowsOf('journal_seal') }
}

async function write(db: D1Database, tables: Tables): Promise<void> {
  const put = (table: 'event' | 'journal_seal', columns: readonly string[]): D1PreparedStatement =>
    db
      .prepare(
        `INSERT INTO ${table} (${columns.join()}) SELECT ${columns
          .map((name) => `value->>'${name}'`)
          .join()} FROM json_each(?)`,
      )
      .bind(JSON.stringify(tables[table]))
  await db.batch([
    db.prepare('DELETE FROM event'),
    db.prepare('DELETE FROM journal_seal'),
    put('event', [...eventColumns, 'topic']),
    put('journal_seal', sealColumns),
  ])
}

/** Numbers and texts by which an intruder chooses among what there is. */
type Choice = { a: number; b: number; text: string; number: number }

/** What an intruder leaves behind; null where the choice changes nothing. */
type Meddling = (tables: Tables, choice: Choice) => Tables | null | Promise<Tables>

const meddlings: Readonly<Record<string, Meddling>> = {
  edit: ({ event, journal_seal }, choice) => ({
    event: edited(event, choice, eventColumns),
    journal_seal,
  }),
  delete: ({ event, journal_seal }, { a }) => ({
    event: event.filter((_, k) => k !== a % event.length),
    journal_seal,
  }),
  insert: ({ event, journal_seal }, { a, text }) => {
    const made = { id: -(a % 9), entity_id: 'made-up', data: JSON.stringify(text) }
    return { event: [...event, { ...event[a % event.length], ...made }], journal_seal }
  },
  swap: ({ event, journal_seal }, choice) => {
    const rows = swapped(event, choice, 'id')
    return rows === null ? null : { event: rows, journal_seal }
  },
  'edit-seal': ({ event, journal_seal }, choice) => ({
    event,
    journal_seal: edited(journal_seal, choice, sealColumns),
  }),
  'delete-seal': ({ event, journal_seal }, { a }) => ({
    event,
    journal_seal: journal_seal.filter((_, k) => k !== a % journal_seal.length),
  }),
  'insert-seal': ({ event, journal_seal }, { a, b }) => {
    const made = { ...journal_seal[b % journal_seal.length], n: a % 2 === 0 ? -b : 13 + b }
    return { event, journal_seal: [...journal_seal, made] }
  },
  'swap-seals': ({ event, journal_seal }, choice) => {
    const rows = swapped(journal_seal, choice, 'n')
    return rows === null ? null : { event, journal_seal: rows }
  },
  /** The end of the journal with its seals, as if it had never been. */
  cut: ({ event, journal_seal }, { a }) => {
    const kept = journal_seal.slice(0, a % journal_seal.length)
    const upTo = Number(kept.at(-1)?.['to_id'] ?? 0)
    return { event: event.filter(({ id }) => Number(id) <= upTo), journal_seal: kept }
  },
  'cut-events': ({ event, journal_seal }, { a }) => ({
    event: event.slice(0, a % event.length),
    journal_seal,
  }),
  /** By one who knows the code: the whole chain is computed anew over the changed event. */
  rewrite: ({ event, journal_seal }, choice) =>
    rechained({ event: edited(event, choice, ['data', 'actor', 'kind']), journal_seal }),
  all: () => ({ event: [], journal_seal: [] }),
}

const meddling = record({
  how: constantFrom(...Object.keys(meddlings)),
  a: nat(10_000),
  b: nat(10_000),
  text: string({ maxLength: 20, unit: 'grapheme' }),
  number: integer(),
})

function edited(rows: Row[], { a, b, text, number }: Choice, columns: readonly string[]): Row[] {
  const name = columns[b % columns.length] ?? ''
  const value = numbers.has(name) ? number : text
  return rows.with(a % rows.length, { ...rows[a % rows.length], [name]: value })
}

/** Two rows in each other's place. */
function swapped(rows: Row[], { a, b }: Choice, key: string): Row[] | null {
  const [x, y] = [a % rows.length, b % rows.length]
  const [first, second] = [rows[x], rows[y]]
  if (x === y || first === undefined || second === undefined) return null
  const place = (row: Row, of: Row): Row => ({ ...row, [key]: of[key] ?? 0 })
  return rows.with(x, place(second, first)).with(y, place(first, second))
}

async function rechained({ event, journal_seal: seals }: Tables): Promise<Tables> {
  let previous = ''
  const made: Row[] = []
  for (const row of seals) {
    const covered = event.filter(
      ({ id }) => Number(id) >= Number(row['from_id']) && Number(id) <= Number(row['to_id']),
    )
    previous = await digestOf('east', previous, sealOf(row), covered.map(eventOf))
    made.push({ ...row, digest: previous })
  }
  return { event, journal_seal: made }
}

function sealOf(row: Row): Omit<JournalSeal, 'digest'> {
  const of = (name: string): number => Number(row[name])
  return {
    n: of('n'),
    fromId: of('from_id'),
    toId: of('to_id'),
    events: of('events'),
    at: of('at'),
  }
}

function eventOf(row: Row): SealedEvent {
  const of = (name: string): string => String(row[name])
  return {
    id: Number(row['id']),
    entity: of('entity'),
    entityId: of('entity_id'),
    seq: Number(row['seq']),
    kind: of('kind'),
    actor: of('actor'),
    at: Number(row['at']),
    data: of('data'),
    commitId: of('commit_id'),
  }
}

async function play(ctx: Ctx, runs: number): Promise<Map<string, number>> {
  const whole = await fill(ctx)
  const found = new Map<string, number>()
  await assert(
    asyncProperty(meddling, async ({ how, ...choice }) => {
      const changed = (await meddlings[how]?.(whole, choice)) ?? null
      pre(changed !== null && JSON.stringify(changed) !== JSON.stringify(whole))
      try {
        await write(ctx.db, changed ?? whole)
      } catch {
        // The database itself refused it: two rows of one name.
        pre(false)
      }
      expect((await faultsOf(ctx)).length).toBeGreaterThan(0)
      found.set(how, (found.get(how) ?? 0) + 1)
    }),
    { numRuns: runs },
  )
  await write(ctx.db, whole)
  expect(await faultsOf(ctx)).toEqual([])
  return found
}

test('security 88: 1,000 random edits, deletions, insertions, swaps, cuts and rewritings are all found', async () => {
  const { anchors } = await house.tenant('east')
  const ctx = await fast.ctx('east', job, '2026-11-21T02:30:00+08:00')
  const found = await play({ ...ctx, anchors }, 1000)
  expect([...found.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(1000)
  expect(found.size).toBe(12)
})

test('security 88: and some of them on the real database', async () => {
  const ctx = await house.ctx('west', job, '2026-11-21T02:30:00+08:00')
  const found = await play(ctx, 60)
  expect(found.size).toBeGreaterThan(6)
})
