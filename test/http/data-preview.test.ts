import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from '../../src/domain/shared/sheet/write-xlsx.ts'
import { addItemFile } from '../../src/usecases/item/files/add-file.ts'
import type { House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { itemId, openPortalHouse, portalNow, titles } from './portal-house.ts'

let house: House
let door: Door
let item = ''

beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
  item = await itemId(house, 'east', titles.outside)
})
afterAll(() => house.close())

async function attach(name: string, bytes: Uint8Array): Promise<string> {
  const ctx = await house.ctx('east', { type: 'system', job: 'test' }, portalNow)
  const added = await addItemFile(ctx, item, { name, bytes: new Uint8Array(bytes) })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.value.id
}

async function get(path: string, agency = 'east'): Promise<{ status: number; html: string }> {
  const response = await door.request(agency, path)
  return { status: response.status, html: await response.text() }
}

const table = writeXlsx({
  name: '表',
  header: ['项目', '金额（万元）'],
  rows: [
    ['=cmd|calc', 29.95],
    ['<script>alert(1)</script>', 15.78],
    ['公路', 0.5],
  ],
})

describe('row 76: data files of published items can be looked at', () => {
  test('a table and a chart, linked from the attachment, without script', async () => {
    const file = await attach('三公经费.xlsx', table)
    const page = await get(`/items/${item}`)
    expect(page.html).toContain(`/items/${item}/files/${file}/preview`)
    const { status, html } = await get(`/items/${item}/files/${file}/preview`)
    expect(status).toBe(200)
    expect(html).toContain('一共 3 行，都在下面。')
    expect(html).toContain('class="bars"')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('29.95')
  })

  test('a text in another encoding, and a file that only looks like a table', async () => {
    const gbk = new Uint8Array([0xb4, 0xe5, 0x2c, 0x61, 0x0a, 0xbc, 0xd7, 0x2c, 0x31, 0x0a])
    const good = await attach('各村.csv', gbk)
    expect((await get(`/items/${item}/files/${good}/preview`)).html).toContain('甲')
    const bad = await attach('坏.csv', new TextEncoder().encode('a,b\n"1,2'))
    const { status, html } = await get(`/items/${item}/files/${bad}/preview`)
    expect(status).toBe(200)
    expect(html).toContain('引号没有配对')
  })

  test('other files, other items and other agencies have none', async () => {
    const file = await attach('说明.txt', new TextEncoder().encode('文字'))
    const data = await attach('又一张.xlsx', table.slice())
    for (const path of [
      `/items/${item}/files/${file}/preview`,
      `/items/${item}/files/nothing/preview`,
      `/items/nothing/files/${data}/preview`,
    ]) {
      expect((await get(path)).status).toBe(404)
    }
    expect((await get(`/items/${item}/files/${data}/preview`, 'river')).status).toBe(404)
  })
})
