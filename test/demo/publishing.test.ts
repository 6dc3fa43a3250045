import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFile } from '../../scripts/demo/make-file.ts'
import { playPublishing } from '../../scripts/demo/play-publishing.ts'
import { publishingOf } from '../../scripts/demo/publishing.ts'
import { readTree } from '../../scripts/tenants/read-tree.ts'
import { genres } from '../../src/domain/catalog/genres.data.ts'
import { themes } from '../../src/domain/catalog/themes.data.ts'
import { columnsOf, type Column } from '../../src/domain/catalog/tree.ts'
import {
  applyParts,
  blankContent,
  storable,
  submitErrors,
} from '../../src/domain/item/apply-parts.ts'
import { pictureHead } from '../../src/domain/document/picture.ts'
import { newDraft } from '../../src/domain/item/draft-input.ts'
import { itemKinds } from '../../src/domain/item/kinds/kind-of.ts'
import { nationalCalendar } from '../../src/domain/time/calendar.ts'
import { localDateOf } from '../../src/domain/time/instant.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { type House, openHouse } from '../support/house.ts'

const root = new URL('../../', import.meta.url).pathname
const now = '2026-11-26T17:00:00+08:00'
const scripts = publishingOf(localDate('2026-11-26'))
const items = scripts.flatMap((script) =>
  script.items.map((item) => ({ ...item, of: script.agency })),
)
const agencies = new Map(
  readTree(root).entries.map(({ slug, manifest }) => [slug, leavesOf(columnsOf(manifest))]),
)

describe('demonstration of publishing (演示：编审发布)', () => {
  test('every item stands in a leaf column of an agency that exists', () => {
    const lost = items.filter(({ of, said }) => !agencies.get(of)?.has(String(said['category'])))
    expect(lost.map(({ ref }) => ref)).toEqual([])
    expect(new Set(items.map(({ ref }) => ref)).size).toBe(items.length)
    expect(items.length).toBeGreaterThanOrEqual(90)
  })

  test('every item may be stored, and submitted if its script says so, whatever day the demonstration starts', () => {
    for (const today of ['2026-05-04', '2026-10-03', '2026-10-12', '2026-11-26', '2027-02-20']) {
      for (const { items: own } of publishingOf(localDate(today))) {
        for (const { said, ref, on, files } of own) {
          const interprets = undefined
          const parts = newDraft.parse({ ...said, interprets })
          const content = storable(applyParts(blankContent(parts.title, '演示'), parts))
          expect(content.ok, `${today} ${ref}`).toBe(true)
          if (!content.ok || files.length > 0) continue
          expect(
            submitErrors(content.value, localDate(on), nationalCalendar),
            `${today} ${ref}`,
          ).toEqual([])
        }
      }
    }
  })

  test('themes and genres are the words that readers see', () => {
    const words: ReadonlySet<unknown> = new Set([...themes, ...genres].map(({ name }) => name))
    const odd = items.filter(({ said }) => !words.has(said['theme']) || !words.has(said['genre']))
    expect(odd.map(({ ref }) => ref)).toEqual([])
  })

  test('every special kind is shown, and every state of the desk', () => {
    const found = new Set(items.map(({ said }) => said['kind'] ?? 'document'))
    expect(itemKinds.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([])
    const states = new Set(items.map(({ until }) => until))
    expect(states.size).toBe(8)
  })

  test('issue 3 §1: a picture stands in a text, described, and its file is there', async () => {
    const shown = items.filter(({ files }) => files.some(({ form }) => form === 'png'))
    expect(shown.length).toBeGreaterThan(0)
    for (const { said, files } of shown) {
      for (const file of files.filter(({ form }) => form === 'png')) {
        expect(String(said['source'])).toMatch(new RegExp(`^〔图：${file.name}｜[^｜]{10,}`, 'm'))
        const bytes = await makeFile(file, { issuer: '演示', writtenOn: null })
        expect(pictureHead(bytes)).toMatchObject({ type: 'png' })
      }
    }
  })

  test('people and firms are evidently invented, and no text gives a number of a real person', () => {
    for (const { said, ref } of items) expect(String(said['title']), ref).toContain('演示')
    const text = readFileSync(`${root}demo/publishing.json`, 'utf8')
    const ids = text.match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g) ?? []
    expect(ids.filter((id) => !id.startsWith('341399190001'))).toEqual([])
    const phones = text.match(/(?<![\dA-Z])1[3-9]\d{9}(?!\d)/g) ?? []
    expect(phones.filter((phone) => !phone.startsWith('1990000'))).toEqual([])
  })
})

