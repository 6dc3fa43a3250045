import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../../src/usecases/context.ts'
import { actOnClarification } from '../../../src/usecases/clarification/act.ts'
import { draftClarification } from '../../../src/usecases/clarification/draft.ts'
import { editClarification } from '../../../src/usecases/clarification/edit.ts'
import { listDeskClarifications } from '../../../src/usecases/clarification/list-desk.ts'
import { listClarifications } from '../../../src/usecases/clarification/list.ts'
import { showClarification } from '../../../src/usecases/clarification/show.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { itemId, openPortalHouse, titles } from '../../http/portal-house.ts'
import { officer, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house.close())

const at = '2026-11-20T10:00:00+08:00'
const writer = officer('information-officer')
const checker = officer('head')
const as = (who: typeof writer): Promise<Ctx> => house.ctx('east', who, at)
const good = {
  claim: '县里要停发农村饮水补助',
  source: '某短视频平台',
  sourceUrl: 'https://video.example.com/1',
  seenOn: '2026-11-18',
  checkedBy: '县水利局',
  facts: '补助照常发放，标准没有变化。',
}

async function drafted(more: object = {}): Promise<string> {
  const made = await draftClarification(await as(writer), { ...good, ...more })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value.id
}

async function published(more: object = {}): Promise<string> {
  const id = await drafted(more)
  expect(await actOnClarification(await as(checker), id, 'check', {})).toMatchObject({ ok: true })
  expect(await actOnClarification(await as(writer), id, 'publish', {})).toMatchObject({ ok: true })
  return id
}

test('row 16: claim, place, unit, facts and day; a second person checks; public list and item show it, in one round trip', async () => {
  const item = await itemId(house, 'east', titles.long)
  const id = await drafted({ items: [`https://east.gov.test/items/${item}?from=x`] })
  expect(await actOnClarification(await as(writer), id, 'check', {})).toMatchObject({
    refusal: { code: 'same-person' },
  })
  expect(await actOnClarification(await as(writer), id, 'publish', {})).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  const ctx = await as(checker)
  expect(await actOnClarification(ctx, id, 'check', { version: 1 })).toMatchObject({ ok: true })
  const done = await actOnClarification(ctx, id, 'publish', { version: 2 })
  expect(done).toMatchObject({ ok: true, value: { state: 'published', prompt: { days: 2 } } })
  const { refusal: _none, ...shown } = { refusal: null, ...(await showClarification(ctx, id)) }
  expect(shown).toMatchObject({
    ok: true,
    value: { ...good, publishedAt: at, items: [{ id: item, title: titles.long }] },
  })
  const listed = await listClarifications(ctx, {})
  expect(listed).toMatchObject({ value: { items: [{ id, claim: good.claim }] } })
  const onItem = await showItem(ctx, item, () => '')
  expect(onItem).toMatchObject({
    value: { clarifications: [{ id, claim: good.claim, publishedAt: at }] },
  })
})

test('row 16: a correction keeps the earlier text, a withdrawal keeps its reason and takes the notice away', async () => {
  const item = await itemId(house, 'east', titles.repealed)
  const id = await published({ items: [item] })
  const head = await as(checker)
  expect(
    await actOnClarification(await as(writer), id, 'correct', { facts: '新', reason: '更准确' }),
  ).toMatchObject({ refusal: { code: 'same-person' } })
  expect(
    await actOnClarification(head, id, 'correct', { facts: '新', reason: '更准确' }),
  ).toMatchObject({ value: { state: 'corrected', corrections: [{ facts: good.facts }] } })
  expect(
    await actOnClarification(await as(writer), id, 'withdraw', { reason: '重复' }),
  ).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await actOnClarification(head, id, 'withdraw', { reason: '' })).toMatchObject({
    refusal: { code: 'invalid' },
  })
  expect(await actOnClarification(head, id, 'withdraw', { reason: '重复' })).toMatchObject({
    ok: true,
  })
  expect(await showClarification(head, id)).toMatchObject({
    refusal: { code: 'withdrawn', reason: '重复', withdrawnOn: '2026-11-20' },
  })
  const listed = await listClarifications(head, {})
  expect(JSON.stringify(listed)).not.toContain(id)
  expect(await showItem(head, item, () => '')).toMatchObject({ value: { clarifications: [] } })
})

test('what is not published stays inside: no public read knows it, the public is turned away at the desk', async () => {
  const id = await drafted({ claim: '未公开的说法' })
  const open = await house.ctx('east', { type: 'public' }, at)
  expect(await showClarification(open, id)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(JSON.stringify(await listClarifications(open, {}))).not.toContain('未公开的说法')
  expect(await listDeskClarifications(open, {})).toMatchObject({
    refusal: { code: 'unauthenticated' },
  })
  const other = await house.ctx('east', officer('statistician'), at)
  for (const refused of [
    await draftClarification(other, good),
    await actOnClarification(other, id, 'check', {}),
    await listDeskClarifications(other, {}),
  ]) {
    expect(refused).toMatchObject({ refusal: { code: 'forbidden' } })
  }
})

test('the same key gives the same record; of two who write at once the second is told', async () => {
  const ctx = await as(writer)
  const first = await draftClarification(ctx, { ...good, claim: '键' }, 'k-1')
  const again = await draftClarification(ctx, { ...good, claim: '键' }, 'k-1')
  expect(again).toEqual(first)
  expect(await draftClarification(ctx, { ...good, claim: '别' }, 'k-1')).toMatchObject({
    refusal: { code: 'idempotency-conflict' },
  })
  if (!first.ok) throw new Error('not drafted')
  const both = await Promise.all([
    editClarification(ctx, first.value.id, { ...good, claim: '甲', version: 1 }),
    editClarification(ctx, first.value.id, { ...good, claim: '乙', version: 1 }),
  ])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'stale' } })
})

test('a day in the future and an item that is not public are refused', async () => {
  const ctx = await as(writer)
  expect(await draftClarification(ctx, { ...good, seenOn: '2026-11-21' })).toMatchObject({
    refusal: { errors: [{ pointer: '/seenOn', problem: 'in-future' }] },
  })
  expect(await draftClarification(ctx, { ...good, items: ['nobody'] })).toMatchObject({
    refusal: { errors: [{ pointer: '/items', problem: 'ill-formed' }] },
  })
})

test('what clarifications counted, a recomputation from the journal counts again', async () => {
  const { own } = await recompute(await house.tenant('east'), house.regionCtx(at))
  expect(own).toEqual([])
  const counted = (await house.rows('east', 'cell')).filter(
    (cell) => cell['row'] === 'clarifications' && cell['period'] === '2026-11',
  )
  expect(counted).toMatchObject([
    { col: 'corrected', n: 1 },
    { col: 'published', n: 2 },
    { col: 'withdrawn', n: 1 },
  ])
})
