import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.tsx'
import { withPageMemo } from '../../src/http/page-memo.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor } from '../support/http.ts'
import { deskOf } from '../usecases/item/desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let ask: (path: string, tag?: string) => Promise<Response>

beforeAll(async () => {
  house = await openHouse()
  await deskOf(house, 'east', at).publish({ title: '可以订阅的通知' })
  const { parts, resolver } = openDoor(house, { at })
  const agency = resolver.byId('east')
  const origin = agency === null ? '' : resolver.originOf(agency)
  const answer = withPageMemo(parts, createApp(parts))
  ask = (path, tag) =>
    answer(
      new Request(`${origin}${path}`, {
        headers: {
          host: new URL(origin).host,
          ...(tag === undefined ? {} : { 'if-none-match': tag }),
        },
      }),
    )
})
afterAll(() => house.close())

test.each([
  '/feed.xml',
  '/feed.atom',
  '/feed.json',
  '/feeds.opml',
  '/clarifications/feed.xml',
  '/powers/feed.xml',
  '/sitemap.xml',
  '/sitemap.xml?page=1',
  '/api/v1/items',
])(
  'contract, row 9 of the issue: a reader who has %s already gets 304, kept page or not',
  async (path) => {
    const first = await ask(path)
    expect(first.status).toBe(200)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]+"$/)
    const again = await ask(path, `"other", W/${tag}`)
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('etag')).toBe(tag)
    expect((await ask(path, '"other"')).status).toBe(200)
  },
)
