import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { hire, logIn, readable, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let officer: Visitor
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await hire(house, 'east', ['head'], 'officer')
  officer = await logIn(door, 'east', 'officer')
})
afterAll(() => house.close())

const columns = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'

function csv(...rows: string[]): File {
  return new File([[columns, ...rows].join('\n')], 'a.csv')
}

describe('importing (contract, /desk/imports)', () => {
  const good = 'x-1,2026-03-02T09:00:00+08:00,internet,commercial,旧案一,false,2026-03-20,granted'
  const bad = 'x-2,2026-13-02,internet,nobody,=cmd|calc,false,,'

  test('previews, keeps the file, imports on a second click, and then forgets it', async () => {
    const seen = await officer.post('/desk/imports', { kind: 'applications', file: csv(good) })
    expect(seen.status).toBe(200)
    const html = await seen.text()
    expect(readable(html)).toContain('检查通过，尚未写入')
    const count = (await house.rows('east', 'application')).length
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const done = await officer.post('/desk/imports/commit', { token })
    expect(readable(await done.text())).toContain('已写入 1 行')
    expect((await house.rows('east', 'application')).length).toBe(count + 1)
    const again = await officer.post('/desk/imports/commit', { token })
    expect(again.status).toBe(422)
    expect(readable(await again.text())).toContain('请重新选择文件')
  })

  test('lists refused lines with column and reason, and gives them as a file; writes nothing', async () => {
    const count = (await house.rows('east', 'application')).length
    const seen = await officer.post('/desk/imports', { kind: 'applications', file: csv(good, bad) })
    expect(seen.status).toBe(422)
    const html = await seen.text()
    expect(html).toContain('data-label="行">3<')
    expect(html).not.toContain('/desk/imports/commit')
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const list = await officer.post('/desk/imports/rejected.csv', { token })
    expect(list.headers.get('content-disposition')).toContain('attachment')
    expect(await list.text()).toMatch(/^\uFEFF?行,列,原因\r\n3,receivedAt,/)
    const forced = await officer.post('/desk/imports/commit', { token })
    expect(readable(await forced.text())).toContain('没有写入')
    expect((await house.rows('east', 'application')).length).toBe(count)
  })

  test('a kept file opens for nobody else', async () => {
    const seen = await officer.post('/desk/imports', { kind: 'applications', file: csv(good) })
    const token = /name="token" value="([^"]+)"/.exec(await seen.text())?.[1] ?? ''
    const colleague = await logIn(door, 'east', 'officer')
    expect((await colleague.post('/desk/imports/commit', { token })).status).toBe(422)
    expect((await officer.post('/desk/imports/commit', { token: `${token}x` })).status).toBe(422)
  })

  test.each([
    ['no file', { kind: 'items' }, 'f-file-error'],
    ['no kind', { file: csv(good) }, 'f-kind-error'],
  ])('%s', async (_, fields, id) => {
    const seen = await officer.post('/desk/imports', fields)
    expect(seen.status).toBe(422)
    expect(await seen.text()).toContain(`id="${id}"`)
  })

  test('a file that is none is refused with its reason', async () => {
    const file = new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])], 'a.pdf')
    const seen = await officer.post('/desk/imports', { kind: 'items', file })
    expect(seen.status).toBe(422)
    expect(readable(await seen.text())).toContain('整个文件')
  })
})
