import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { hire, logIn, readable, tokenOf } from '../../http/desk-door.ts'
import { complete, deskOf, people, type DeskHand } from './desk-items.ts'
import { draftItem } from '../../../src/usecases/item/draft-item.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let door: Door
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  desk = deskOf(house, 'east', at)
  await hire(house, 'east', ['information-officer'], 'xie')
})
afterAll(() => house.close())

const refusal = {
  ok: false,
  refusal: { code: 'invalid', errors: [{ pointer: '/interprets', problem: 'not-listed' }] },
}

test('row 25: an interpretation names documents that the agency has, published or on their way, and no others', async () => {
  const document = await desk.publish()
  const draft = await desk.draft()
  const { id } = await desk.draft({ interprets: [document.id, draft.id] })
  expect(await desk.edit(id, { interprets: [document.id, '没有这件'] })).toMatchObject(refusal)
  // An item does not explain itself.
  expect(await desk.edit(id, { interprets: [id] })).toMatchObject(refusal)
  const ctx = await house.ctx('east', people.author, at)
  expect(await draftItem(ctx, { ...complete, interprets: ['nobody'] })).toMatchObject(refusal)
  // A document of another agency is none of this one.
  const other = await deskOf(house, 'river', at).publish()
  expect(await desk.edit(id, { interprets: [other.id] })).toMatchObject(refusal)
  expect(await desk.edit(id, { interprets: [document.id] })).toMatchObject({ ok: true })
})

test('row 25: an unknown document is told at its field, and what was typed stays in the form', async () => {
  const officer = await logIn(door, 'east', 'xie')
  const sent = await officer.post('/desk/items/new', {
    submission: 'interprets-0001',
    title: '一图读懂秋季农田水利',
    source: '政策解读正文',
    interprets: '不存在的编号',
  })
  expect(sent.status).toBe(422)
  const html = await sent.text()
  expect(html).toContain('href="#f-interprets"')
  expect(readable(html)).toContain('没有这样的“所解读的文件”，请核对')
  expect(html).toContain('不存在的编号')
  expect(html).toContain('政策解读正文')
  const token = await tokenOf(door, 'east', 'xie')
  const answer = await door.api('east', '/desk/items', {
    headers: { authorization: `Bearer ${token}` },
    json: { ...complete, interprets: ['nobody'] },
  })
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/interprets' }] } })
})
