import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromWord } from '../../../src/domain/document/word/from-word.ts'
import { toText } from '../../../src/domain/document/to-text.ts'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { happyFields, happyRows } from '../../domain/item/kinds/happy-fields.data.ts'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { deskOf, people, ticked, type DeskHand } from './desk-items.ts'

const now = '2026-11-20T10:00:00+08:00'
const penalty = { kind: 'penalty', fields: happyFields['penalty'], body: '详见以上内容。' }
const secret = /11010519491231002X|13800001234|138 0000|张三丰|大店村/

let house: House
let desk: DeskHand
let door: Door
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', now)
  door = openDoor(house, { at: now })
})
afterAll(() => house.close())

describe('row 29: a penalty from draft to the public', () => {
  test('a draft may lack fields, but is not sent to review without them', async () => {
    const { id } = await desk.draft({ kind: 'penalty', fields: { caseName: '某案' } })
    const sent = await desk.act(id, 'submit', people.author)
    expect(sent).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(JSON.stringify(sent)).toContain('/fields/penaltyNumber')
    const wrong = await desk.edit(id, { fields: { penaltyOn: '下周' } })
    expect(JSON.stringify(wrong)).toContain('/fields/penaltyOn')
    const other = await desk.edit(id, { kind: 'licence' })
    expect(other).toMatchObject({ ok: true, value: { kind: 'licence', fields: {} } })
    expect((await desk.edit(id, { kind: 'nothing' })).ok).toBe(false)
  })

  test('the public reads it masked, as page and as JSON; its fields are no findings', async () => {
    const { id } = await desk.publish(penalty)
    const page = await (await door.request('east', `/items/${id}`)).text()
    expect(page).toContain('张某某占道经营案')
    expect(page).toContain('埇城管罚决〔2026〕12号')
    expect(page).not.toMatch(secret)
    expect(await (await door.request('east', `/items/${id}/print`)).text()).not.toMatch(secret)
    const { body } = await door.api('east', `/items/${id}`)
    expect(body).toMatchObject({ kind: 'penalty', isMasked: true, fields: { party: '张某某' } })
    expect(JSON.stringify(body)).not.toMatch(secret)
    expect(JSON.stringify((await door.api('east', '/items')).body)).not.toMatch(secret)
  })

  test('after the last day of display its content is gone', async () => {
    const { id } = await desk.publish(penalty)
    const later = await house.ctx('east', undefined, '2027-11-03T10:00:00+08:00')
    const shown = await showItem(later, id, () => '')
    expect(shown).toEqual({
      ok: false,
      refusal: { code: 'display-over', since: '2027-11-03' },
    })
  })

  test.each([
    ['its name', '王　伟处罚决定书.txt', '经查，当事人违法。'],
    ['its words', '决定书.txt', '经查，当事人王 伟违法。'],
  ])('the name of a person in an attachment stops it too: %s', async (_where, name, words) => {
    const fields = { ...happyFields['penalty'], party: '王　伟', facts: '王伟占道', caseName: '案' }
    const { id } = await desk.draft({ ...penalty, fields })
    const ctx = await house.ctx('east', people.author, now)
    const file = await attachFile(ctx, id, { name, bytes: new TextEncoder().encode(words) })
    expect(file).toMatchObject({ ok: true })
    await desk.act(id, 'submit', people.author)
    expect(await desk.act(id, 'approve', people.first, ticked)).toMatchObject({
      value: { findings: { findings: [{ kind: 'person-name', masked: '王某' }] } },
    })
    expect(await desk.act(id, 'approve', people.final, ticked)).toMatchObject({
      refusal: { code: 'findings-open' },
    })
  })

  test.each([
    ['penalty', { penaltyOn: '2026-11-02', displayUntil: '2026-11-19' }, '/fields/displayUntil'],
    [
      'credit-list',
      { entries: happyRows('credit-list', 'entries').slice(0, 1) },
      '/fields/entries',
    ],
  ])('what is over already does not go out, nor takes a number: %s', async (kind, change, at) => {
    const fields = { ...happyFields[kind], ...change }
    const { id } = await desk.draft({ kind, fields, body: '详见以上内容。' })
    expect(await desk.act(id, 'submit', people.author)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: at, problem: 'display-over' }] },
    })
  })

  test('the name of a person in the title stops publication until a reviewer overrides', async () => {
    const { id } = await desk.draft({ ...penalty, title: '张三丰占道经营行政处罚决定' })
    await desk.act(id, 'submit', people.author)
    await desk.act(id, 'approve', people.first, ticked)
    const final = await desk.act(id, 'approve', people.final, ticked)
    const stopped = final.ok ? await desk.act(id, 'publish', people.head) : final
    expect(stopped).toMatchObject({ ok: false })
    expect(JSON.stringify(stopped)).toContain('findings-open')
  })
})

describe('row 30: the three public expenses as published', () => {
  test('rates stand in the page and in JSON', async () => {
    const fields = happyFields['three-public-expenses']
    const { id } = await desk.publish({ kind: 'three-public-expenses', fields, body: '' })
    const page = await (await door.request('east', `/items/${id}`)).text()
    for (const text of ['52.7', '76.1', 'class="bars"']) expect(page).toContain(text)
    const { body } = await door.api('east', `/items/${id}`)
    expect(JSON.stringify(body)).toContain('"numerator":"15.78","denominator":"29.95"')
  })
})

describe('rows 29, 30: what a special item says is in the files to take away, as the public may read it', () => {
  test('figures with their sums and rates, also when there is no text', async () => {
    const fields = happyFields['three-public-expenses']
    const { id } = await desk.publish({ kind: 'three-public-expenses', fields, body: '' })
    const page = await (await door.request('east', `/items/${id}`)).text()
    expect(page).toContain(`/items/${id}/document.pdf`)
    const text = await (await door.request('east', `/items/${id}/document.txt`)).text()
    expect(text).toMatch(/公务接待费\t29\.95\t15\.78\t.*52\.7/)
    expect(text).toMatch(/合计\t38\.95\t22\.63/)
    const bytes = await (await door.request('east', `/items/${id}/document.docx`)).arrayBuffer()
    const word = await fromWord(new Uint8Array(bytes))
    expect(word.ok && toText(word.tree)).toContain('29.95\t15.78')
  })

  test('persons are masked there too', async () => {
    const { id } = await desk.publish({ ...penalty, body: '' })
    const text = await (await door.request('east', `/items/${id}/document.txt`)).text()
    expect(text).toContain('张某某')
    expect(text).toContain('依法隐去一部分')
    expect(text).not.toMatch(secret)
    const bytes = await (await door.request('east', `/items/${id}/document.docx`)).arrayBuffer()
    const word = await fromWord(new Uint8Array(bytes))
    expect(word.ok && toText(word.tree)).toContain('张某某')
    expect(word.ok && toText(word.tree)).not.toMatch(secret)
  })
})

test('row 36: a dossier without all five procedures is not sent to review as complete', async () => {
  const fields = { ...happyFields['major-decision'], procedures: [] }
  const { id } = await desk.draft({ kind: 'major-decision', fields })
  const sent = await desk.act(id, 'submit', people.author)
  expect(JSON.stringify(sent)).toContain('/fields/procedures')
})
