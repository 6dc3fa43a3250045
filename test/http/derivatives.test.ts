import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.tsx'
import { withPageMemo } from '../../src/http/page-memo.ts'
import { attachFile } from '../../src/usecases/item/attach-file.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { bytesOf } from '../support/application-form.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { mountedRoutes } from '../support/mounted-routes.ts'
import { deskOf, people, type DeskHand } from '../usecases/item/desk-items.ts'
import { hire, logIn, tokenOf } from './desk-door.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let door: Door
let desk: DeskHand
let memo: (request: Request) => Promise<Response>
let token: string
let neighbour: string

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  desk = deskOf(house, 'east', at)
  memo = withPageMemo(door.parts, createApp(door.parts))
  await hire(house, 'east', ['head', 'final-reviewer'], 'chief')
  await logIn(door, 'east', 'chief')
  token = await tokenOf(door, 'east', 'chief')
  neighbour = (await desk.publish({ title: '邻近的通知', theme: '农业、林业、水利' })).id
  await sync()
})
afterAll(() => house.close())

/** Words that stand nowhere but in one part of one item. */
const words = {
  title: '鸑鷟甲子题名',
  summary: '鸑鷟乙丑概述',
  body: '鸑鷟丙寅正文',
  second: '鸑鷟丁卯次版',
  fileName: '鸑鷟戊辰附件',
  fileWords: '鸑鷟己巳内页',
  docNumber: '鸑鷟〔2026〕97531号',
} as const
const texts = Object.values(words)
const offices = ['east', 'pref'] as const

const sync = async (): Promise<void> => {
  await syncAgency(await house.tenant('east'), house.regionCtx(at))
}

const secret = {
  title: words.title,
  summary: words.summary,
  docNumber: words.docNumber,
  body: `正文一段。\n${words.body}`,
  theme: '农业、林业、水利',
}

type Marked = { id: string; file: string; indexNumber: string }

async function drafted(parts: Record<string, unknown> = {}): Promise<Marked> {
  const { id } = await desk.draft({ ...secret, interprets: [neighbour], ...parts })
  const file = await attachFile(await house.ctx('east', people.author, at), id, {
    name: `${words.fileName}.txt`,
    bytes: bytesOf(`附件。\n${words.fileWords}`),
  })
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return { id, file: file.value.id, indexNumber: '' }
}

/** Every address that the public may ask, filled with what is known of the item. */
function addresses({ id, file, indexNumber }: Marked): string[] {
  const filled = mountedRoutes(door.parts)
    .filter(({ method, path }) => method === 'GET' && !/\/desk(\/|$)/.test(path))
    .flatMap(({ path }) => [
      path
        .replaceAll(/:n(?=\/|$)|\{n\}/g, '1')
        .replaceAll(/:file(\{[^}]*\})?/g, file)
        .replaceAll(/:format(\{[^}]*\})?/g, 'docx')
        .replaceAll(/:id(\{[^}]*\})?/g, id)
        .replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, id),
    ])
  const more = [1, 2].flatMap((n) => [
    `/items/${id}/editions/${n}`,
    `/api/v1/items/${id}/editions/${n}`,
  ])
  const files = ['docx', 'pdf', 'txt'].map((kind) => `/items/${id}/document.${kind}`)
  const searches = [...texts, indexNumber]
    .filter((word) => word !== '')
    .flatMap((word) => {
      const q = encodeURIComponent(word)
      const everywhere = [`/search?q=${q}&scope=subtree`, `/api/v1/items?q=${q}`]
      return word === words.title || word === words.fileWords
        ? [
            ...everywhere,
            `/items?q=${q}`,
            `/api/v1/items?q=${q}&scope=subtree`,
            `/api/v1/items/facets?q=${q}`,
            `/api/v1/suggestions?q=${q}`,
            `/feed.xml?q=${q}`,
            `/feed.atom?q=${q}`,
            `/feed.json?q=${q}`,
          ]
        : everywhere
    })
  const rest = [
    '/search?q=%E9%B8%91%E9%B7%9F',
    '/feed.xml',
    '/feed.atom',
    '/feed.json',
    '/feeds.opml',
    '/sitemap.xml?page=1',
    '/api/v1/items?scope=subtree',
    '/items?theme=' + encodeURIComponent('农业、林业、水利'),
    `/items/${neighbour}`,
    `/items/${neighbour}/print`,
    `/api/v1/items/${neighbour}`,
    `/items/${id}/files/${file}`,
    `/items/${id}/files/${file}/preview`,
    `/api/v1/items/${id}/files/${file}`,
  ]
  return [...new Set([...filled, ...more, ...files, ...searches, ...rest])]
}

