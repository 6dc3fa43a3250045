import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('row 6: nothing is public before the day on which it is formed (生成日期)', async () => {
  const { id } = await desk.draft({ writtenOn: '2026-12-01' })
  await desk.approve(id)
  expect(await desk.act(id, 'publish', people.head)).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/writtenOn', problem: 'in-future' }] },
  })
  const early = { publishAt: '2026-11-30T23:59:59+08:00' }
  expect(await desk.act(id, 'schedule', people.head, early)).toMatchObject({
    refusal: { errors: [{ pointer: '/publishAt', problem: 'before', other: '/writtenOn' }] },
  })
  const onTheDay = { publishAt: '2026-11-30T16:00:00Z' }
  expect(await desk.act(id, 'schedule', people.head, onTheDay)).toMatchObject({
    value: { state: 'scheduled', publishAt: '2026-12-01T00:00:00+08:00' },
  })
})

test('row 6: the last day that can be written has its clock, and the desk still opens the draft', async () => {
  expect(await desk.draft({ writtenOn: '2100-12-31' })).toMatchObject({
    due: { publishBy: '2101-01-28', colour: 'none' },
  })
})

test('row 14: an edition is not entered for a day before the one that it follows', async () => {
  const { id } = await desk.publish({ writtenOn: '2026-09-01' })
  await desk.edit(id, { body: '第二版的正文。', note: '更正笔误' })
  await desk.approve(id)
  const entered = { publishedOn: '2026-11-19', backdateReason: '当日已在公示栏公开' }
  expect(await desk.act(id, 'publish', people.head, entered)).toMatchObject({
    refusal: { errors: [{ pointer: '/publishedOn', problem: 'before', other: '/earlierEdition' }] },
  })
  expect(await desk.act(id, 'publish', people.head)).toMatchObject({
    value: { editions: [{ n: 2 }, { n: 1 }] },
  })
})

const unseen = '\u200B\u{FEFF}\u3164\u00AD'

test('row 6: what no reader sees is no title, no summary and no text', async () => {
  const { id } = await desk.draft({ summary: unseen, body: undefined })
  expect(await desk.edit(id, { title: unseen })).toMatchObject({
    refusal: { errors: [{ pointer: '/title', problem: 'required' }] },
  })
  const blank = { v: 1, blocks: [{ type: 'paragraph', text: [{ text: unseen }] }] }
  await desk.edit(id, { document: blank })
  expect(await desk.act(id, 'submit', people.author)).toMatchObject({
    refusal: {
      errors: [
        { pointer: '/summary', problem: 'required' },
        { pointer: '/body', problem: 'required' },
      ],
    },
  })
  expect(await desk.edit(id, { title: '关于\u202E知通的' })).toMatchObject({
    refusal: { errors: [{ pointer: '/title', problem: 'text-unsafe' }] },
  })
})

test('row 21: a reason that says nothing is asked for, not called ill-formed', async () => {
  const { id } = await desk.publish()
  expect(await desk.act(id, 'withdraw', people.head, { reason: ' \u200B ' })).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', problem: 'required' }] },
  })
})
