import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDoor, type Door } from '../support/http.ts'
import { openHouse, type House } from '../support/house.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
const lines = Array.from({ length: 20 }, (_, n) => `第${n}段内容。`)

let house: House
let door: Door
let item: { id: string }
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  const desk = deskOf(house, 'east', at)
  item = await desk.publish({
    title: '关于3月施行的通知',
    body: [...lines, '自3月起施行。', '<img src=x>旧'].join('\n'),
  })
  await desk.edit(item.id, {
    title: '关于4月施行的通知',
    body: [...lines, '自4月起施行。', '<script>新</script>'].join('\n'),
    note: '改正日期',
  })
  await desk.approve(item.id)
  await desk.act(item.id, 'publish', people.head)
})
afterAll(() => house.close())

const page = async (path: string): Promise<string> =>
  (await door.request('east', `/items/${item.id}${path}`)).text()

describe('row 21: what changed between editions can be seen without colour and heard', () => {
  test('the list of editions leads to the changes', async () => {
    expect(await page('/editions')).toContain(`/items/${item.id}/editions/2#difference`)
  })

  test('added and removed text is marked and named, in the title too', async () => {
    const html = await page('/editions/2')
    const changes = html.slice(html.indexOf('id="difference"'))
    expect(changes.match(/<del><span class="away">[^<]+<\/span>3<span/g)).toHaveLength(2)
    expect(changes.match(/<ins><span class="away">[^<]+<\/span>4<span/g)).toHaveLength(2)
    expect(await page('/editions/1')).not.toContain('id="difference"')
  })

  test('what stayed is folded, save beside a change', async () => {
    const html = await page('/editions/2')
    const [folded = '', open = ''] = html.slice(html.indexOf('<details>')).split('</details>')
    expect(folded).toContain('第18段')
    expect(open).toContain('第19段')
  })

  test('texts are shown, never run', async () => {
    expect(await page('/editions/2')).not.toMatch(/<img src=x|<script>新/)
  })
})
