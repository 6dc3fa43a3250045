import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifecycle } from '../../../src/domain/incident/lifecycle.ts'
import { actions, type Action, states, type State } from '../../../src/domain/incident/types.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import { step } from '../../../src/domain/shared/machine.ts'
import { commit } from '../../../src/store/commit.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { actOnIncident } from '../../../src/usecases/incident/act.ts'
import { listIncidents } from '../../../src/usecases/incident/list.ts'
import { openIncident } from '../../../src/usecases/incident/open.ts'
import { planIncident } from '../../../src/usecases/incident/plan-incident.ts'
import { showIncident } from '../../../src/usecases/incident/show.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { officer, openHouse, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-11-20T10:00:00+08:00'
const head = (): Promise<Ctx> => house.ctx('pref', officer('head'), at)
const report = { what: '附件含有身份证号', level: 'grave' }

test('row 87: reported, removed, derivatives checked, notified, closed: no step is left out, heads and administrators alone', () => {
  const open = states.flatMap((from) =>
    actions.flatMap((action) => {
      const allowed = [...roles, 'applicant', 'system'].filter(
        (role) => step<State, Action>(lifecycle, from, action, [role]) !== null,
      )
      return allowed.length === 0 ? [] : [`${from} ${action}: ${allowed.join(' ')}`]
    }),
  )
  expect(open).toEqual([
    'reported remove: head admin',
    'removed check: head admin',
    'checked notify: head admin',
    'notified close: head admin',
  ])
})

test('row 87: the log keeps who did what when', async () => {
  const ctx = await head()
  const opened = await openIncident(ctx, report, 'i-1')
  expect(await openIncident(ctx, report, 'i-1')).toEqual(opened)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { id } = opened.value
  expect(await actOnIncident(ctx, id, 'close', {})).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  for (const action of actions) {
    expect(await actOnIncident(ctx, id, action, { note: `已${action}` })).toMatchObject({
      ok: true,
    })
  }
  expect(await showIncident(ctx, id)).toMatchObject({
    value: {
      state: 'closed',
      closedAt: at,
      actions: [],
      steps: [
        { step: 'reported' },
        { step: 'removed', note: '已remove' },
        { step: 'checked' },
        { step: 'notified' },
        { step: 'closed' },
      ],
    },
  })
  expect(await actOnIncident(ctx, id, 'close', { version: 1 })).toMatchObject({
    refusal: { code: 'stale' },
  })
  const texts = JSON.stringify([await house.rows('pref', 'event'), house.posted])
  expect(texts).not.toContain('身份证')
})

test('row 87: an emergency removal opens its incident in its own commit, or neither stands', async () => {
  const ctx = await head()
  const removal = (id: string, seq: number): ReturnType<typeof commit> => {
    const plan = planIncident({
      id,
      what: '误发',
      level: 'major',
      itemId: 'item-1',
      staffId: 's-head',
      now: ctx.now,
      isRemoved: true,
    })
    const removed = {
      entity: 'item',
      entityId: 'item-1',
      seq,
      kind: 'item.file-added',
      data: { file: 'stands for the removal' },
    } as const
    return commit(ctx, { events: [removed, ...plan.events], statements: plan.statements })
  }
  expect(await removal('incident-1', 1)).toEqual({ ok: true })
  expect(await removal('incident-2', 1)).toEqual({ ok: false, conflict: 'event' })
  expect(await showIncident(ctx, 'incident-2')).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await actOnIncident(ctx, 'incident-1', 'check', { version: 2 })).toMatchObject({
    value: { state: 'checked', itemId: 'item-1', level: 'major' },
  })
})

test.each(['information-officer', 'registrar', 'viewer', 'statistician', 'handler'] as const)(
  'row 87: %s neither sees nor opens an incident',
  async (role) => {
    const ctx = await house.ctx('pref', officer(role), at)
    for (const refused of [
      await listIncidents(ctx),
      await openIncident(ctx, report),
      await showIncident(ctx, 'incident-1'),
      await actOnIncident(ctx, 'incident-1', 'notify', {}),
    ]) {
      expect(refused).toMatchObject({ refusal: { code: 'forbidden' } })
    }
  },
)

test('incidents count by their grade, and a recomputation counts the same', async () => {
  const { own } = await recompute(await house.tenant('pref'), house.regionCtx(at))
  expect(own).toEqual([])
  const cells = await house.rows('pref', 'cell')
  expect(cells).toEqual(
    expect.arrayContaining([{ period: '2026-11', row: 'incidents', col: 'grave', n: 1 }]),
  )
})
