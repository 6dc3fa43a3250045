import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { actOnPowerChange } from '../../../src/usecases/service/act-on-change.ts'
import { comparePowers } from '../../../src/usecases/service/compare-powers.ts'
import { countPowers } from '../../../src/usecases/service/count-powers.ts'
import { draftPowerChange } from '../../../src/usecases/service/draft-change.ts'
import { editPowerChange } from '../../../src/usecases/service/edit-change.ts'
import { listPowerChanges } from '../../../src/usecases/service/list-changes.ts'
import { listPowers } from '../../../src/usecases/service/list-powers.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { added, approved, head, lawyer, unit } from './service-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const now = '2026-11-20T10:00:00+08:00'
const draft = { reason: '国务院取消', basis: '国发〔2026〕1号', entries: [added('D-1')] }

test('row 26: three reviews by three persons, in their order; nothing is on the list before the head approves', async () => {
  const made = await draftPowerChange(await house.ctx('west', unit, now), draft)
  if (!made.ok) throw new Error(made.refusal.code)
  const { id } = made.value
  const as = async (who: typeof unit, action: string, said: object = {}): Promise<unknown> =>
    actOnPowerChange(await house.ctx('west', who, now), id, action, said)
  expect(await as(lawyer, 'check', { opinion: '合法' })).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  // One person with every role still takes one review only.
  const all = { ...unit, roles: ['handler', 'legal-reviewer', 'head'] } as typeof unit
  expect(await as(all, 'propose', { version: 1 })).toMatchObject({ ok: true })
  expect(await as(all, 'check', { opinion: '合法' })).toMatchObject({
    refusal: { code: 'same-person' },
  })
  expect(await as(unit, 'check', { opinion: '合法' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(await as(lawyer, 'check', { opinion: '合法' })).toMatchObject({ ok: true })
  expect(await as(all, 'approve')).toMatchObject({ refusal: { code: 'same-person' } })
  expect(await listPowers(await house.ctx('west', { type: 'public' }, now), {})).toMatchObject({
    value: { items: [], counts: { total: 0 } },
  })
  expect(await as(head, 'approve', { version: 2 })).toMatchObject({ refusal: { code: 'stale' } })
  expect(await as(head, 'approve', { version: 3 })).toMatchObject({
    value: { state: 'approved', approvedOn: '2026-11-20', revision: 1 },
  })
  expect(await listPowers(await house.ctx('west', { type: 'public' }, now), {})).toMatchObject({
    value: { items: [{ code: 'D-1' }], counts: { total: 1 } },
  })
})

test('row 26: a returned change begins its reviews anew, and a draft may be written again or given up', async () => {
  const ctx = await house.ctx('west', unit, now)
  const made = await draftPowerChange(ctx, { ...draft, entries: [added('D-2')] }, 'k')
  const again = await draftPowerChange(ctx, { ...draft, entries: [added('D-2')] }, 'k')
  if (!made.ok || !again.ok) throw new Error('not drafted')
  expect(again.value.id).toBe(made.value.id)
  const { id } = made.value
  await actOnPowerChange(ctx, id, 'propose', {})
  expect(await editPowerChange(ctx, id, draft)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  const returned = await actOnPowerChange(await house.ctx('west', lawyer, now), id, 'return', {
    opinion: '缺依据',
  })
  expect(returned).toMatchObject({ value: { state: 'draft', opinion: '缺依据' } })
  const edited = { ...draft, entries: [added('D-3')], version: 3 }
  expect(await editPowerChange(ctx, id, { ...edited, version: 2 })).toMatchObject({
    refusal: { code: 'stale' },
  })
  expect(await editPowerChange(ctx, id, edited)).toMatchObject({
    value: { version: 4, entries: [{ code: 'D-3' }] },
  })
  expect(await actOnPowerChange(ctx, id, 'drop', {})).toMatchObject({ value: { state: 'dropped' } })
  const listed = await listPowerChanges(ctx)
  expect(JSON.stringify(listed)).not.toContain(id)
})

test('rows 26, 27: every past day has its list, the log names kind, reason and basis, and the counts are those of the list', async () => {
  await approved(
    house,
    'east',
    ['A-1', 'A-2', 'A-3', 'A-4'].map((code) => added(code)),
    '2025-03-04',
  )
  await approved(house, 'east', [added('P-1', { type: 'punishment' })], '2025-06-01')
  await approved(
    house,
    'east',
    [
      { kind: 'cancelled', power: 'A-1' },
      { kind: 'handed-down', power: 'A-2', takenBy: '各乡镇' },
      { kind: 'merged', power: 'A-3', into: 'A-4' },
      {
        ...added('A-4'),
        kind: 'amended',
        power: 'A-4',
        name: '合并后的事项',
        type: 'confirmation',
      },
      { ...added('A-9'), kind: 'taken-over' },
    ],
    '2026-11-19',
  )
  const open = await house.ctx('east', { type: 'public' }, now)
  const on = async (day: string): Promise<unknown> => {
    const listed = await listPowers(open, { day })
    if (!listed.ok) throw new Error(listed.refusal.code)
    const { items, counts } = listed.value
    return { codes: items.map(({ code }) => code).join(' '), total: counts.total }
  }
  expect(await on('2025-03-03')).toEqual({ codes: '', total: 0 })
  expect(await on('2025-03-04')).toEqual({ codes: 'A-1 A-2 A-3 A-4', total: 4 })
  expect(await on('2025-06-01')).toEqual({ codes: 'A-1 A-2 A-3 A-4 P-1', total: 5 })
  expect(await on('2026-11-18')).toEqual({ codes: 'A-1 A-2 A-3 A-4 P-1', total: 5 })
  expect(await on('2026-11-19')).toEqual({ codes: 'A-4 A-9 P-1', total: 3 })
  expect(await on('2026-11-20')).toEqual({ codes: 'A-4 A-9 P-1', total: 3 })
  expect(await listPowers(open, { day: '2026-11-21' })).toMatchObject({
    refusal: { code: 'invalid' },
  })
  expect(await listPowers(open, {})).toMatchObject({
    value: {
      counts: { byType: { licence: 1, confirmation: 1, punishment: 1 } },
      revisions: [{ revision: 3, on: '2026-11-19', entries: 5 }, { revision: 2 }, { revision: 1 }],
    },
  })
  const compared = await comparePowers(open, { from: '2025-12-31', until: '2026-11-20' })
  expect(compared).toMatchObject({
    value: {
      difference: {
        added: [{ code: 'A-9' }],
        amended: [{ before: { name: '事项A-4' }, after: { name: '合并后的事项' } }],
      },
      log: [
        { kind: 'taken-over', code: 'A-9', reason: '2026-11-19清理', basis: '县政府通知' },
        { kind: 'amended', note: '事项A-4' },
        { kind: 'merged', code: 'A-3', note: 'A-4' },
        { kind: 'handed-down', code: 'A-2', note: '各乡镇' },
        { kind: 'cancelled', code: 'A-1', on: '2026-11-19' },
      ],
    },
  })
  const removed = compared.ok ? compared.value.difference.removed.map(({ code }) => code) : []
  expect(removed).toEqual(['A-1', 'A-2', 'A-3'])
  expect(await comparePowers(open, { from: '2025-12-31', kind: 'cancelled' })).toMatchObject({
    value: { log: [{ code: 'A-1' }] },
  })
})

test('row 26: a change that does not fit the list is refused entry by entry', async () => {
  const ctx = await house.ctx('east', unit, now)
  const entries = [
    added('A-9'),
    { kind: 'cancelled', power: 'none' },
    { kind: 'merged', power: 'A-4', into: 'A-4' },
    { kind: 'cancelled', power: 'A-4' },
    added('N-1'),
    added('N-1'),
  ]
  const refused = await draftPowerChange(ctx, { ...draft, entries })
  const errors = refused.ok || refused.refusal.code !== 'invalid' ? [] : refused.refusal.errors
  expect(errors.map(({ pointer, problem }) => `${pointer} ${problem}`)).toEqual([
    '/entries/1/power not-listed',
    '/entries/3/power duplicate',
    '/entries/0/code taken',
    '/entries/5/code taken',
    '/entries/2/into not-listed',
  ])
  expect(await draftPowerChange(ctx, { ...draft, entries: [{ kind: 'merged' }] })).toMatchObject({
    refusal: { errors: [{ pointer: '/entries/0/power' }, { pointer: '/entries/0/into' }] },
  })
})

test('row 26: of two changes that take the same matter at once, only one is applied', async () => {
  const entries = [{ kind: 'cancelled', power: 'P-1' }]
  const ids = await Promise.all(
    ['甲', '乙'].map(async (reason) => {
      const made = await draftPowerChange(await house.ctx('east', unit, now), {
        ...draft,
        reason,
        entries,
      })
      const id = made.ok ? made.value.id : ''
      await actOnPowerChange(await house.ctx('east', unit, now), id, 'propose', {})
      const check = { opinion: '合法' }
      await actOnPowerChange(await house.ctx('east', lawyer, now), id, 'check', check)
      return id
    }),
  )
  const done = await Promise.all(
    ids.map(async (id) => actOnPowerChange(await house.ctx('east', head, now), id, 'approve', {})),
  )
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await listPowers(await house.ctx('east', unit, now), {})).toMatchObject({
    value: { counts: { total: 2, byType: { punishment: 0 } } },
  })
})

test('rows 27, 68: the upper office counts its subtree by type from the lists below; a recomputation agrees', async () => {
  const region = house.regionCtx(now)
  for (const id of ['east', 'west']) await syncAgency(await house.tenant(id), region)
  const upper = await house.ctx('pref', { type: 'public' }, now)
  const counted = await countPowers(upper, region, { scope: 'subtree' })
  expect(counted).toMatchObject({
    ok: true,
    value: { total: 3, byType: { licence: 2, confirmation: 1 }, changes: { cancelled: 2 } },
  })
  const own = await countPowers(await house.ctx('east', unit, now), region, {})
  expect(own).toMatchObject({ value: { total: 2, children: [] } })
  for (const id of ['east', 'west']) {
    const found = await recompute(await house.tenant(id), region)
    expect(found).toMatchObject({ own: [], region: [], office: [], facets: [] })
    const standing = (await house.rows(id, 'power_edition')).filter(
      (row) => row['valid_to'] === null,
    )
    const numbers = await countPowers(await house.ctx(id, unit, now), region, {})
    expect(numbers).toMatchObject({ value: { total: standing.length } })
  }
})

test('rows 26, 27: the public and other posts take no step and see no change under way', async () => {
  const open = await house.ctx('east', { type: 'public' }, now)
  expect(await draftPowerChange(open, draft)).toMatchObject({
    refusal: { code: 'unauthenticated' },
  })
  expect(await listPowerChanges(open)).toMatchObject({ refusal: { code: 'unauthenticated' } })
  const other = await house.ctx('east', officer('statistician'), now)
  expect(await draftPowerChange(other, draft)).toMatchObject({ refusal: { code: 'forbidden' } })
})
