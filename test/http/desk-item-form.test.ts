import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencyNames, readAgencies } from '../../src/http/pages/desk/item/co-agencies.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor } from '../support/http.ts'
import { complete } from '../usecases/item/desk-items.ts'
import { hire, logIn, readable, type Visitor } from './desk-door.ts'

const now = '2026-11-20T10:00:00+08:00'
let house: House
let desk: Visitor
let township: Visitor
beforeAll(async () => {
  house = await openHouse()
  const door = openDoor(house, { at: now })
  await hire(house, 'east', ['information-officer'])
  await hire(house, 'river', ['information-officer'])
  desk = await logIn(door, 'east', 'information-officer')
  township = await logIn(door, 'river', 'information-officer')
})
afterAll(() => house.close())

const blank = { ...complete, source: complete.body, body: '', submission: 'form-1' }

describe('row 17: agencies that must agree are written by their names', () => {
  test('names are kept as such in the form, and stored as who they are', async () => {
    const sent = await desk.post('/desk/items/new', {
      ...blank,
      coAgencies: '试验市西县人民政府\n东县财政局',
    })
    expect(sent.status).toBe(303)
    const [row] = await house.rows('east', 'item')
    expect(JSON.parse(String(row?.['content']))).toMatchObject({ coAgencies: ['west', 'purse'] })
    const form = await desk.get(`/desk/items/${String(row?.['id'])}/edit`)
    expect(readable(await form.text())).toMatch(/试验市西县人民政府\s+东县财政局/)
  })

  test('a name that nobody has is told at the field, and what was typed stays', async () => {
    const sent = await desk.post('/desk/items/new', {
      ...blank,
      submission: 'form-2',
      coAgencies: '东县财政局、东县水利局',
    })
    expect(sent.status).toBe(422)
    const text = readable(await sent.text())
    expect(text).toContain('没有找到这些机关：“东县水利局”')
    expect(text).toContain('东县财政局、东县水利局')
    expect(await house.rows('east', 'item')).toHaveLength(1)
  })

  test('of short names that several share the neighbour is meant, and none when that is unclear', () => {
    const own = { id: 'e', name: '东县政府', shortName: '东县', parentId: 'p' }
    const all = [
      own,
      { id: 'e-f', name: '东县财政局', shortName: '财政局', parentId: 'e' },
      { id: 'w-f', name: '西县财政局', shortName: '财政局', parentId: 'w' },
      { id: 'w-a', name: '西县审计局', shortName: '审计局', parentId: 'w' },
      { id: 'n-h', name: '南乡卫生院', shortName: '卫生院', parentId: 'n' },
      { id: 's-h', name: '北乡卫生院', shortName: '卫生院', parentId: 's' },
    ]
    expect(readAgencies(' 财政局；w-a 西县审计局,', all, own)).toEqual({
      ids: ['e-f', 'w-a'],
      unknown: [],
    })
    expect(readAgencies('卫生院、卫生院', all, own)).toEqual({ ids: [], unknown: ['卫生院'] })
    expect(agencyNames(['w-f', 'lost'], all)).toBe('西县财政局\nlost')
  })
})

describe('row 32: the form offers the matters of the agency’s level, by field', () => {
  test('a county chooses among its fields, keeps what it chose, and may take it back', async () => {
    const form = await (await desk.get('/desk/items/new')).text()
    expect(form).toContain('<optgroup label="社会救助">')
    expect(form).not.toContain('政府文件信息（乡镇自设领域）')
    expect(await (await township.get('/desk/items/new')).text()).toContain(
      '<optgroup label="政府文件信息（乡镇自设领域）">',
    )
    const sent = await desk.post('/desk/items/new', {
      ...blank,
      submission: 'form-3',
      title: '低保标准',
      matter: 'SC001',
    })
    expect(sent.status).toBe(303)
    const row = (await house.rows('east', 'item')).find(({ title }) => title === '低保标准')
    expect(row).toMatchObject({ matter: 'SC001' })
    const path = `/desk/items/${String(row?.['id'])}/edit`
    expect(await (await desk.get(path)).text()).toContain('<option value="SC001" selected="">')
    const again = await desk.post(path, { ...blank, title: '低保标准', matter: '', version: '1' })
    expect(again.status).toBe(303)
    expect(
      (await house.rows('east', 'item')).find(({ title }) => title === '低保标准'),
    ).toMatchObject({ matter: null })
  })
})
