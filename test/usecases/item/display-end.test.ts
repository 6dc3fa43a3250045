import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { addItemFile } from '../../../src/usecases/item/files/add-file.ts'
import { answersFor } from '../../../src/usecases/item/finding/answers-for.ts'
import { countFacets } from '../../../src/usecases/item/finding/find-items.ts'
import { endDisplays } from '../../../src/usecases/item/end-displays.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { happyFields } from '../../domain/item/kinds/happy-fields.data.ts'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { deskOf, people } from './desk-items.ts'

const now = '2026-11-20T10:00:00+08:00'
const lastMinute = '2027-11-02T23:59:00+08:00'
const after = '2027-11-03T00:01:00+08:00'
const system: Actor = { type: 'system', job: 'test' }

/** Words of the title, the summary, the text and the attachment; nobody may find any of them. */
const words = ['烟花爆竹', '违法经营摘要', '处罚正文内容', '附件里的话'] as const
const secret = new RegExp(words.join('|'))

let house: House
let id: string
let file: string
let neighbour: string
const doors = new Map<string, Door>()
const at = (clock: string): Door => {
  const door = doors.get(clock) ?? openDoor(house, { at: clock })
  doors.set(clock, door)
  return door
}

beforeAll(async () => {
  house = await openHouse()
  const desk = deskOf(house, 'river', now)
  neighbour = (await desk.publish({ category: 'penalties-coercion' })).id
  const item = await desk.publish({
    kind: 'penalty',
    fields: {
      ...happyFields['penalty'],
      partyClass: 'organisation',
      party: '烟花爆竹经营部',
      partyCreditCode: '91350100M000100Y43',
      facts: '违法储存烟花爆竹',
    },
    title: '烟花爆竹经营部行政处罚决定',
    docNumber: null,
    summary: '违法经营摘要',
    body: '处罚正文内容',
    category: 'penalties-coercion',
  })
  id = item.id
  await desk.edit(id, { body: '处罚正文内容，有更正', note: '更正' })
  await desk.approve(id)
  await desk.act(id, 'publish', people.head)
  const bytes = new TextEncoder().encode('村名,说明\n大店村,附件里的话\n')
  const added = await addItemFile(await house.ctx('river', system, now), id, {
    name: '清单.csv',
    bytes,
  })
  file = added.ok ? added.value.id : ''
  await syncAgency(await house.tenant('river'), house.regionCtx(now))
})
afterAll(() => house.close())

const q = encodeURIComponent
/** Every public place that shows lists, feeds or suggestions. */
const lists: readonly [string, string, string][] = [
  ['front page', 'river', '/'],
  ['kiosk', 'river', '/kiosk'],
  ['list', 'river', '/items'],
  ['list of the column', 'river', '/items?category=penalties-coercion'],
  ['list of the kind', 'river', '/items?kind=penalty'],
  ['oldest first', 'river', '/items?sort=oldest'],
  ['export', 'river', '/items/list.csv'],
  ['feed', 'river', '/feed.xml'],
  ['feed as Atom', 'river', '/feed.atom'],
  ['feed as JSON', 'river', '/feed.json'],
  ['JSON list', 'river', '/api/v1/items'],
  ['change feed', 'river', '/api/v1/changes?limit=100'],
  ['change feed of the county', 'east', '/api/v1/changes?scope=subtree&limit=100'],
  ['JSON list of the county', 'east', '/api/v1/items?scope=subtree'],
  ['list of the county', 'east', '/items?scope=subtree'],
  ['feed of the prefecture', 'pref', '/feed.xml?scope=subtree'],
]
const searches: readonly [string, string, (word: string) => string][] = [
  ['search', 'river', (word) => `/search?q=${q(word)}`],
  ['feed of a search', 'river', (word) => `/feed.atom?q=${q(word)}`],
  ['JSON search', 'river', (word) => `/api/v1/items?q=${q(word)}`],
  ['search of the region', 'pref', (word) => `/search?scope=subtree&q=${q(word)}`],
  ['suggestions', 'river', (word) => `/api/v1/suggestions?q=${q(word.slice(0, 2))}`],
]
const pages = (): [string, string][] => [
  ['page', `/items/${id}`],
  ['page to print', `/items/${id}/print`],
  ['JSON', `/api/v1/items/${id}`],
  ['Word', `/items/${id}/document.docx`],
  ['PDF', `/items/${id}/document.pdf`],
  ['text', `/items/${id}/document.txt`],
  ['editions', `/items/${id}/editions`],
  ['first edition', `/items/${id}/editions/1`],
  ['second edition', `/items/${id}/editions/2`],
  ['JSON of editions', `/api/v1/items/${id}/editions`],
  ['JSON of the first edition', `/api/v1/items/${id}/editions/1`],
]
const files = (): [string, string][] => [
  ['attachment', `/api/v1/items/${id}/files/${file}`],
  ['preview', `/items/${id}/files/${file}/preview`],
]

async function told(clock: string, agency: string, path: string): Promise<string> {
  const answer = await at(clock).request(agency, path)
  expect(answer.status, path).toBeLessThan(500)
  return (await answer.text()).replaceAll(/<\/?(?:mark|input)[^>]*>/g, '')
}

const here = (): RegExp => new RegExp(`${id}|经营部行政处罚决定`)

/** All addresses with the words that were searched for taken out of what the page repeats of the question. */
function withoutQuestion(text: string, word: string): string {
  return text.replaceAll(`“${word}”`, '').replaceAll(q(word), '').replaceAll(`value="${word}"`, '')
}

