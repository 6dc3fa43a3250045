import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, logIn, readable, visit } from './desk-door.ts'
import { hostileTitle, itemId, openPortalHouse, portalNow, titles } from './portal-house.ts'
import { openDoor, textIn, type Door } from '../support/http.ts'
import type { House } from '../support/house.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: portalNow })
  await hire(house, 'east', ['information-officer'], 'xie')
  await hire(house, 'east', ['head'], 'tou')
})
afterAll(() => house.close())

const form = {
  submission: 'clarify-0001',
  claim: '<script>alert(1)</script>县里停发补助',
  source: '微信群',
  sourceUrl: '',
  seenOn: '2026-11-18',
  checkedBy: '县水利局',
  facts: '补助照常发放。\n标准没有变化。',
}

test('row 16: by the desk without script: written, checked by another, published; list, feed, page, item and JSON show it', async () => {
  const item = await itemId(house, 'east', titles.long)
  const writer = await logIn(door, 'east', 'xie')
  const made = await writer.post('/desk/clarifications/new', { ...form, items: `${item}\n` })
  expect(made.status).toBe(303)
  const page = (made.headers.get('location') ?? '').replace(/\?.*/, '')
  const id = page.split('/').at(-1) ?? ''
  const shown = readable(await (await writer.get(page)).text())
  expect(shown).toContain('发现 2 天，已超过 24 小时')
  expect(shown).not.toContain('核对无误')
  // Nothing outside the desk knows it yet.
  const before = await Promise.all(
    ['/clarifications', '/clarifications/feed.xml', `/items/${item}`, '/api/v1/clarifications'].map(
      async (path) => (await door.request('east', path)).text(),
    ),
  )
  expect(before.join('')).not.toContain('县里停发补助')
  expect((await door.request('east', `/clarifications/${id}`)).status).toBe(404)

  const own = await writer.post(`${page}/actions/check`, { version: '1' })
  expect(own.status).toBe(403)
  expect(readable(await own.text())).toContain('自己起草的内容不能由自己核对')
  const head = await logIn(door, 'east', 'tou')
  expect((await head.post(`${page}/actions/check`, { version: '1' })).status).toBe(303)
  const late = await head.post(`${page}/actions/publish`, { version: '1' })
  expect(late.status).toBe(409)
  expect((await head.post(`${page}/actions/publish`, { version: '2' })).status).toBe(303)

  const html = await (await door.request('east', `/clarifications/${id}`)).text()
  expect(html).not.toContain('<script>alert')
  expect(readable(html)).toContain('补助照常发放')
  const after = await Promise.all(
    ['/clarifications', '/clarifications/feed.xml', `/items/${item}`].map(async (path) =>
      readable(await (await door.request('east', path)).text()),
    ),
  )
  for (const text of after) expect(text).toContain('县里停发补助')
  const json = await door.api('east', `/items/${item}`)
  expect(json.body).toMatchObject({ clarifications: [{ id, claim: form.claim }] })
  const gone = await head.post(`${page}/actions/withdraw`, {
    version: '3',
    reason: '说法已自行更正',
  })
  expect(gone.status).toBe(303)
  const withdrawn = await door.api('east', `/clarifications/${id}`)
  expect([withdrawn.status, textIn(withdrawn.body, 'detail')]).toEqual([410, '说法已自行更正'])
})

test('a refused form comes back with what was typed and a summary that leads to each field', async () => {
  const writer = await logIn(door, 'east', 'xie')
  const sent = await writer.post('/desk/clarifications/new', {
    ...form,
    submission: 'clarify-0002',
    facts: '',
    sourceUrl: 'javascript:alert(1)',
    items: 'nobody',
  })
  expect(sent.status).toBe(422)
  const html = await sent.text()
  expect(html).toContain('href="#f-facts"')
  expect(html).toContain('href="#f-sourceUrl"')
  expect(html).toContain('县水利局')
  expect(html).not.toContain('<script>alert')
})

test('the lifecycle is served as data, and a hostile title on the page of an item stays text', async () => {
  const { body } = await door.api('east', '/lifecycles')
  expect(body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ entity: 'clarification' })]),
  })
  const item = await itemId(house, 'east', hostileTitle)
  const html = await (await visit(door, 'east').get(`/items/${item}`)).text()
  expect(html).not.toContain('<script>alert')
})
