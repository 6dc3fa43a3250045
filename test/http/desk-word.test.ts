import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromHtml } from '../../src/domain/document/html/from-html.ts'
import { toDocx } from '../../src/domain/document/docx/to-docx.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { hire, logIn, readable, type Visitor } from './desk-door.ts'
import { fieldsOf } from './form-fields.ts'

let house: House
let door: Door
let officer: Visitor
let word: File
const { tree } = fromHtml(
  '<p>各乡镇人民政府：</p><h2>一、总则</h2><table><tr><th colspan=2>分工<tr><td>甲<td>组长</table>',
)
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await hire(house, 'east', ['information-officer'], 'officer')
  officer = await logIn(door, 'east', 'officer')
  const head = { docNumber: null, issuer: '东县人民政府', writtenOn: null }
  word = new File([await toDocx({ ...head, title: '关于“分工”的通知', tree })], '稿.docx')
})
afterAll(() => house.close())

const wanted = ['submission', 'document', 'title', 'issuer', 'source']

const typed = { title: '', issuer: '东县人民政府', source: '', submission: 'word-1' }

describe('row 5: a Word file is read into the form, without script', () => {
  test('title and text stand in the form, nothing is stored yet; saved, the table is whole', async () => {
    const before = (await house.rows('east', 'item')).length
    const seen = await officer.post('/desk/items/new', { ...typed, act: 'read', word })
    const html = await seen.text()
    expect(seen.status).toBe(200)
    expect(readable(html)).toContain('已读入文件')
    expect((await house.rows('east', 'item')).length).toBe(before)
    const fields = fieldsOf(html, wanted)
    expect(fields['title']).toBe('关于“分工”的通知')
    const saved = await officer.post('/desk/items/new', fields)
    expect(saved.status).toBe(303)
    const row = (await house.rows('east', 'item')).at(-1)
    expect(JSON.stringify(row)).toContain(String.raw`\"colspan\":2`)
  })

  test('a text changed by hand counts, not the file', async () => {
    const html = await (await officer.post('/desk/items/new', { ...typed, word })).text()
    const fields = { ...fieldsOf(html, wanted), source: '改过的正文。', submission: 'word-2' }
    expect((await officer.post('/desk/items/new', fields)).status).toBe(303)
    const row = (await house.rows('east', 'item')).find((one) =>
      JSON.stringify(one).includes('改过'),
    )
    expect(JSON.stringify(row)).not.toContain('colspan')
  })

  test.each([
    ['no file', {}],
    ['no Word file', { word: new File(['x'], '稿.docx') }],
  ])('what was typed comes back with the reason: %s', async (_, more) => {
    const fields = { ...typed, source: '已经写好的文字', act: 'read', ...more }
    const answer = await officer.post('/desk/items/new', fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('已经写好的文字')
  })
})