type Seen = { where: string; status: number; text: string; etag: string | null }

async function walk(marked: Marked, office: string): Promise<Seen[]> {
  const agency = door.resolver.byId(office)
  if (agency === null) throw new Error(office)
  const seen: Seen[] = []
  for (const path of addresses(marked)) {
    const url = new URL(`${door.resolver.originOf(agency)}${path}`)
    const response = await memo(new Request(url, { headers: { host: url.host } }))
    const text = await response.text()
    seen.push({
      where: `${office} ${path}`,
      status: response.status,
      text,
      etag: response.headers.get('etag'),
    })
  }
  return seen
}

/** Where the public finds a word of the item that it did not type itself. */
async function leaks(marked: Marked, told: readonly string[] = []): Promise<string[]> {
  const found: string[] = []
  for (const office of offices) {
    for (const { where, status, text } of await walk(marked, office)) {
      if (status >= 500) found.push(`${where}: ${status}`)
      const typed = decodeURIComponent(where)
      for (const word of texts) {
        if (!typed.includes(word) && !told.includes(word) && text.includes(word)) {
          found.push(`${where}: ${word}`)
        }
      }
      const isFound = text.includes(marked.id) && !where.includes(marked.id)
      if (isFound) found.push(`${where}: id`)
    }
  }
  return found
}

