import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencyCalendar } from '../../../src/domain/agency/agency-calendar.ts'
import { makeCalendar } from '../../../src/domain/time/calendar.ts'
import { publishedArrangements } from '../../../src/domain/time/holidays.data.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { recomputeDues } from '../../../src/usecases/application/recompute-dues.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { entry } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

/** What a notice of 2027 might say: New Year's Day joined to the weekend by a working Sunday. */
const coming = {
  year: 2027,
  notices: [],
  off: [['元旦', '01-01', '01-04']],
  work: ['01-10'],
} as const
const national = makeCalendar('cn-2027', [...publishedArrangements, coming])
const at = '2026-12-20T09:00:00+08:00'
const system = { type: 'system', job: 'operator' } as const
const received = ['2026-11-20', '2026-12-04', '2026-12-09', '2026-12-11'] as const

let house: House
let desk: Ctx
beforeAll(async () => {
  house = await openHouse()
  desk = await house.ctx('east', officer('head'), at)
  for (const receivedOn of received)
    await enterApplication(desk, entry('in-person', { receivedOn }))
})
afterAll(() => house.close())

const dues = async (): Promise<unknown[]> => {
  const list = await listCases(desk, {})
  if (!list.ok) throw new Error(list.refusal.code)
  return list.value.items.map(({ dueOn, provisional }) => [dueOn, provisional])
}

const before = [
  ['2026-12-18', false],
  ['2027-01-04', true],
  ['2027-01-07', true],
  ['2027-01-11', true],
]

test('a new year’s holidays move what they move, once, and make provisional days firm', async () => {
  expect(await dues()).toEqual(before)
  const operator = { ...desk, actor: system }
  const trial = await recomputeDues({ ...operator, calendar: national }, { dryRun: true })
  expect(await dues()).toEqual(before)
  const done = await recomputeDues({ ...operator, calendar: national }, { dryRun: false })
  expect(done).toEqual(trial)
  if (!done.ok) throw new Error(done.refusal.code)
  done.value.moved.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  expect(done).toMatchObject({
    value: {
      cases: 4,
      // The 11th stays: the working Sunday makes up for the Monday off. The first case has its version renewed.
      renewed: 2,
      moved: [
        { from: '2027-01-04', to: '2027-01-05' },
        { from: '2027-01-07', to: '2027-01-08' },
      ],
    },
  })
  expect(await dues()).toEqual([
    ['2026-12-18', false],
    ['2027-01-05', false],
    ['2027-01-08', false],
    ['2027-01-11', false],
  ])
  const again = await recomputeDues({ ...operator, calendar: national }, { dryRun: false })
  expect(again).toMatchObject({ value: { cases: 4, renewed: 0, moved: [] } })
  const rows = await house.rows('east', 'application')
  expect(new Set(rows.map((row) => row['calendar']))).toEqual(new Set(['cn-2027']))
  const kinds = (await house.rows('east', 'event')).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'application.recalculated')).toHaveLength(2)
})

