import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnServiceGuide } from '../../../src/usecases/service/act-on-guide.ts'
import { checkMatter } from '../../../src/usecases/service/check-matter.ts'
import { type DueChecks, listDueChecks } from '../../../src/usecases/service/due-checks.ts'
import { listDeskServices } from '../../../src/usecases/service/list-desk-guides.ts'
import { listPowerChanges } from '../../../src/usecases/service/list-changes.ts'
import { showDeskService } from '../../../src/usecases/service/show-desk-guide.ts'
import { writeServiceGuide } from '../../../src/usecases/service/write-guide.ts'
import { showToday } from '../../../src/usecases/desk/show-today.ts'
import type { MatterKind } from '../../../src/domain/service/check-day.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { added, approved, head, powerId, unit } from './service-house.ts'

// A year and a day after the first list, eleven months after the second.
const now = '2027-01-06T10:00:00+08:00'
let house: House
let id = ''
const as = (who: typeof unit, at = now): Promise<Ctx> => house.ctx('east', who, at)

async function due(kind: MatterKind, at = now): Promise<DueChecks> {
  const listed = await listDueChecks(await as(unit, at), { kind })
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.value
}

async function powersToday(at = now): Promise<unknown> {
  const shown = await showToday(await as(unit, at))
  return shown.ok ? shown.value.powers : null
}

beforeAll(async () => {
  house = await openHouse()
  await approved(
    house,
    'east',
    [added('S-1'), added('S-2', { type: 'other' }), added('X-1', { type: 'inspection' })],
    '2026-01-05',
  )
  await approved(house, 'east', [added('X-2', { type: 'punishment' })], '2026-02-02')
  await approved(house, 'east', [added('X-3', { type: 'punishment' })], '2026-06-01')
  id = await powerId(house, 'east', 'S-1')
  const at = '2026-01-06T10:00:00+08:00'
  await writeServiceGuide(await as(unit, at), id, { guide: { conditions: '成年' }, version: 0 })
  await actOnServiceGuide(await as(unit, at), id, 'submit', {})
  await actOnServiceGuide(await as(head, at), id, 'publish', {})
})
afterAll(() => house.close())

test('row 28: powers are to be checked a year after they were listed; overdue first, then those of thirty days', async () => {
  const { items, counts, months } = await due('power')
  expect(months).toBe(12)
  expect(counts).toEqual({ overdue: 3, soon: 1 })
  expect(items.map(({ code, state }) => [code, state])).toMatchObject([
    [expect.stringMatching(/^[SX]-/), 'overdue'],
    [expect.stringMatching(/^[SX]-/), 'overdue'],
    [expect.stringMatching(/^[SX]-/), 'overdue'],
    ['X-2', 'soon'],
  ])
  expect(items[0]).toMatchObject({ since: '2026-01-05', dueOn: '2027-01-05', check: null })
  expect(await listPowerChanges(await as(unit))).toMatchObject({ value: { toCheck: counts } })
})

test('row 28: so is a published guide, from the day of its publication; one that is not published is not', async () => {
  // 6 January 2027 is its last day.
  expect(await due('guide')).toMatchObject({
    counts: { overdue: 0, soon: 1 },
    items: [{ code: 'S-1', state: 'soon', days: 0 }],
  })
  expect(await due('guide', '2027-01-07T10:00:00+08:00')).toMatchObject({
    counts: { overdue: 1, soon: 0 },
  })
  expect(await listDeskServices(await as(unit), {})).toMatchObject({
    value: { toCheck: { overdue: 0, soon: 1 } },
  })
})

test('row 28: today tells how many are overdue', async () => {
  expect(await powersToday('2027-01-07T10:00:00+08:00')).toMatchObject({
    powersDue: 3,
    guidesDue: 1,
  })
})

