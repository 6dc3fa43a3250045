import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { importApplications } from '../../../src/usecases/application/import/applications.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { actOnDispute } from '../../../src/usecases/dispute/act.ts'
import { listDisputes } from '../../../src/usecases/dispute/list.ts'
import { registerDispute } from '../../../src/usecases/dispute/register.ts'
import { showToday } from '../../../src/usecases/desk/show-today.ts'
import { showDispute } from '../../../src/usecases/dispute/show.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import {
  showStatistics,
  type Statistics,
} from '../../../src/usecases/statistics/show-statistics.ts'
import { bytesOf } from '../../support/application-form.ts'
import { type House, openHouse } from '../../support/house.ts'
import { answered, officerOn, registered, reply, review, step, valueOf } from './dispute-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function figures(agency: string, period: string, today: string): Promise<Statistics> {
  const ctx = await house.ctx(agency, { type: 'public' }, `${today}T20:00:00+08:00`)
  const region = house.regionCtx(`${today}T20:00:00+08:00`)
  return valueOf(await showStatistics(ctx, region, { period, scope: 'own' }))
}

const days = { receivedOn: '2026-03-02', repliedOn: '2026-03-10' }

test('row 40: registered with its own day, answered, decided; table 4 counts each where it happened', async () => {
  const ctx = await officerOn(house, 'east', '2026-03-25', 'legal-reviewer')
  const receipt = await answered(house, 'east', days)
  const id = await registered(ctx, { ...review, case: receipt })
  expect(valueOf(await showDispute(ctx, id))).toMatchObject({
    state: 'registered',
    procedure: 'ordinary',
    due: { dueOn: '2026-04-08', days: 10, unit: 'working' },
    nearness: { colour: 'blue', left: 9 },
    party: review.party,
    case: { receipt },
    warnings: [],
    actions: ['answer', 'decide', 'cancel'],
  })
  expect((await figures('east', '2026-03', '2026-03-25')).reviewLitigation.review).toEqual({
    upheld: 0,
    corrected: 0,
    other: 0,
    pending: 1,
    total: 1,
  })
  for (const [day, late] of [
    ['2026-04-08', 0],
    ['2026-04-09', 1],
  ] as const) {
    const onThatDay = await officerOn(house, 'east', day, 'legal-reviewer')
    expect(valueOf(await showToday(onThatDay)).disputes).toEqual({ toAnswer: 1, late })
  }
  const answering = await officerOn(house, 'east', '2026-04-07', 'legal-reviewer')
  expect(await step(answering, id, 'answer', { note: '已送达' })).toMatchObject({
    state: 'answered',
    answeredOn: '2026-04-07',
    nearness: null,
    notes: [{ text: '已送达' }],
  })
  const deciding = await officerOn(house, 'east', '2026-05-11', 'head')
  const end = { result: 'upheld', decidedOn: '2026-05-08' }
  expect(await step(deciding, id, 'decide', end)).toMatchObject({
    state: 'decided',
    actions: ['amend'],
  })
  expect((await figures('east', '2026-03', '2026-05-11')).reviewLitigation.review.pending).toBe(1)
  expect((await figures('east', '2026-05', '2026-05-11')).reviewLitigation.review).toMatchObject({
    upheld: 1,
    pending: 0,
    total: 1,
  })
  const cases = await officerOn(house, 'east', '2026-05-12', 'head')
  expect(valueOf(await showCase(cases, receipt)).disputes).toMatchObject([{ id, result: 'upheld' }])
})

test('row 40: a decided result is amended with its reason; the figure moves and the journals agree', async () => {
  const ctx = await officerOn(house, 'west', '2026-06-30', 'head')
  const id = await registered(ctx, { ...review, caseNumber: '更正一' })
  await step(ctx, id, 'decide', { result: 'corrected', decidedOn: '2026-04-20' })
  const table = async (period: string): Promise<unknown> =>
    (await figures('west', period, '2026-06-30')).reviewLitigation.review
  const none = { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 }
  expect(await table('2026-04')).toEqual({ ...none, corrected: 1, total: 1 })
  const right = { result: 'upheld', decidedOn: '2026-06-10' }
  expect(await actOnDispute(ctx, id, 'amend', right)).toMatchObject({
    refusal: { errors: [{ pointer: '/note', problem: 'required' }] },
  })
  const amended = await step(ctx, id, 'amend', { ...right, note: '再审另有结果' })
  expect(amended).toMatchObject({
    result: 'upheld',
    decidedOn: '2026-06-10',
    notes: [{ text: '再审另有结果' }],
  })
  expect(await table('2026-04')).toEqual({ ...none, pending: 1, total: 1 })
  expect(await table('2026-06')).toEqual({ ...none, upheld: 1, total: 1 })
})

