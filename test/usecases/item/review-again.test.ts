import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people, type DeskHand, ticked } from './desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

/** Every way in which an item comes before its first reviewer again, word for word. */
const ways = {
  'its author took it back': async (id: string) => {
    await desk.act(id, 'submit', people.author)
    await desk.act(id, 'approve', people.first, ticked)
    await desk.act(id, 'recall', people.author)
  },
  'the final reviewer sent it back': async (id: string) => {
    await desk.act(id, 'submit', people.author)
    await desk.act(id, 'approve', people.first, ticked)
    await desk.act(id, 'return', people.final, { opinion: '请与业务科室再核对一次' })
  },
  'its publisher sent it back': async (id: string) => {
    await desk.approve(id)
    await desk.act(id, 'return', people.head, { opinion: '请核对印发日期' })
  },
  'only its filing was changed': async (id: string) => {
    await desk.approve(id)
    await desk.edit(id, { unit: '秘书科' })
  },
} as const

test.each(Object.entries(ways))(
  'row 13: when %s, an agency with one reviewer a level can review the same words again',
  async (_, comesBack) => {
    const { id } = await desk.draft()
    await comesBack(id)
    expect(await desk.approve(id)).toMatchObject({ state: 'approved', missing: [] })
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
  },
)

test('security 45: what changed in an edition, and the addresses behind links, are searched as well', async () => {
  const { id } = await desk.publish()
  await desk.edit(id, { body: '更新后的正文。', note: '删去张三的身份证号11010519491231002X' })
  await desk.act(id, 'submit', people.author)
  expect(await desk.act(id, 'approve', people.first, ticked)).toMatchObject({
    value: { findings: { findings: [{ kind: 'resident-id', where: 'text' }] } },
  })
  expect(await desk.act(id, 'approve', people.final, ticked)).toMatchObject({
    refusal: { code: 'findings-open' },
  })
  const linked = await desk.draft({
    body: undefined,
    document: {
      v: 1,
      blocks: [
        { type: 'paragraph', text: [{ text: '联系我们', href: 'tel:13800138000' }] },
        {
          type: 'list',
          ordered: false,
          items: [{ text: [{ text: '来信', href: 'mailto:11010519491231002X@qq.com' }], depth: 0 }],
        },
      ],
    },
  })
  await desk.act(linked.id, 'submit', people.author)
  const first = await desk.act(linked.id, 'approve', people.first, ticked)
  expect(first.ok && first.value.findings?.findings.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['phone', 'resident-id']),
  )
})
