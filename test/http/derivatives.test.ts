import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.tsx'
import { withPageMemo } from '../../src/http/page-memo.ts'
import { attachFile } from '../../src/usecases/item/files/attach-file.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { bytesOf } from '../support/application-form.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { deskOf, people, type DeskHand } from '../usecases/item/desk-items.ts'
import { hire, logIn, tokenOf } from './desk-door.ts'
import {
  ask,
  leaks,
  type Marked,
  type Public,
  type Seen,
  texts,
  walk,
  words,
} from './public-walk.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let door: Door
let desk: DeskHand
let site: Public
let token: string
let neighbour: string

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  desk = deskOf(house, 'east', at)
  await hire(house, 'east', ['head', 'final-reviewer'], 'chief')
  await logIn(door, 'east', 'chief')
  token = await tokenOf(door, 'east', 'chief')
  neighbour = (await desk.publish({ title: '邻近的通知', theme: '农业、林业、水利' })).id
  site = { door, memo: withPageMemo(door.parts, createApp(door.parts)), neighbour }
  await sync()
})
afterAll(() => house.close())

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

async function drafted(parts: Record<string, unknown> = {}): Promise<Marked> {
  const { id } = await desk.draft({ ...secret, interprets: [neighbour], ...parts })
  const file = await attachFile(await house.ctx('east', people.author, at), id, {
    name: `${words.fileName}.txt`,
    bytes: bytesOf(`附件。\n${words.fileWords}`),
  })
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return { id, file: file.value.id, indexNumber: '' }
}

const act = async (id: string, action: string, json: unknown): Promise<void> => {
  const response = await ask(site, 'east', `/api/v1/desk/items/${id}/actions/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
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
    expect(await leaks(site, marked)).toEqual([])
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
    expect(await leaks(site, marked)).toEqual([])
  })
})

async function published(): Promise<Marked> {
  const marked = await drafted()
  await desk.approve(marked.id)
  // Through the same door as its readers: the clock stands still, so only an act makes pages old.
  await act(marked.id, 'publish', {})
  await sync()
  const row = (await house.rows('east', 'published')).find(({ id }) => id === marked.id)
  return { ...marked, indexNumber: String(row?.['index_number']) }
}

describe(
  'security 62, row 35: what leaves the public is gone from every page in the same sequence',
  slow,
  () => {
    test('published, it is found; a draft of its next edition is not; a closed edition is nowhere', async () => {
      const marked = await published()
      const shown = await walk(site, marked, 'east')
      const has = (path: string, word: string): boolean =>
        shown.some(({ where, text }) => where === `east ${path}` && text.includes(word))
      expect(has(`/items/${marked.id}`, words.body)).toBe(true)
      expect(has('/feed.xml', words.title)).toBe(true)
      expect(has(`/api/v1/items/${marked.id}/files/${marked.file}`, words.fileWords)).toBe(true)
      expect(has(`/api/v1/items?q=${encodeURIComponent(words.fileWords)}`, words.title)).toBe(true)
      expect(
        (await walk(site, marked, 'pref')).some(({ text }) => text.includes(words.title)),
      ).toBe(true)

      await desk.edit(marked.id, {
        title: `${words.second}题`,
        body: words.second,
        attachments: [],
      })
      const before = texts.filter((word) => word !== words.second)
      expect(
        await leaks(site, marked, before).then((all) => all.filter((one) => !one.endsWith(': id'))),
      ).toEqual([])
      await desk.approve(marked.id)
      await act(marked.id, 'publish', { hideEarlier: true })
      await sync()
      const left = await leaks(site, marked, [
        words.second,
        words.summary,
        words.docNumber,
        words.fileName,
        words.fileWords,
      ])
      expect(left.filter((one) => !one.endsWith(': id'))).toEqual([])
      await act(marked.id, 'remove', { reason: '测试收尾' })
      expect(await leaks(site, marked)).toEqual([])
    })

    test.each([
      ['withdraw', () => ({ reason: '另行公布' })],
      ['replace', () => ({ by: neighbour, reason: '更正' })],
      ['merge', () => ({ into: neighbour })],
      ['remove', () => ({ reason: '误发' })],
    ])('after %s', async (action, input) => {
      const marked = await published()
      const warm = [...(await walk(site, marked, 'east')), ...(await walk(site, marked, 'pref'))]
      expect(warm.some(({ text }) => text.includes(words.body))).toBe(true)
      // An edition under way has another title, which is not told either.
      await desk.edit(marked.id, { title: words.second })
      await act(marked.id, action, input())
      const told = action === 'withdraw' || action === 'replace' ? [words.title] : []
      expect(await leaks(site, marked, told)).toEqual([])
      expect(await stillKnown(warm)).toEqual([])
      const rows = (await house.rows('east', 'edition')).filter(
        ({ item_id: id }) => id === marked.id,
      )
      expect(rows.every((row) => row['is_open'] === 0)).toBe(true)
    })

    test('what comes back after a withdrawal does not bring its old text', async () => {
      const marked = await published()
      await act(marked.id, 'withdraw', { reason: '另行公布' })
      const clean = {
        title: '改正后的',
        summary: '概述',
        docNumber: '试〔2026〕1号',
        body: '改正。',
      }
      await desk.edit(marked.id, clean)
      await desk.approve(marked.id)
      await act(marked.id, 'publish', {})
      const seen = await walk(site, marked, 'east')
      expect(
        seen.filter(
          ({ where, text }) =>
            text.includes(words.body) && !decodeURIComponent(where).includes(words.body),
        ),
      ).toEqual([])
      await act(marked.id, 'remove', { reason: '测试收尾' })
    })
  },
)

/** Addresses that told a word of the item and say now that nothing changed. */
async function stillKnown(warm: readonly Seen[]): Promise<string[]> {
  const still: string[] = []
  for (const { where, etag, text } of warm) {
    const [office = '', path = ''] = where.split(' ')
    const isTyped = texts.some((word) => decodeURIComponent(path).includes(word))
    if (etag === null || isTyped || !texts.some((word) => text.includes(word))) continue
    const again = await ask(site, office, path, { headers: { 'if-none-match': etag } })
    await again.text()
    if (again.status === 304) still.push(where)
  }
  return still
}
