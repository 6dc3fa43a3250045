import { sample } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importItems } from '../../../src/usecases/item/import/items.ts'
import { sealJournal } from '../../../src/usecases/journal/seal.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import { sweepAgency } from '../../../src/usecases/region/sweep-agency.ts'
import { sweepFiles } from '../../../src/usecases/region/sweep-files.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { openHouse } from '../../support/house.ts'
import { accept, happening } from '../../jobs/happenings.ts'
import {
  type Accepted,
  expectedCoverage,
  expectedOffices,
  standingCoverage,
  standingOffices,
} from '../../jobs/oracle.ts'
import type { House } from '../../support/house.ts'

const at = '2026-11-22T09:00:00+08:00'
let house: House
const accepted: Accepted[] = []
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function happen(agency: string, numRuns: number, seed: number): Promise<void> {
  const happened = sample(happening, { numRuns, seed }).map(({ event }) => ({ agency, event }))
  await accept(house, happened)
  accepted.push(...happened)
}

const limits = { events: 4, months: 2, items: 3 }

test('a long journal is reported in small steps, each complete in itself (idea 5)', async () => {
  await happen('river', 40, 1)
  let steps = 0
  for (let hasMore = true; hasMore; steps += 1) {
    const step = await syncAgency(await house.tenant('river'), house.regionCtx(at), limits)
    hasMore = step.ok && step.value.hasMore
    expect(steps).toBeLessThan(200)
  }
  expect(steps).toBeGreaterThan(10)
  expect(await standingOffices(house.region)).toEqual(expectedOffices(accepted))
})

test('two syncs of one agency racing leave the same figures (experiment 11)', async () => {
  for (let round = 0; round < 8; round += 1) {
    await happen('river', 6, 100 + round)
    const tenant = await house.tenant('river')
    const go = () => syncAgency(tenant, house.regionCtx(at))
    await Promise.all([go(), go(), happen('river', 3, 200 + round), go(), go()])
    await go()
    expect(await standingOffices(house.region)).toEqual(expectedOffices(accepted))
    expect(await standingCoverage(house.region)).toEqual(await expectedCoverage(house.region))
  }
})

test('a stale report changes nothing once a newer one is in (idea 5, experiment 23)', async () => {
  await happen('hill', 5, 300)
  const tenant = await house.tenant('hill')
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // The first sync has read the agency and is held back just before it writes the region.
  const region = new Proxy(house.region, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name)
      return async (statements: D1PreparedStatement[]) => {
        if (statements.length > 2) await held
        return target.batch(statements)
      }
    },
  })
  const late = syncAgency(tenant, { ...house.regionCtx(at), region })
  await new Promise((resolve) => {
    setTimeout(resolve, 100)
  })
  await happen('hill', 5, 301)
  await syncAgency(tenant, house.regionCtx(at))
  const before = await standingOffices(house.region)
  release()
  await late
  expect(await standingOffices(house.region)).toEqual(before)
  expect(before).toEqual(expectedOffices(accepted))
})

test('an unchanged agency writes no row, a changed one a row per level and period (performance 5)', async () => {
  const tenant = await house.tenant('purse')
  await syncAgency(tenant, house.regionCtx(at))
  const count = async (): Promise<{ reads: number; writes: number }> => {
    let [reads, writes] = [0, 0]
    const region = new Proxy(house.region, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name)
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements)
          for (const { meta } of results) {
            reads += meta.rows_read
            writes += meta.rows_written
          }
          return results
        }
      },
    })
    await syncAgency(tenant, { ...house.regionCtx(at), region })
    return { reads, writes }
  }
  expect((await count()).writes).toBe(0)
  const received = {
    entity: 'application',
    entityId: 'count-1',
    seq: 1,
    kind: 'application.received',
    data: { class: 'research', receivedOn: '2026-11-20', basis: 'post' },
  } as const
  accepted.push({ agency: 'purse', event: received })
  await accept(house, accepted.slice(-1))
  const changed = await count()
  console.log(
    `sync of one change: ${changed.reads} rows read, ${changed.writes} written in the region`,
  )
  expect(changed.reads).toBeLessThanOrEqual(60)
  // Three offices above, each a month and a year; the agency's cell, month, and position with its instant.
  expect(changed.writes).toBe(3 * 2 + 4)
})

