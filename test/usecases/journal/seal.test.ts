import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { sealJournal } from '../../../src/usecases/journal/seal.ts'
import { watchJournal } from '../../../src/usecases/journal/watch.ts'
import { sweepAgency } from '../../../src/usecases/region/sweep-agency.ts'
import { sweepFiles } from '../../../src/usecases/region/sweep-files.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { readBatch } from '../../../src/store/read.ts'
import { selectSealState } from '../../../src/store/tenant/journal/journal-seal.ts'
import { openJournal } from '../../support/open-journal.ts'
import { type Gate, gated, gateFailing } from '../../jobs/chaos.ts'
import { addEvents, faultsOf } from './journal-house.ts'

const job: Actor = { type: 'system', job: 'seal' }
const night = '2026-11-22T02:30:00+08:00'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function at(agency: string, when = night): Promise<Ctx> {
  return house.ctx(agency, job, when)
}

test('security 88: seals cover every event once, in order, some at a time', async () => {
  const ctx = await at('east')
  await addEvents(ctx, 2300)
  expect(await sealJournal(ctx)).toEqual({ ok: true, value: { sealed: 2000, hasMore: true } })
  expect(await sealJournal(ctx)).toEqual({ ok: true, value: { sealed: 300, hasMore: false } })
  expect(await sealJournal(ctx)).toEqual({ ok: true, value: { sealed: 0, hasMore: false } })
  const seals = await house.rows('east', 'journal_seal')
  expect(seals.map(({ from_id: from, to_id: to }) => [from, to])).toEqual([
    [1, 500],
    [501, 1000],
    [1001, 1500],
    [1501, 2000],
    [2001, 2300],
  ])
  expect(new Set(seals.map(({ digest }) => digest)).size).toBe(5)
  expect(await faultsOf(ctx, 2)).toEqual([])
})

test('security 88: nobody rewrites the journal or a seal, not even by a slip of the code', async () => {
  const ctx = await at('west')
  await addEvents(ctx, 2)
  await sealJournal(ctx)
  const refused = [
    "UPDATE event SET data = '{}'",
    "UPDATE event SET topic = 'register'",
    'UPDATE event SET rowid = 77 WHERE id = 1',
    'DELETE FROM event WHERE id = 2',
    'UPDATE journal_seal SET events = 3',
    'DELETE FROM journal_seal',
  ]
  for (const sql of refused) await expect(ctx.db.prepare(sql).run()).rejects.toThrow('journal')
  // The work that a row owes is no history: it is cleared when it is done.
  await ctx.db.prepare('UPDATE event SET topic = NULL').run()
  expect(await faultsOf(ctx)).toEqual([])
})

test('security 88: a sweep with nothing new costs two rows more, one with news a message', async () => {
  const counted = countingDb((await at('river')).db)
  const ctx = { ...(await at('river')), db: counted.db }
  await addEvents(ctx, 3)
  const before = house.posted.length
  await sweepAgency(ctx, 3)
  expect(house.posted.slice(before)).toEqual([{ v: 1, kind: 'seal', tenant: 'river' }])
  await sealJournal(ctx)
  counted.reset()
  await sweepAgency(ctx, 3)
  // What the outbox, scans and notices cost, and the two of the seals.
  expect(counted.cost()).toMatchObject({ roundTrips: 1, rowsRead: 6, rowsWritten: 0 })
  counted.reset()
  await readBatch(counted.db, [selectSealState()])
  expect(counted.cost()).toMatchObject({ rowsRead: 2 })
  counted.reset()
  expect(house.posted.length).toBe(before + 1)
  await addEvents(ctx, 200)
  counted.reset()
  await sealJournal(ctx)
  // The newest seal, each new event once, the place of the new row.
  expect(counted.cost()).toMatchObject({ rowsRead: 202, rowsWritten: 1 })
})

test('security 88: whoever seals at the same time makes one chain', async () => {
  const ctx = await at('pref')
  await addEvents(ctx, 1200)
  await Promise.all(Array.from({ length: 6 }, () => sealJournal(ctx)))
  await sealJournal(ctx)
  expect((await house.rows('pref', 'journal_seal')).map(({ n }) => n)).toEqual([1, 2, 3])
  expect(await faultsOf(ctx)).toEqual([])
})

