import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actOnItem } from '../../../src/usecases/item/act-on-item.ts'
import { listRegionItems } from '../../../src/usecases/item/list-region-items.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import type { RegionCtx } from '../../../src/usecases/context.ts'
import { crashing, Died, type Crash } from '../../support/crash.ts'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'
import { originOf } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

type Act = { action: 'publish' | 'remove'; raw: Record<string, unknown> }

/** Acts as the head over a world that dies at the planned await; answers how many awaits there were. */
async function actUnder(id: string, { action, raw }: Act, crash: Crash | null): Promise<number> {
  const own = crashing(await house.ctx('east', people.head, at), crash)
  const first = own.points()
  // The region's batches count on after the agency's, so that both kinds of call are swept.
  const region: RegionCtx = { ...house.regionCtx(at), region: own.guarded(house.region) }
  try {
    await actOnItem(own.ctx, region, id, action, raw)
  } catch (error) {
    if (!(error instanceof Died)) throw error
  }
  return own.points() - first
}

const publicly = async (id: string): Promise<string> => {
  const shown = await showItem(await house.ctx('east'), id, originOf)
  return shown.ok ? 'public' : shown.refusal.code
}

/** Whether readers of the prefecture find an item. */
async function foundAbove(title: string): Promise<number> {
  const above = await house.ctx('pref')
  const page = await listRegionItems(above, house.regionCtx(at), { q: title }, originOf)
  return page.ok ? page.value.items.length : -1
}

describe('experiment 2: a crash at every await of publishing and of removing leaves nothing half done', () => {
  it('publishing: the item is out whole or not at all, and the repeated act brings it out once', async () => {
    const act: Act = { action: 'publish', raw: {} }
    const probe = await desk.approve((await desk.draft({ title: '试放行的通知' })).id)
    const points = await actUnder(probe.id, act, null)
    expect(points).toBeGreaterThan(2)
    for (let point = 0; point < points; point += 1) {
      for (const when of ['before', 'after'] as const) {
        const { id } = await desk.approve((await desk.draft()).id)
        await actUnder(id, act, { at: point, when })
        expect(['public', 'not-found']).toContain(await publicly(id))
        await desk.act(id, 'publish', people.head)
        expect(await publicly(id)).toBe('public')
        const events = await house.rows('east', 'event')
        const published = events.filter(
          (row) => row['entity_id'] === id && row['kind'] === 'item.published',
        )
        expect(published).toHaveLength(1)
      }
    }
  })

  it('removing: once begun it is never found above, and the repeated act ends it', async () => {
    const act: Act = { action: 'remove', raw: { reason: '误发' } }
    const probe = await desk.publish({ title: '误发的第零号' })
    const points = await actUnder(probe.id, act, null)
    for (let point = 0; point < points; point += 1) {
      for (const when of ['before', 'after'] as const) {
        const title = `误发的第${String(point)}${when}号`
        const { id } = await desk.publish({ title })
        for (let step = 0; step < 5; step += 1) {
          await syncAgency(await house.tenant('east'), house.regionCtx(at))
        }
        expect(await foundAbove(title)).toBe(1)
        await actUnder(id, act, { at: point, when })
        await desk.act(id, 'remove', people.head, { reason: '误发' })
        expect(await publicly(id)).toBe('gone')
        expect(await foundAbove(title)).toBe(0)
      }
    }
  })

  it('the figures are those of the journal afterwards', async () => {
    const ctx = await house.ctx('east', { type: 'system', job: 'recompute' }, at)
    expect((await recompute(ctx, house.regionCtx(at))).own).toEqual([])
  })
})
