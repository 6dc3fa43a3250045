import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agency } from '../../../src/domain/agency/agency.ts'
import { type Change, listChanges } from '../../../src/usecases/item/list-changes.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people } from './desk-items.ts'

const now = '2026-11-20T10:00:00+08:00'
const originOf = ({ slug }: Agency): string => `https://${slug}.example`
let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A copy kept by following the feed from where it last ended. */
class Copy {
  readonly items = new Map<string, string>()
  readonly agency: string
  readonly scope: 'own' | 'subtree'
  cursor: string | undefined
  constructor(agency: string, scope: 'own' | 'subtree') {
    this.agency = agency
    this.scope = scope
  }

  async follow(limit = 3): Promise<Change[]> {
    const seen: Change[] = []
    for (;;) {
      const page = await listChanges(
        await house.ctx(this.agency, undefined, now),
        house.regionCtx(now),
        { scope: this.scope, limit, cursor: this.cursor },
        originOf,
      )
      if (!page.ok) throw new Error(page.refusal.code)
      for (const change of page.value.items) {
        if (change.change === 'gone') this.items.delete(change.id)
        else this.items.set(change.id, `${change.item.title} ${change.item.body}`)
      }
      seen.push(...page.value.items)
      this.cursor = page.value.cursor
      if (page.value.next === null) return seen
    }
  }
}

async function sync(agency: string): Promise<void> {
  await syncAgency(await house.tenant(agency), house.regionCtx(now))
}

async function listed(agency: string): Promise<string[]> {
  const ctx = await house.ctx(agency, undefined, now)
  const page = await listRegionItems(ctx, house.regionCtx(now), { limit: 100 }, originOf)
  return page.ok ? page.value.items.map(({ id }) => id).toSorted() : []
}

test('a copy that follows the feed is exact: published, changed, withdrawn (mission 57)', async () => {
  const river = deskOf(house, 'river', now)
  const hill = deskOf(house, 'hill', now)
  const ids: string[] = []
  for (let n = 1; n <= 7; n += 1) {
    const desk = n % 2 === 0 ? river : hill
    ids.push((await desk.publish({ title: `通知${n}`, body: `正文${n}` })).id)
  }
  await sync('river')
  await sync('hill')
  const top = new Copy('east', 'subtree')
  const own = new Copy('river', 'own')
  expect((await top.follow()).map(({ change }) => change)).toEqual(Array(7).fill('put'))
  expect((await own.follow(1)).length).toBe(3)
  expect([...top.items.keys()].toSorted()).toEqual(ids.toSorted())

  const [, second = '', , fourth = ''] = ids
  await river.edit(second, { body: '改过的正文', note: '更正' })
  await river.approve(second)
  await river.act(second, 'publish', people.head)
  await river.act(fourth, 'withdraw', people.head, { reason: '内容有误' })
  await sync('river')
  const news = await top.follow()
  expect(new Map(news.map(({ id, change }) => [id, change]))).toEqual(
    new Map([
      [second, 'put'],
      [fourth, 'gone'],
    ]),
  )
  await own.follow()
  expect(top.items.get(second)).toContain('改过的正文')
  expect([...top.items.keys()].toSorted()).toEqual(await listed('east'))
  expect([...own.items.keys()].toSorted()).toEqual(await listed('river'))
  // What was never published leaves no trace in it.
  await river.draft({ title: '只是草稿' })
  await sync('river')
  expect(await top.follow()).toEqual([])
})

test('a sync that was overtaken by a withdrawal does not bring the item back (experiment 11)', async () => {
  const river = deskOf(house, 'river', now)
  const { id } = await river.publish({ title: '将要撤回的通知' })
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const region = new Proxy(house.region, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name)
      return async (statements: D1PreparedStatement[]) => {
        if (statements.length > 3) await held
        return target.batch(statements)
      }
    },
  })
  const late = syncAgency(await house.tenant('river'), { ...house.regionCtx(now), region })
  await new Promise((resolve) => {
    setTimeout(resolve, 200)
  })
  await river.act(id, 'withdraw', people.head, { reason: '误发' })
  await sync('river')
  expect(await listed('east')).not.toContain(id)
  release()
  const step = await late
  expect(await listed('east')).not.toContain(id)
  expect(step).toEqual({ ok: true, value: { months: 0, items: 0, hasMore: true } })
})

test('a cursor of a former copy of the region is refused, so that nobody misses a withdrawal', async () => {
  const copy = new Copy('river', 'own')
  await copy.follow()
  const feed = Number.parseInt(copy.cursor?.split('.')[0] ?? '', 36)
  const ask = async (cursor: string) =>
    listChanges(await house.ctx('river'), house.regionCtx(now), { cursor }, originOf)
  expect(await ask(`${(feed + 1).toString(36)}.1`)).toMatchObject({
    refusal: { code: 'feed-restarted' },
  })
  // A place that no change has reached yet: the region was put back to an earlier state.
  const ahead = `${feed.toString(36)}.${Number.MAX_SAFE_INTEGER.toString(36).slice(0, 11)}`
  expect(await ask(ahead)).toMatchObject({ refusal: { code: 'feed-restarted' } })
  expect(await ask(copy.cursor ?? '')).toMatchObject({ ok: true, value: { next: null } })
  expect(await ask('x')).toMatchObject({ refusal: { code: 'invalid' } })
})