describe('playing it (按角色演一遍)', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  test('a township plays its whole script through the use cases, twice without doubling, and every figure follows', async () => {
    const script = scripts.find(({ agency }) => agency === 'zhuxianzhuang')
    if (script === undefined) throw new Error('no script')
    const region = house.regionCtx(now)
    const theatre = {
      region,
      ctx: async (id: string, at: number) => ({
        ...(await house.ctx(id, { type: 'system', job: 'operator' })),
        now: at,
      }),
    }
    const own = script.items.map((item) => {
      const column = String(item.said['category'])
      const category = column === 'mining-subsidence' ? 'major-projects' : column
      return { ...item, said: { ...item.said, category } }
    })
    const played = { ...script, items: own, agency: 'river' }
    await playPublishing(theatre, played)
    await playPublishing(theatre, { ...played, cards: [], rules: [] })
    const rows = await house.rows('river', 'item')
    expect(rows.length).toBe(own.length)
    expect(rows.filter(({ state }) => state === 'published').length).toBe(
      own.filter(({ until }) => until === 'published').length,
    )
    const ctx = await theatre.ctx('river', Date.parse(now))
    expect(localDateOf(ctx.now)).toBe('2026-11-26')
    for (;;) {
      const done = await syncAgency(ctx, region)
      if (!done.ok || !done.value.hasMore) break
    }
    expect(await recompute(ctx, region)).toMatchObject({ own: [], office: [], facets: [] })
  })

  test('a filling that is cut off again and again, and then goes on, makes every normative document once', async () => {
    const region = house.regionCtx(now)
    let left = 0
    const theatre = {
      region,
      ctx: async (id: string, at: number) => {
        left -= 1
        if (left < 0) throw new Error('cut off')
        return { ...(await house.ctx(id, { type: 'system', job: 'operator' })), now: at }
      },
    }
    const script = scripts.find(({ agency }) => agency === 'yongqiao')
    if (script === undefined) throw new Error('no script')
    const standsAlone = (record: unknown): boolean => !JSON.stringify(record).includes('"@')
    const clarifications = scripts.flatMap((one) => one.clarifications).filter(standsAlone)
    const topics = scripts.flatMap((one) => one.topics).filter(standsAlone)
    const norms = script.items.filter(({ norm }) => norm !== undefined)
    const played = { ...script, agency: 'east', items: norms, clarifications, topics }
    for (const steps of [9, 20, 33, 47]) {
      left = steps
      await expect(playPublishing(theatre, played)).rejects.toThrow('cut off')
    }
    left = 10_000
    await playPublishing(theatre, played)
    const register = await house.rows('east', 'norm_document')
    expect(Object.fromEntries(register.map(({ title, state }) => [String(title), state]))).toEqual(
      Object.fromEntries(
        norms.map(({ said, norm }) => [String(said['title']), stateAfter(norm?.until ?? '')]),
      ),
    )
    expect(register).toHaveLength(norms.length)
    const serials = register.flatMap(({ number_serial: serial }) =>
      serial === null ? [] : [Number(serial)],
    )
    expect(serials.toSorted((a, b) => a - b)).toEqual(serials.map((_, at) => at + 1))
    const counted = async (): Promise<number[]> =>
      Promise.all(
        ['event', 'item', 'norm_cleanup', 'clarification', 'topic', 'institution_card'].map(
          async (table) => (await house.rows('east', table)).length,
        ),
      )
    const before = await counted()
    expect(before.slice(1)).toEqual([
      norms.length,
      1,
      clarifications.length,
      topics.length,
      script.cards.length,
    ])
    await playPublishing(theatre, played)
    expect(await counted()).toEqual(before)
  }, 180_000)
})

/** Where a document of a script ends: one that was made long ago has run out by now, or is filed. */
function stateAfter(until: string): unknown {
  if (until === 'sent-back') return 'draft'
  return until === 'entered' ? expect.stringMatching(/^(?:published|expired)$/) : until
}

function leavesOf(columns: readonly Column[]): Set<string> {
  return new Set(
    columns.flatMap(({ id, children }) => (children.length === 0 ? [id] : [...leavesOf(children)])),
  )
}