describe.each([
  ['at midnight, before any sweep', null],
  ['after the sweep', 'sweep'],
])('rows 29, 34, issue 28: past the last day of display, %s', (_, sweep) => {
  beforeAll(async () => {
    if (sweep === null) return
    const ctx = await house.ctx('river', system, after)
    expect(await endDisplays(ctx)).toMatchObject({ ok: true, value: { ended: 1 } })
    expect(await endDisplays(ctx)).toMatchObject({ ok: true, value: { ended: 0 } })
    await syncAgency(await house.tenant('river'), house.regionCtx(after))
  })

  test.each(lists)('%s does not name it', async (_name, agency, path) => {
    if (sweep === null) expect(await told(lastMinute, agency, path), path).toMatch(secret)
    expect(await told(after, agency, path)).not.toMatch(secret)
  })

  test.each(searches)('%s does not find it', async (name, agency, path) => {
    const asked = name === 'suggestions' ? 1 : words.length
    for (const word of words.slice(0, asked)) {
      if (sweep === null) expect(await told(lastMinute, agency, path(word)), word).toMatch(here())
      const text = withoutQuestion(await told(after, agency, path(word)), word)
      expect(text.includes(id), `${name} ${word}`).toBe(false)
      expect(text, name).not.toMatch(secret)
    }
  })

  test('nobody who asks for it is led to it (条例第36条第1项)', async () => {
    const answers = async (clock: string): Promise<string> => {
      const ctx = await house.ctx('river', { type: 'public' }, clock)
      return JSON.stringify(await answersFor(ctx, '烟花爆竹经营部行政处罚决定', () => ''))
    }
    if (sweep === null) expect(await answers(lastMinute)).toContain(id)
    expect(await answers(after)).not.toContain(id)
  })

  test('page, downloads, editions and their JSON answer 410 and say no more than that', async () => {
    for (const [name, path] of pages()) {
      if (sweep === null)
        expect((await at(lastMinute).request('river', path)).status, name).toBe(200)
      const answer = await at(after).request('river', path)
      expect(answer.status, name).toBe(410)
      const text = await answer.text()
      expect(text, name).not.toMatch(secret)
      expect(text, name).toContain('2027-11-03')
    }
  })

  test('attachments and their previews are gone', async () => {
    for (const [name, path] of files()) {
      if (sweep === null)
        expect((await at(lastMinute).request('river', path)).status, name).toBe(200)
      const answer = await at(after).request('river', path)
      expect([404, 410], name).toContain(answer.status)
      expect(await answer.text(), name).not.toMatch(secret)
    }
  })

  test('sitemap and neighbours do not lead to it', async () => {
    if (sweep === null) {
      expect(await told(lastMinute, 'river', '/sitemap.xml?page=1')).toContain(id)
      expect(await told(lastMinute, 'river', `/items/${neighbour}`)).toContain(id)
    }
    expect(await told(after, 'river', '/sitemap.xml?page=1')).not.toContain(id)
    expect(await told(after, 'river', `/items/${neighbour}`)).not.toContain(id)
  })
})

test('numbers beside lists, counts of columns and the region follow with the sweep', async () => {
  const ctx = await house.ctx('river', { type: 'public' }, after)
  const facets = await countFacets(ctx, house.regionCtx(after), { category: 'penalties-coercion' })
  expect(facets).toMatchObject({ ok: true, value: { total: { count: 1 } } })
  const { results } = await house.region
    .prepare('SELECT item_id FROM region_item WHERE item_id = ?')
    .bind(id)
    .all()
  expect(results).toEqual([])
  const published = await house.rows('river', 'published')
  expect(published.map((row) => row['id'])).toEqual([neighbour])
  const found = await recompute(await house.ctx('river', system, after), house.regionCtx(after))
  expect(found).toMatchObject({ own: [], facets: [] })
})

test('row 34: a list is over when its last entry leaves; one that keeps an entry stays', async () => {
  const desk = deskOf(house, 'hill', now)
  const [, person] = (happyFields['credit-list']?.['entries'] ?? []) as Record<string, unknown>[]
  const single = { ...happyFields['credit-list'], entries: [person] }
  const list = await desk.publish({
    kind: 'credit-list',
    fields: single,
    category: 'supervision-inspection',
  })
  const show = async (clock: string): Promise<number> =>
    (await at(clock).request('hill', `/items/${list.id}`)).status
  expect(await show('2027-01-04T23:59:00+08:00')).toBe(200)
  expect(await show('2027-01-05T00:00:00+08:00')).toBe(410)
  const swept = await endDisplays(await house.ctx('hill', system, '2027-01-05T00:05:00+08:00'))
  expect(swept).toMatchObject({ ok: true, value: { ended: 1 } })
})

test('only the sweep takes an item away for its day; the desk may set another day and publish again', async () => {
  const desk = deskOf(house, 'river', after)
  expect(await desk.act(id, 'lapse', people.head)).toMatchObject({ ok: false })
  const edited = await desk.edit(id, {
    fields: { ...happyFields['penalty'], displayUntil: '2028-11-02' },
    title: '行政处罚决定',
    note: '延长公示期',
  })
  expect(edited).toMatchObject({ ok: true, value: { state: 'draft' } })
  await desk.approve(id)
  const again = await desk.act(id, 'publish', people.head)
  expect(again).toMatchObject({ ok: true, value: { state: 'published' } })
  expect((await at(after).request('river', `/items/${id}`)).status).toBe(200)
})
