import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { actOnNorm } from '../../../src/usecases/norm/act-on-norm.ts'
import { draftNorm } from '../../../src/usecases/norm/draft-norm.ts'
import { showNorm, type NormView } from '../../../src/usecases/norm/show-norm.ts'
import { bytesOf } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from '../item/desk-items.ts'
import { act, publishItem, valueOf } from './norm-house.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

const step = (id: string, action: string, role: Parameters<typeof act>[4], raw: unknown = {}) =>
  act(house, 'east', id, action, role, raw, at)
const shown = async (id: string): Promise<NormView> =>
  valueOf(await showNorm(await house.ctx('east', officer('legal-reviewer'), at), id))

/** A document whose text lies in a new item, sent to the review. */
async function submitted(): Promise<{ id: string; item: string }> {
  const ctx = await house.ctx('east', officer('information-officer'), at)
  const { id } = valueOf(await draftNorm(ctx, { title: '农田水利管理办法' }))
  const item = (await desk.draft({ title: '农田水利管理办法', docNumber: null })).id
  valueOf(await step(id, 'submit', 'information-officer', { item: `/desk/items/${item}` }))
  return { id, item }
}

async function passed(id: string): Promise<NormView> {
  const digest = (await shown(id)).text?.digest
  return valueOf(await step(id, 'pass', 'legal-reviewer', { opinion: '合法', digest }))
}

test('row 22, 国办发〔2018〕115号: a review is bound to the text; a word changed after it makes it void', async () => {
  const { id, item } = await submitted()
  expect((await shown(id)).text).toMatchObject({ item, isReviewed: false, files: [] })
  const view = await passed(id)
  expect(view.text).toMatchObject({ isReviewed: true, digest: view.textDigest })
  expect(view.history.at(-1)).toMatchObject({ data: { digest: view.textDigest } })
  valueOf(await desk.edit(item, { body: '第一条 改了一个字。' }))
  expect(await step(id, 'register', 'head')).toMatchObject({ refusal: { code: 'content-changed' } })
  expect((await shown(id)).text).toMatchObject({ isReviewed: false })
  valueOf(await step(id, 'reopen', 'information-officer'))
  expect((await shown(id)).textDigest).toBeNull()
  valueOf(await step(id, 'submit', 'information-officer'))
  await passed(id)
  const { number } = valueOf(await step(id, 'register', 'head'))
  // The number comes after the review, and belongs to no text.
  valueOf(await desk.edit(item, { docNumber: number }))
  await desk.approve(item)
  valueOf(await desk.act(item, 'publish', people.head))
  const open = valueOf(await step(id, 'publish', 'head'))
  expect(open).toMatchObject({ state: 'published', inForce: 1, itemId: item })
  expect(open.text).toMatchObject({ isReviewed: true })
})

test('row 22: the item that holds the text goes out neither before the review nor after a change', async () => {
  const { id, item } = await submitted()
  await desk.approve(item)
  expect(await desk.act(item, 'publish', people.head)).toMatchObject({
    refusal: { code: 'review-missing', levels: ['legality'] },
  })
  await passed(id)
  const ctx = await house.ctx('east', people.author, at)
  valueOf(await attachFile(ctx, item, { name: '附表.txt', bytes: bytesOf('附表一') }))
  await desk.approve(item)
  expect(await desk.act(item, 'publish', people.head)).toMatchObject({
    refusal: { code: 'content-changed', file: null },
  })
  expect((await shown(id)).text).toMatchObject({
    isReviewed: false,
    files: [{ name: '附表.txt' }],
  })
})

test('row 22: the reviewer passes what he had before him, and nothing that came meanwhile', async () => {
  const { id, item } = await submitted()
  const digest = (await shown(id)).text?.digest
  valueOf(await desk.edit(item, { body: '第一条 送审以后又改。' }))
  expect(await step(id, 'pass', 'legal-reviewer', { opinion: '合法', digest })).toMatchObject({
    refusal: { code: 'stale' },
  })
})

test('security 64: whoever wrote on the text does not review it, whatever other post he holds', async () => {
  const { id } = await submitted()
  const both = { ...people.author, roles: ['information-officer', 'legal-reviewer'] } as const
  const ctx = await house.ctx('east', both, at)
  expect(await actOnNorm(ctx, id, 'pass', { opinion: '合法' })).toMatchObject({
    refusal: { code: 'review-barred', why: 'is-editor' },
  })
})

test('row 22: a document comes into force by no item that says something else', async () => {
  const { id } = await submitted()
  await passed(id)
  valueOf(await step(id, 'register', 'head'))
  const other = await publishItem(house, 'east', '另一份办法', '2026-11-20')
  expect(await step(id, 'publish', 'head', { item: other })).toMatchObject({
    refusal: { code: 'content-changed', file: null },
  })
  expect(await step(id, 'publish', 'head')).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/item', problem: 'not-published' }] },
  })
})

test('row 22: a review from before reviews were bound counts for none, and the number stays through a new one', async () => {
  const { id } = await submitted()
  await passed(id)
  const { number } = valueOf(await step(id, 'register', 'head'))
  const { db } = await house.tenant('east')
  await db.prepare('UPDATE norm_document SET text_digest = NULL WHERE id = ?').bind(id).run()
  const item = await publishItem(house, 'east', '农田水利管理办法', '2026-11-20')
  expect(await step(id, 'publish', 'head', { item })).toMatchObject({
    refusal: { code: 'review-missing', levels: ['legality'] },
  })
  valueOf(await step(id, 'reopen', 'information-officer'))
  valueOf(await step(id, 'submit', 'information-officer', { item }))
  await passed(id)
  expect(valueOf(await step(id, 'register', 'head')).number).toBe(number)
  const open = valueOf(await step(id, 'publish', 'head'))
  expect(open).toMatchObject({ itemId: item, number, text: { isReviewed: true } })
})
