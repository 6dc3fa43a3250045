import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listRules } from '../../../src/usecases/catalog/list-rules.ts'
import { saveRule } from '../../../src/usecases/catalog/save-rule.ts'
import { deskOf, people } from '../item/desk-items.ts'
import { openHouse, officer, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const staff = officer('information-officer')
const now = '2026-11-20T10:00:00+08:00'
const rule = {
  system: 'review',
  title: '政府信息公开保密审查办法',
  number: '东政办〔2026〕3号',
  edition: '2026 年版',
  issuedOn: '2026-01-10',
  fromOn: '2026-02-01',
}

describe('row 4: the register of rules', () => {
  test('a system without a rule in force is a gap; one in force closes it, its end opens it again', async () => {
    const ctx = await house.ctx('east', staff, now)
    const before = await listRules(ctx)
    expect(before.ok && before.value.gaps).toHaveLength(6)
    const saved = await saveRule(ctx, null, rule)
    expect(saved).toMatchObject({ value: { items: [{ state: 'in-force', version: 1 }] } })
    expect(saved.ok && saved.value.gaps.map(({ key }) => key)).not.toContain('review')
    const id = saved.ok ? (saved.value.items[0]?.id ?? '') : ''
    const ended = await saveRule(ctx, id, { ...rule, toOn: '2026-10-31', seen: 1 })
    expect(ended).toMatchObject({ value: { items: [{ state: 'ended', version: 2 }] } })
    expect(ended.ok && ended.value.gaps).toHaveLength(6)
    expect(await saveRule(ctx, id, { ...rule, seen: 1 })).toMatchObject({
      refusal: { code: 'stale' },
    })
  })

  test.each([
    [{ ...rule, fromOn: '2025-01-01' }, '/fromOn'],
    [{ ...rule, toOn: '2026-01-31' }, '/toOn'],
    [{ ...rule, system: 'none' }, '/system'],
    [{ ...rule, title: '' }, '/title'],
  ])('a faulty rule is refused: %j', async (raw, pointer) => {
    expect(await saveRule(await house.ctx('east', staff, now), null, raw)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })

  test('a number stands once for each edition, and what has none by its title', async () => {
    const ctx = await house.ctx('east', staff, now)
    expect(await saveRule(ctx, null, { ...rule, title: '另一标题' })).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/edition', problem: 'taken' }] },
    })
    expect(await saveRule(ctx, null, { ...rule, edition: '2027 年版' })).toMatchObject({ ok: true })
    const { number: _number, ...without } = rule
    expect(await saveRule(ctx, null, without)).toMatchObject({ ok: true })
    expect(await saveRule(ctx, null, without)).toMatchObject({ refusal: { code: 'invalid' } })
  })

  test('its text is an item that the public reads, by address or index number', async () => {
    const ctx = await house.ctx('east', staff, now)
    const named = { ...rule, edition: '带正文' }
    expect(await saveRule(ctx, null, { ...named, item: 'nowhere' })).toMatchObject({
      refusal: { errors: [{ pointer: '/item', what: 'item-reference' }] },
    })
    const { id, indexNumber } = await deskOf(house, 'east', now).publish({ title: rule.title })
    const saved = await saveRule(ctx, null, { ...named, item: indexNumber })
    expect(saved).toMatchObject({ ok: true })
    const kept = saved.ok ? saved.value.items.find(({ item }) => item === id) : undefined
    expect(kept).toBeDefined()
    // Its end can be entered also after its text has left the public.
    const desk = deskOf(house, 'east', now)
    await desk.act(id, 'withdraw', people.head, { reason: '误发' })
    const ended = { ...named, item: id, toOn: '2026-11-01' }
    expect(await saveRule(ctx, kept?.id ?? '', ended)).toMatchObject({ ok: true })
  })

  test('only those who publish may', async () => {
    const viewer = await house.ctx('east', officer('viewer'), now)
    expect(await saveRule(viewer, null, rule)).toMatchObject({ refusal: { code: 'forbidden' } })
  })
})