test('row 28: a check with a note starts the interval anew, and leaves who, when and an event', async () => {
  const done = await checkMatter(await as(unit), 'power', id, { note: '依据现行有效', seen: 0 })
  expect(done).toMatchObject({
    value: {
      state: 'fine',
      since: '2027-01-06',
      dueOn: '2028-01-06',
      check: { number: 1, on: '2027-01-06', note: '依据现行有效', by: '测试员' },
    },
  })
  expect((await due('power')).counts).toEqual({ overdue: 2, soon: 1 })
  // Its guide is another matter.
  expect((await due('guide')).counts).toEqual({ overdue: 0, soon: 1 })
  expect(await checkMatter(await as(unit), 'guide', id, { note: '与窗口做法一致' })).toMatchObject({
    value: { state: 'fine', check: { number: 1 } },
  })
  expect((await due('guide')).items).toEqual([])
  const events = await house.rows('east', 'event')
  expect(events.at(-1)).toMatchObject({ kind: 'matter.checked', entity: 'guide-check', seq: 1 })
})

test('row 28: a power that is changed begins anew, one that left the list is not told any more', async () => {
  const at = '2027-01-08'
  await approved(
    house,
    'east',
    [
      added('X-1', { kind: 'amended', power: 'X-1', type: 'inspection' }),
      { kind: 'cancelled', power: 'S-2' },
    ],
    at,
  )
  const { counts, items } = await due('power', `${at}T10:00:00+08:00`)
  expect(counts).toEqual({ overdue: 0, soon: 1 })
  expect(items.map(({ code }) => code)).toEqual(['X-2'])
})

test('two checks at once: the second is told, and nothing is written', async () => {
  const ctx = await as(unit)
  const other = await powerId(house, 'east', 'X-2')
  const both = await Promise.all([
    checkMatter(ctx, 'power', other, { note: '甲', seen: 0 }),
    checkMatter(ctx, 'power', other, { note: '乙', seen: 0 }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale' } })
})

test('a check says something; who only looks does not check; what is not there is not found', async () => {
  expect(await checkMatter(await as(unit), 'power', id, { note: ' ' })).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/note' }] },
  })
  const viewer = await house.ctx('east', officer('viewer'), now)
  expect((await listDueChecks(viewer, {})).ok).toBe(true)
  expect(await checkMatter(viewer, 'power', id, { note: '好' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(await listDueChecks(await house.ctx('east'), {})).toMatchObject({
    refusal: { code: 'unauthenticated' },
  })
  const s3 = await powerId(house, 'east', 'X-3')
  expect(await checkMatter(await as(unit), 'guide', s3, { note: '好' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('the list goes on after the last of its page', async () => {
  const at = '2028-03-01T10:00:00+08:00'
  const codes: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const listed = await listDueChecks(await as(unit, at), {
      limit: 2,
      ...(cursor === '' ? {} : { cursor }),
    })
    if (!listed.ok) throw new Error(listed.refusal.code)
    codes.push(...listed.value.items.map(({ code }) => code))
    cursor = listed.value.next
  }
  expect(codes.toSorted()).toEqual(['S-1', 'X-1', 'X-2', 'X-3'])
})

async function publishWhole(): Promise<void> {
  const guide = {
    conditions: '成年',
    procedure: '受理、决定',
    promisedDays: 5,
    materials: ['申请书'],
    fee: 'free',
    outcome: '证',
    phone: '0557-3022110',
    supervisionPhone: '0557-3022112',
  }
  const { version } = await shownGuide()
  await writeServiceGuide(await as(unit), id, { guide, version })
  await actOnServiceGuide(await as(unit), id, 'submit', {})
  await actOnServiceGuide(await as(head), id, 'publish', {})
}

async function shownGuide(): Promise<{ version: number | null }> {
  const shown = await showDeskService(await as(unit), id)
  return shown.ok ? shown.value : { version: null }
}

test('row 28: the running counts of matters and of their guides are those of the tables', async () => {
  await publishWhole()
  const { db } = await house.tenant('east')
  const kept = await db.prepare('SELECT * FROM service_tally WHERE matters > 0 ORDER BY type').all()
  const counted = await db
    .prepare(
      `SELECT e.type, count(*) AS matters, coalesce(sum(g.lacking = 0), 0) AS whole,
         coalesce(sum(g.is_poor = 0), 0) AS fair
       FROM power_edition e LEFT JOIN service_guide g ON g.power_id = e.power_id
       WHERE e.valid_to IS NULL GROUP BY e.type ORDER BY e.type`,
    )
    .all()
  expect(kept.results).toMatchObject([{ type: 'inspection' }, { whole: 1, fair: 1 }, {}])
  expect(kept.results).toEqual(counted.results)
})