test('row 40: each figure of table 4 opens down to its records', async () => {
  const ctx = await officerOn(house, 'west', '2026-06-01', 'information-officer')
  const about = '不在本系统的申请'
  const raw = (n: number, kind: string, acceptedOn: string): object => ({
    kind,
    organ: '西县人民法院',
    caseNumber: `第${String(n)}号`,
    about,
    acceptedOn,
  })
  const ids: string[] = []
  for (const [n, kind, on] of [
    [1, 'litigationDirect', '2025-11-03'],
    [2, 'litigationDirect', '2026-01-05'],
    [3, 'litigationDirect', '2026-02-02'],
  ] as const) {
    ids.push(await registered(ctx, raw(n, kind, on)))
  }
  const [first = '', second = '', third = ''] = ids
  await step(ctx, first, 'decide', { result: 'corrected', decidedOn: '2026-01-20' })
  await step(ctx, second, 'decide', { result: 'corrected', decidedOn: '2026-05-20' })
  const behind = async (asked: object): Promise<string[]> =>
    valueOf(await listDisputes(ctx, { kind: 'litigationDirect', ...asked })).items.map(
      (one) => one.id,
    )
  for (const [period, corrected, pending] of [
    ['2025', [], [first]],
    ['2026-01', [first], [second]],
    ['2026', [second, first], [third]],
    ['2026-Q1', [first], [third, second]],
  ] as const) {
    const { litigationDirect } = (await figures('west', period, '2026-06-01')).reviewLitigation
    expect(await behind({ state: 'decided', result: 'corrected', period })).toEqual(corrected)
    expect(await behind({ state: 'pending', period })).toEqual(pending)
    expect(litigationDirect).toMatchObject({
      corrected: corrected.length,
      pending: pending.length,
      total: corrected.length + pending.length,
    })
  }
})

test('a refusal under articles 14 to 16 goes to reconsideration first: a direct suit is registered with a warning (行政复议法第23条)', async () => {
  const ctx = await officerOn(house, 'east', '2026-03-25', 'legal-reviewer')
  const suit = { kind: 'litigationDirect', organ: '东县人民法院', acceptedOn: '2026-03-20' }
  const refused = await answered(house, 'east', days)
  const told = await answered(house, 'east', days, 'unable.notHeld')
  expect(valueOf(await registerDispute(ctx, { ...suit, case: refused })).warnings).toEqual([
    'review-first',
  ])
  expect(valueOf(await registerDispute(ctx, { ...suit, case: told })).warnings).toEqual([])
})

test('a suit after reconsideration follows its reconsideration and takes over the application', async () => {
  const ctx = await officerOn(house, 'east', '2026-06-25', 'legal-reviewer')
  const receipt = await answered(house, 'east', days)
  const before = await registered(ctx, { ...review, caseNumber: '复13', case: receipt })
  await step(ctx, before, 'decide', { result: 'upheld', decidedOn: '2026-05-08' })
  const raw = { organ: '东县人民法院', acceptedOn: '2026-05-20', follows: before }
  expect(await registerDispute(ctx, { ...raw, kind: 'litigationDirect' })).toMatchObject({
    refusal: { errors: [{ pointer: '/follows' }] },
  })
  const suit = valueOf(await registerDispute(ctx, { ...raw, kind: 'litigationAfterReview' }))
  expect(suit).toMatchObject({ follows: before, application: receipt, procedure: null })
})