test('a silent agency is missing until it reports its zeros (mission 37, 68)', async () => {
  const ask = async () => {
    const shown = await showStatistics(
      await house.ctx('pref', undefined, at),
      house.regionCtx(at),
      {
        period: '2026',
        scope: 'subtree',
      },
    )
    if (!shown.ok) throw new Error(shown.refusal.code)
    return shown.value
  }
  expect((await ask()).coverage).toEqual({ reporting: 3, of: 6, missing: ['pref', 'east', 'west'] })
  for (const id of ['pref', 'east', 'west']) {
    await syncAgency(await house.tenant(id), house.regionCtx(at))
  }
  expect((await ask()).coverage).toEqual({ reporting: 6, of: 6, missing: [] })
  const silent = await showStatistics(await house.ctx('west', undefined, at), house.regionCtx(at), {
    period: '2026-05',
    scope: 'subtree',
  })
  expect(silent).toMatchObject({
    value: { applications: { newReceived: { total: 0 } }, items: { published: 0 } },
  })
  const old = await showStatistics(await house.ctx('west', undefined, at), house.regionCtx(at), {
    period: '2011',
    scope: 'subtree',
  })
  expect(old).toMatchObject({
    value: { coverage: { reporting: 0 }, applications: { newReceived: { total: null } } },
  })
})

test('the sweep sends again what the queue lost: owed work and a report that lies behind (idea 6)', async () => {
  const ctx = await house.ctx('east', { type: 'system', job: 'sweep' }, '2027-01-01T00:00:00+08:00')
  await accept(house, [
    {
      agency: 'east',
      event: {
        entity: 'application',
        entityId: 'lost-1',
        seq: 1,
        topic: 'register',
        kind: 'application.submitted',
        data: { class: 'research', on: '2026-11-20', channel: 'online' },
      },
    },
  ])
  house.posted.length = 0
  expect(await sweepAgency(ctx, 0)).toEqual({ owed: 1, isBehind: true, stuck: 0 })
  expect(house.posted).toEqual([
    { v: 1, kind: 'register', tenant: 'east', key: 'lost-1' },
    { v: 1, kind: 'seal', tenant: 'east' },
    { v: 1, kind: 'sync', tenant: 'east' },
  ])
  await sealJournal(ctx)
  house.posted.length = 0
  expect(await sweepAgency({ ...ctx, now: 0 }, 1_000_000)).toEqual({
    owed: 0,
    isBehind: false,
    stuck: 0,
  })
  expect(house.posted).toEqual([])
})

test('files without a row go after a day, files with one never (idea 6)', async () => {
  const { db, files } = await house.tenant('west')
  const bytes = new Uint8Array([1])
  const kept = await files.put('item', 'kept', bytes, 'text/plain')
  const orphan = await files.put('item', 'orphan', bytes, 'text/plain')
  await db
    .prepare(`INSERT INTO item_file (id, item_id, name, bytes, media_type, sha256, object_key)
       VALUES ('f', 'i', 'a.txt', 1, 'text/plain', 'x', ?)`)
    .bind(kept)
    .run()
  expect(await sweepFiles({ db, files }, Date.now())).toEqual({ removed: 0 })
  expect(await sweepFiles({ db, files }, Date.now() + 25 * 3_600_000)).toEqual({ removed: 1 })
  expect([(await files.get(kept)) === null, await files.get(orphan)]).toEqual([false, null])
})

test('published items of all agencies below are found from above, however often they are reported (mission 68)', async () => {
  const clerk = { type: 'system', job: 'import' } as const
  for (const id of ['river', 'hill']) {
    const rows = [1, 2, 3, 4, 5].map((n) => `${id}${n}号养老服务通知,2026-03-0${n},正文`)
    const sheet = new TextEncoder().encode(`标题,公开日期,正文\n${rows.join('\n')}\n`)
    const done = await importItems(await house.ctx(id, clerk, at), sheet, { dryRun: false })
    expect(done).toMatchObject({ ok: true, value: { committed: true } })
    for (let step = 0; step < 12; step += 1) {
      await syncAgency(await house.tenant(id), house.regionCtx(at), limits)
      if (step % 3 === 0) await syncAgency(await house.tenant(id), house.regionCtx(at))
    }
  }
  expect(await found('pref')).toEqual([...names('hill'), ...names('river')])
  expect(await found('hill')).toEqual(names('hill'))
  expect(await found('west')).toEqual([])
})

async function found(office: string): Promise<string[]> {
  const ctx = await house.ctx(office, undefined, at)
  const page = await listRegionItems(ctx, house.regionCtx(at), { q: '养老服务' }, ({ id }) => id)
  return page.ok
    ? page.value.items.map(({ agency, title }) => `${agency.id} ${title}`).toSorted()
    : []
}

const names = (id: string): string[] => [1, 2, 3, 4, 5].map((n) => `${id} ${id}${n}号养老服务通知`)