test('security 88: once a day the newest seal is kept outside the database, and never written over', async () => {
  const ctx = await at('east')
  expect(await watchJournal(ctx)).toEqual({
    ok: true,
    value: { hasMore: false, anchored: '2026-11-22', faults: [] },
  })
  const text = await ctx.anchors.read('2026-11-22')
  await addEvents(ctx, 1)
  await watchJournal(await at('east', '2026-11-22T23:00:00+08:00'))
  expect(await ctx.anchors.read('2026-11-22')).toBe(text)
  await watchJournal(await at('east', '2026-11-23T02:30:00+08:00'))
  expect(await ctx.anchors.daysAfter('', 10)).toEqual(['2026-11-22', '2026-11-23'])
  const seals = await house.rows('east', 'journal_seal')
  expect(JSON.parse((await ctx.anchors.read('2026-11-23')) ?? '')).toEqual({
    agency: 'east',
    day: '2026-11-23',
    n: 6,
    toId: 2301,
    sealedAt: '2026-11-22T23:00:00+08:00',
    digest: seals.at(-1)?.['digest'],
  })
  // No other agency's anchors are among them, and the sweep of files leaves them alone.
  expect(await (await at('river')).anchors.daysAfter('', 10)).toEqual([])
  await sweepFiles(ctx, Date.now() + 48 * 3_600_000)
  expect(await ctx.anchors.read('2026-11-22')).toBe(text)
})

test('security 92: the night goes round the chain and tells what does not hold', async () => {
  const ctx = await at('west')
  for (let n = 0; n < 12; n += 1) {
    await addEvents(ctx, 2)
    await sealJournal(ctx)
  }
  const watch = async (day: number): Promise<unknown> => {
    const done = await watchJournal(await at('west', `2026-11-${day}T02:30:00+08:00`))
    return done.ok ? done.value.faults : done
  }
  expect(await watch(21)).toEqual([])
  expect(await house.rows('west', 'journal_check')).toMatchObject([{ next_n: 11, seals: 10 }])
  await openJournal(ctx.db)
  await ctx.db.prepare("UPDATE event SET actor = 'public' WHERE id = 4").run()
  // The second night looks at seals 11 to 13, the third begins again.
  expect(await watch(22)).toEqual([])
  expect(await watch(23)).toEqual([{ fault: 'seal-differs', n: 2 }])
  expect(await house.rows('west', 'journal_check')).toMatchObject([
    { faults: '[{"fault":"seal-differs","n":2}]' },
  ])
})

test('security 88: only the clock seals', async () => {
  for (const actor of [officer('admin'), officer('head'), { type: 'public' } as const]) {
    const ctx = await house.ctx('east', actor, night)
    expect((await sealJournal(ctx)).ok).toBe(false)
    expect((await watchJournal(ctx)).ok).toBe(false)
  }
})

test('security 88: a night that breaks off between any two steps loses nothing', async () => {
  const clean = await at('hill')
  const through = (gate: Gate): Ctx => ({
    ...clean,
    db: gated(clean.db, gate),
    anchors: {
      ...clean.anchors,
      write: (...args) => gate.through(() => clean.anchors.write(...args)),
    },
  })
  await addEvents(clean, 1)
  const probe = gateFailing(0, 'before')
  await watchJournal(through(probe))
  expect(probe.awaits).toBeGreaterThanOrEqual(7)
  for (let point = 1; point <= probe.awaits; point += 1) {
    for (const when of ['before', 'after'] as const) {
      await addEvents(clean, 3)
      const broken = watchJournal(through(gateFailing(point, when)))
      await expect(broken).rejects.toThrow('invocation ended')
      expect(await faultsOf(clean)).toEqual([])
      expect(await watchJournal(clean)).toMatchObject({ ok: true, value: { faults: [] } })
    }
  }
  const seals = await house.rows('hill', 'journal_seal')
  const sealed = seals.reduce((sum, { events }) => sum + Number(events), 0)
  expect(sealed).toBe((await house.rows('hill', 'event')).length)
})
