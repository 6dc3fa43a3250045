import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnsOf } from '../../../src/domain/catalog/tree.ts'
import { saveCard } from '../../../src/usecases/catalog/save-card.ts'
import { listCards, showInstitution } from '../../../src/usecases/catalog/show-institution.ts'
import { openHouse, officer, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const staff = officer('information-officer')
const now = '2026-11-20T10:00:00+08:00'
const leader = {
  kind: 'leader',
  name: '赵某',
  post: '县长',
  duties: '主持县政府全面工作',
  place: 1,
  fromOn: '2026-01-05',
}
const office = {
  kind: 'office',
  name: '办公室',
  duties: '负责日常运转',
  telephone: '0557-0000001',
  place: 2,
  fromOn: '2020-01-01',
}

async function names(): Promise<string[]> {
  const shown = await showInstitution(await house.ctx('east', undefined, now))
  return shown.ok ? shown.value.items.map(({ name }) => name) : []
}

describe('row 86: cards of leaders and offices', () => {
  test('a card appears at once, and so does a change', async () => {
    const ctx = await house.ctx('east', staff, now)
    const made = await saveCard(ctx, null, leader)
    if (!made.ok) throw new Error(made.refusal.code)
    expect((await saveCard(ctx, null, office)).ok).toBe(true)
    expect(await names()).toEqual(['赵某', '办公室'])
    const { id, version } = made.value
    const changed = { ...leader, duties: '主持全面工作，分管审计', seen: version }
    expect(await saveCard(ctx, id, changed)).toMatchObject({ value: { version: 2 } })
    expect(await saveCard(ctx, id, changed)).toMatchObject({ refusal: { code: 'stale' } })
    const shown = await showInstitution(await house.ctx('east', undefined, now))
    expect(shown).toMatchObject({ value: { items: [{ duties: '主持全面工作，分管审计' }, {}] } })
  })

  test('one who left is no longer shown and stays on record', async () => {
    const ctx = await house.ctx('east', staff, now)
    const all = await listCards(ctx)
    const id = all.ok ? (all.value.items.find(({ name }) => name === '赵某')?.id ?? '') : ''
    expect(await saveCard(ctx, id, { ...leader, toOn: '2026-11-19' })).toMatchObject({ ok: true })
    expect(await names()).toEqual(['办公室'])
    const kept = await listCards(ctx)
    expect(kept).toMatchObject({ value: { items: [{ name: '赵某', toOn: '2026-11-19' }, {}] } })
  })

  test.each([
    [{ ...leader, post: '' }, '/post'],
    [{ ...leader, duties: ' ' }, '/duties'],
    [{ ...leader, toOn: '2025-01-01' }, '/toOn'],
    [{ ...leader, head: '某' }, '/head'],
    [{ ...office, place: -1 }, '/place'],
  ])('a faulty card is refused: %j', async (raw, pointer) => {
    expect(await saveCard(await house.ctx('east', staff, now), null, raw)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })

  test('only those who publish may', async () => {
    const viewer = await house.ctx('east', officer('viewer'), now)
    expect(await saveCard(viewer, null, leader)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await listCards(viewer)).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

test('row 85: a public utility shares the catalogue, without rules, reports or applications', () => {
  const columns = columnsOf({ level: 'county', kind: 'public-utility', columns: [] })
  expect(columns.map(({ id }) => id)).toEqual(['disclosure-guide', 'statutory-content'])
  expect(columns[1]?.children.map(({ id }) => id)).toContain('institution')
})