test('what was corrected is answered anew: the old answer stays in its month, a counter-entry stands in the month of the reopening, and the year balances (行政复议法第64条)', async () => {
  const receipt = await answered(house, 'hill', {
    receivedOn: '2025-12-01',
    repliedOn: '2025-12-15',
  })
  const before = await figures('hill', '2025', '2026-01-05')
  const ctx = await officerOn(house, 'hill', '2026-03-02', 'legal-reviewer')
  const id = await registered(ctx, {
    ...review,
    acceptedOn: '2026-01-05',
    receivedOn: '2026-01-07',
    case: receipt,
  })
  const end = { result: 'corrected', decidedOn: '2026-02-26' }
  expect(await step(ctx, id, 'decide', end)).toMatchObject({ actions: ['amend', 'redo'] })
  const order = { orderedOn: '2026-02-27', answerBy: '2026-03-20' }
  expect(await step(ctx, id, 'redo', order)).toMatchObject({ state: 'redone', actions: [] })
  const head = await officerOn(house, 'hill', '2026-03-02', 'head')
  expect(valueOf(await showCase(head, receipt))).toMatchObject({
    state: 'accepted',
    outcome: null,
    decidedOn: null,
    clock: { dueOn: '2026-03-20' },
    reply: null,
  })
  const bars = await actOnCase(head, receipt, 'extend', { days: 5, reason: '量大' })
  expect(bars).toMatchObject({ refusal: { code: 'not-allowed', why: 'period-ordered' } })
  expect(await figures('hill', '2025', '2026-03-02')).toMatchObject({
    applications: before.applications,
    reviewLitigation: before.reviewLitigation,
  })
  const open = await figures('hill', '2026', '2026-03-02')
  expect(open.redone).toBe(1)
  expect(open.applications).toMatchObject({
    newReceived: { total: 0 },
    carriedOver: { total: 0 },
    'denied.processInfo': { total: -1 },
    carriedForward: { total: 1 },
  })
  const early = await actOnCase(head, receipt, 'reply', {
    outcome: 'granted',
    text: '公开',
    repliedOn: '2026-03-01',
  })
  expect(early).toMatchObject({
    refusal: { errors: [{ pointer: '/repliedOn', problem: 'before' }] },
  })
  const again = await officerOn(house, 'hill', '2026-03-16', 'head')
  await reply(again, receipt, 'granted')
  expect((await figures('hill', '2026', '2026-03-16')).applications).toMatchObject({
    granted: { total: 1 },
    'denied.processInfo': { total: -1 },
    totalProcessed: { total: 0 },
    carriedForward: { total: 0 },
  })
  expect(valueOf(await showCase(again, receipt)).instruments).toHaveLength(2)
})

test('an imported application may be disputed and answered anew as any other', async () => {
  const ctx = await officerOn(house, 'river', '2026-05-06', 'head')
  const csv =
    'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome\n' +
    'A-1,2025-03-03T09:00:00+08:00,in-person,naturalPerson,甲,false,2025-03-20T09:00:00+08:00,granted\n'
  valueOf(await importApplications(ctx, bytesOf(csv), { dryRun: false }))
  const [row] = await house.rows('river', 'application')
  const receipt = String(row?.['id'])
  const id = await registered(ctx, { ...review, case: receipt })
  await step(ctx, id, 'decide', { result: 'corrected', decidedOn: '2026-05-05' })
  await step(ctx, id, 'redo')
  expect(valueOf(await showCase(ctx, receipt))).toMatchObject({
    state: 'accepted',
    clock: { dueOn: '2026-06-02' },
  })
})

test('row 68: the journals recount to the same cells, and the office above sees the sum (E8)', async () => {
  const at = '2026-06-30T09:00:00+08:00'
  for (const agency of ['east', 'west', 'hill', 'river', 'pref']) {
    const tenant = await house.tenant(agency)
    for (let more = true; more;) {
      const synced = valueOf(await syncAgency(tenant, house.regionCtx(at)))
      more = synced.hasMore
    }
    expect(
      valueOf({ ok: true, value: await recompute(tenant, house.regionCtx(at)) }),
    ).toMatchObject({
      own: [],
      region: [],
    })
  }
  const top = await house.ctx('pref', { type: 'public' }, at)
  const whole = valueOf(
    await showStatistics(top, house.regionCtx(at), { period: '2026', scope: 'subtree' }),
  )
  const parts = await Promise.all(
    ['east', 'west', 'hill', 'river', 'pref'].map((agency) =>
      figures(agency, '2026', '2026-06-30'),
    ),
  )
  for (const kind of ['review', 'litigationDirect', 'litigationAfterReview'] as const) {
    for (const column of ['upheld', 'corrected', 'other', 'pending', 'total'] as const) {
      const sum = parts.reduce((n, part) => n + (part.reviewLitigation[kind][column] ?? 0), 0)
      expect(whole.reviewLitigation[kind][column]).toBe(sum)
    }
  }
  expect(whole.redone).toBe(2)
})