const act = async (id: string, action: string, json: unknown): Promise<void> => {
  const agency = door.resolver.byId('east')
  if (agency === null) throw new Error('east')
  const url = new URL(`${door.resolver.originOf(agency)}/api/v1/desk/items/${id}/actions/${action}`)
  const response = await memo(
    new Request(url, {
      method: 'POST',
      headers: {
        host: url.host,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(json),
    }),
  )
  if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`)
}

const slow = { timeout: 180_000 }

describe('security 61: what is not published is nowhere (FOIAonline)', slow, () => {
  test.each([
    ['draft', []],
    ['first-review', ['submit']],
    ['final-review', ['submit', 'first']],
    ['approved', ['submit', 'first', 'final']],
    ['scheduled', ['submit', 'first', 'final', 'schedule']],
  ] as const)('%s', async (state, steps) => {
    const marked = await drafted()
    const checks = {
      checks: [
        'state-secret',
        'trade-secret',
        'privacy',
        'work-secret',
        'sensitive',
        'aggregation',
      ],
    }
    for (const step of steps) {
      const done = await {
        submit: () => desk.act(marked.id, 'submit', people.author),
        first: () => desk.act(marked.id, 'approve', people.first, checks),
        final: () => desk.act(marked.id, 'approve', people.final, checks),
        schedule: () =>
          desk.act(marked.id, 'schedule', people.head, { publishAt: '2026-12-01T10:00:00+08:00' }),
      }[step]()
      expect(done.ok).toBe(true)
    }
    expect((await house.rows('east', 'item')).find((row) => row['id'] === marked.id)).toMatchObject(
      { state },
    )
    await sync()
    expect(await leaks(marked)).toEqual([])
  })

  test.each([
    ['依申请公开', { attribute: 'on-request' }],
    ['不予公开', { attribute: 'withheld', ground: 'trade-secret', groundReason: '第三方不同意' }],
    ['对内', { visibility: 'staff' }],
    ['只报上级', { visibility: 'upper' }],
  ])('held: %s', async (_name, parts) => {
    const marked = await drafted(parts)
    await desk.approve(marked.id)
    expect(await desk.act(marked.id, 'hold', people.head)).toMatchObject({ ok: true })
    await sync()
    expect(await leaks(marked)).toEqual([])
  })
})

async function published(): Promise<Marked> {
  const marked = await drafted()
  await desk.approve(marked.id)
  const done = await desk.act(marked.id, 'publish', people.head)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  await sync()
  return { ...marked, indexNumber: done.value.indexNumber ?? '' }
}

describe(
  'security 62, row 35: what leaves the public is gone from every page in the same sequence',
  slow,
  () => {
    test('published, it is found; a draft of its next edition is not; a closed edition is nowhere', async () => {
      const marked = await published()
      const shown = await walk(marked, 'east')
      const has = (path: string, word: string): boolean =>
        shown.some(({ where, text }) => where === `east ${path}` && text.includes(word))
      expect(has(`/items/${marked.id}`, words.body)).toBe(true)
      expect(has('/feed.xml', words.title)).toBe(true)
      expect(has(`/api/v1/items/${marked.id}/files/${marked.file}`, words.fileWords)).toBe(true)
      expect(has(`/api/v1/items?q=${encodeURIComponent(words.fileWords)}`, words.title)).toBe(true)
      expect((await walk(marked, 'pref')).some(({ text }) => text.includes(words.title))).toBe(true)

      await desk.edit(marked.id, {
        title: `${words.second}题`,
        body: words.second,
        attachments: [],
      })
      const before = texts.filter((word) => word !== words.second)
      expect(
        await leaks(marked, before).then((all) => all.filter((one) => !one.endsWith(': id'))),
      ).toEqual([])
      await desk.approve(marked.id)
      await act(marked.id, 'publish', { hideEarlier: true })
      await sync()
      const left = await leaks(marked, [
        words.second,
        words.summary,
        words.docNumber,
        words.fileName,
        words.fileWords,
      ])
      expect(left.filter((one) => !one.endsWith(': id'))).toEqual([])
      await act(marked.id, 'remove', { reason: '测试收尾' })
      expect(await leaks(marked)).toEqual([])
    })

    test.each([
      ['withdraw', () => ({ reason: '另行公布' })],
      ['replace', () => ({ by: neighbour, reason: '更正' })],
      ['merge', () => ({ into: neighbour })],
      ['remove', () => ({ reason: '误发' })],
    ])('after %s', async (action, input) => {
      const marked = await published()
      const warm = [...(await walk(marked, 'east')), ...(await walk(marked, 'pref'))]
      expect(warm.some(({ text }) => text.includes(words.body))).toBe(true)
      // An edition under way has another title, which is not told either.
      await desk.edit(marked.id, { title: words.second })
      await act(marked.id, action, input())
      const told = action === 'withdraw' || action === 'replace' ? [words.title] : []
      expect(await leaks(marked, told)).toEqual([])
      const stale: string[] = []
      for (const { where, etag, text } of warm) {
        if (etag === null || !texts.some((word) => text.includes(word))) continue
        const [office = '', path = ''] = where.split(' ')
        const agency = door.resolver.byId(office)
        if (agency === null) continue
        const url = new URL(`${door.resolver.originOf(agency)}${path}`)
        const again = await memo(
          new Request(url, { headers: { host: url.host, 'if-none-match': etag } }),
        )
        await again.text()
        if (
          again.status === 304 &&
          !texts.some((word) => decodeURIComponent(path).includes(word))
        ) {
          stale.push(where)
        }
      }
      expect(stale).toEqual([])
      const rows = (await house.rows('east', 'edition')).filter(
        ({ item_id: id }) => id === marked.id,
      )
      expect(rows.every((row) => row['is_open'] === 0)).toBe(true)
      if (action === 'merge') return
      // What comes back later does not bring the old text with it.
      await desk.edit(marked.id, {
        title: '改正后的',
        summary: '概述',
        docNumber: '试〔2026〕1号',
        body: '改正。',
      })
      if (action === 'withdraw') {
        await desk.approve(marked.id)
        await act(marked.id, 'publish', {})
        const old = await walk(marked, 'east')
        const mine = old.filter(({ where }) => where.includes('/editions'))
        expect(mine.filter(({ text }) => text.includes(words.body))).toEqual([])
        await act(marked.id, 'remove', { reason: '测试收尾' })
      }
    })
  },
)
