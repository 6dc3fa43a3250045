import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { bytesOf } from '../../support/application-form.ts'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

test('row 13: saving what stands already voids no review and begins no edition', async () => {
  const { id } = await desk.draft()
  const approved = await desk.approve(id)
  const same = { title: approved.title, category: approved.category, note: null }
  for (const raw of [{}, same]) {
    expect(await desk.edit(id, raw)).toMatchObject({ ok: true, value: { state: 'approved' } })
  }
  await desk.act(id, 'publish', people.head)
  expect(await desk.edit(id, same)).toMatchObject({
    ok: true,
    value: { state: 'published', edition: 1 },
  })
  expect(await desk.edit(id, same, people.first)).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  // Who takes up again what was withdrawn has begun, though no word has changed yet.
  await desk.act(id, 'withdraw', people.head, { reason: '误撤' })
  expect(await desk.edit(id, same)).toMatchObject({ ok: true, value: { state: 'draft' } })
})

test('one key stands for one file, also where its content was there before (contract: Idempotency-Key)', async () => {
  const { id } = await desk.draft()
  const ctx = await house.ctx('east', people.author, at)
  const file = (text: string) => ({ name: '名单.txt', bytes: bytesOf(text) })
  const first = await attachFile(ctx, id, file('甲'))
  expect(await attachFile(ctx, id, file('甲'), 'key-1')).toEqual(first)
  expect(await attachFile(ctx, id, file('乙'), 'key-1')).toMatchObject({
    refusal: { code: 'idempotency-conflict' },
  })
})

test('row 13: a file is dropped only by leaving out its own name, never by a wrong or repeated one', async () => {
  const { id } = await desk.draft()
  const ctx = await house.ctx('east', people.author, at)
  const file = await attachFile(ctx, id, { name: '名单.txt', bytes: bytesOf('丙') })
  const kept = file.ok ? file.value.id : ''
  for (const [attachments, pointer, problem] of [
    [['nobody'], '/attachments/0', 'not-listed'],
    [[kept, kept], '/attachments/1', 'duplicate'],
  ] as const) {
    expect(await desk.edit(id, { attachments })).toMatchObject({
      refusal: { errors: [{ pointer, problem }] },
    })
  }
  expect(await desk.edit(id, { attachments: [kept] })).toMatchObject({
    value: { attachments: [{ id: kept }] },
  })
  expect(await desk.edit(id, { attachments: [] })).toMatchObject({ value: { attachments: [] } })
})

test('contract: readers have the attachments in the order that the edition gives them', async () => {
  const { id } = await desk.draft()
  const ctx = await house.ctx('east', people.author, at)
  const ids: string[] = []
  for (const name of ['附件1.txt', '附件2.txt', '附件3.txt', '附件4.txt', '附件5.txt']) {
    const file = await attachFile(ctx, id, { name, bytes: bytesOf(name) })
    ids.push(file.ok ? file.value.id : '')
  }
  const shown = async (): Promise<string[]> => {
    const item = await showItem(await house.ctx('east', people.author, at), id, () => '')
    return item.ok ? item.value.attachments.map((file) => file.id) : []
  }
  await desk.approve(id)
  await desk.act(id, 'publish', people.head)
  expect(await shown()).toEqual(ids)
  const turned = ids.toReversed()
  await desk.edit(id, { attachments: turned })
  expect(await shown()).toEqual(ids)
  await desk.approve(id)
  await desk.act(id, 'publish', people.head)
  expect(await shown()).toEqual(turned)
})