test('only the operator may, and decided cases keep their day', async () => {
  expect(await recomputeDues(desk, { dryRun: false })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  const list = await listCases(desk, {})
  if (!list.ok) throw new Error(list.refusal.code)
  const receipt = list.value.items[0]?.receipt ?? ''
  await actOnCase(desk, receipt, 'accept', {})
  await actOnCase(desk, receipt, 'reply', { outcome: 'granted', text: '答复' })
  const back = await recomputeDues({ ...desk, actor: system }, { dryRun: false })
  expect(back).toMatchObject({ value: { cases: 3 } })
})

test('放假办法 Art. 4: a place’s own holidays move the desk’s clocks of its agency', async () => {
  const localHolidays = [{ name: '本地节日', from: '2026-03-04', to: '2026-03-05' }]
  const west = await house.ctx('west', officer('head'), '2026-03-09T09:00:00+08:00')
  const local = {
    ...west,
    calendar: agencyCalendar({ settings: { ...west.agency.settings, localHolidays } }),
  }
  const usual = await enterApplication(west, entry('in-person', { receivedOn: '2026-03-02' }))
  const moved = await enterApplication(local, entry('in-person', { receivedOn: '2026-03-02' }))
  expect(usual).toMatchObject({ value: { dueOn: '2026-03-30', clock: { dueOn: '2026-03-30' } } })
  expect(moved).toMatchObject({ value: { dueOn: '2026-04-01', clock: { dueOn: '2026-04-01' } } })
  const all = await recomputeDues({ ...local, actor: system }, { dryRun: false })
  expect(all).toMatchObject({ value: { moved: [{ from: '2026-03-30', to: '2026-04-01' }] } })
})

test('10,000 cases are recomputed in pages, each to the day that its ledger says', async () => {
  const { db } = await house.tenant('river')
  await db
    .prepare(
      `WITH RECURSIVE n (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < 9999)
       INSERT INTO application (id, version, state, channel, applicant_class, arrived_at, number_year,
         number_serial, received_on, ledger, due_on, due_of, sealed)
       SELECT printf('SQ-%05d-AAAAA-AAAAA-AAAAA', k), 2, 'accepted', 'in-person', 'naturalPerson', 0,
         2026, k + 1, '2026-12-04', '[{"kind":"start","on":"2026-12-04","seq":2}]', '2027-01-04', 20,
         '{}' FROM n`,
    )
    .run()
  const operator = await house.ctx('river', system, at)
  const done = await recomputeDues({ ...operator, calendar: national }, { dryRun: false })
  if (!done.ok) throw new Error(done.refusal.code)
  expect(done.value).toMatchObject({ cases: 10_000, renewed: 0 })
  expect(new Set(done.value.moved.map(({ to }) => to))).toEqual(new Set(['2027-01-05']))
  const rows = await house.rows('river', 'application_tally')
  expect(rows).toEqual([{ id: 1, counts: '{"2027-01-0520":10000}' }])
})

test('until when the applicant is waited for is counted anew too, and never moves forward (条例第30条、第35条)', async () => {
  const west = await house.ctx('west', officer('head'), '2026-12-29T09:00:00+08:00')
  const ask = async (action: string, days: number): Promise<string> => {
    const entered = await enterApplication(
      west,
      entry('in-person', { receivedOn: '2026-12-25', arrivedOn: '2026-12-25' }),
    )
    if (!entered.ok) throw new Error(entered.refusal.code)
    const words =
      action === 'ask-reasons' ? { why: '件数较多' } : { unclear: '年份不明', guidance: '写明年份' }
    const asked = await actOnCase(west, entered.value.receipt, action, { ...words, days })
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal))
    return entered.value.receipt
  }
  const longer = await ask('request-correction', 3)
  const same = await ask('request-correction', 8)
  const reasons = await ask('ask-reasons', 3)
  const waits = async (): Promise<unknown[]> => {
    const rows = await house.rows('west', 'application')
    return [longer, same, reasons].map(
      (receipt) => rows.find(({ id }) => id === receipt)?.['waits_until'],
    )
  }
  expect(await waits()).toEqual(['2027-01-04', '2027-01-11', '2027-01-04'])
  const operator = { ...west, actor: system }
  const trial = await recomputeDues({ ...operator, calendar: national }, { dryRun: true })
  const done = await recomputeDues({ ...operator, calendar: national }, { dryRun: false })
  expect(done).toEqual(trial)
  if (!done.ok) throw new Error(done.refusal.code)
  const waited = done.value.moved.filter(({ what }) => what === 'applicant')
  expect(new Set(waited.map(({ receipt, from, to }) => `${receipt} ${from} ${to}`))).toEqual(
    new Set([longer, reasons].map((receipt) => `${receipt} 2027-01-04 2027-01-05`)),
  )
  expect(await waits()).toEqual(['2027-01-05', '2027-01-11', '2027-01-05'])
  const again = await recomputeDues({ ...operator, calendar: national }, { dryRun: false })
  expect(again).toMatchObject({ value: { moved: [] } })
})
