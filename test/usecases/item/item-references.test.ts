import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { happyRows } from '../../domain/item/kinds/happy-fields.data.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'

const now = '2026-11-20T10:00:00+08:00'

let house: House
let desk: DeskHand
let door: Door
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', now)
  door = openDoor(house, { at: now })
})
afterAll(() => house.close())

/** A dossier whose experts’ opinion is another item. */
function dossier(evidenceItem: string): Record<string, unknown> {
  const procedures = happyRows('major-decision', 'procedures').map((row) =>
    row['procedure'] === 'experts' ? Object.assign({}, row, { evidenceItem }) : row,
  )
  const fields = { decision: '线网调整', drafter: '交通局', progress: 'open', procedures }
  return { kind: 'major-decision', fields, title: '线网调整决策档案', category: 'plans' }
}

describe('row 36: the evidence that a dossier names is there', () => {
  test.each(['item-nowhere', '990000/2026-99999', 'https://elsewhere.test/items/nothing'])(
    'what names no item of the agency is refused: %s',
    async (named) => {
      const { id } = await desk.draft()
      expect(await desk.edit(id, dossier(named))).toMatchObject({
        refusal: {
          code: 'invalid',
          errors: [{ pointer: '/fields/procedures/1/evidenceItem', what: 'own-item' }],
        },
      })
    },
  )

  test('the fault is told where it was typed, blank rows counted', async () => {
    const { fields, ...parts } = dossier('nowhere')
    const { procedures, ...said } = fields as { procedures: unknown[] }
    const typed = { ...said, procedures: [{}, ...procedures] }
    const { id } = await desk.draft()
    expect(await desk.edit(id, { ...parts, fields: typed })).toMatchObject({
      refusal: { errors: [{ pointer: '/fields/procedures/2/evidenceItem' }] },
    })
  })

  test('address, index number and id mean the same, and its page leads there', async () => {
    const opinion = await desk.publish({ title: '专家论证意见' })
    const names = [
      opinion.id,
      opinion.indexNumber ?? '',
      `https://east.gov.test/items/${opinion.id}?from=list`,
    ]
    for (const named of names) {
      const drawn = await desk.draft(dossier(named))
      expect(drawn.fields).toMatchObject({
        procedures: [{}, { evidenceItem: opinion.id }, {}, {}, {}],
      })
    }
    const { id } = await desk.publish(dossier(opinion.id))
    const page = await (await door.request('east', `/items/${id}`)).text()
    expect(page).toContain(`<a href="/items/${opinion.id}">查看这条信息</a>`)
  })

  test('no item is its own evidence', async () => {
    const { id } = await desk.draft()
    expect(await desk.edit(id, dossier(id))).toMatchObject({ refusal: { code: 'invalid' } })
  })

  test('row 35: it goes out no earlier than what it names, and never with what is held', async () => {
    const opinion = await desk.draft({ title: '内部论证意见', visibility: 'staff' })
    const { id } = await desk.draft(dossier(opinion.id))
    await desk.approve(id)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({
      refusal: {
        code: 'invalid',
        errors: [{ pointer: '/fields/procedures/1/evidenceItem', what: 'item-reference' }],
      },
    })
  })
})
