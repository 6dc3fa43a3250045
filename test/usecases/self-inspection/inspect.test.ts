import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Outcome, RuleId, SelfInspection } from '../../../src/domain/self-inspection/types.ts'
import { showToday } from '../../../src/usecases/desk/show-today.ts'
import { openIncident } from '../../../src/usecases/incident/open.ts'
import { inspectSelf } from '../../../src/usecases/self-inspection/inspect.ts'
import { ownRules } from '../../../src/domain/self-inspection/own-rules.ts'
import { recordSelfCheck } from '../../../src/usecases/self-inspection/record.ts'
import { strikeRecord } from '../../../src/usecases/self-inspection/strike.ts'
import { receiveTopic } from '../../../src/usecases/topic/receive.ts'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { agencies } from '../../support/agencies.ts'
import { countingDb } from '../../support/counting-db.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { deskOf, people } from '../item/desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
const head = officer('head')
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function inspect(agency: string, when = at, who: Actor = head): Promise<SelfInspection> {
  const done = await inspectSelf(await house.ctx(agency, who, when))
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value
}

async function ruleOf(agency: string, id: RuleId, when = at, who: Actor = head): Promise<Outcome> {
  const { outcomes } = await inspect(agency, when, who)
  const found = outcomes.find(({ rule }) => rule === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('row 71: the self-inspection reads what the agency has', () => {
  test('V2: the day of the newest item of the home page, and fifteen days on it trips', async () => {
    await deskOf(house, 'east', at).publish({ title: '最新通知' })
    expect(await ruleOf('east', 'V2')).toMatchObject({ state: 'clear', tripsOn: '2026-12-05' })
    expect(await ruleOf('east', 'V2', '2026-12-04T23:00:00+08:00')).toMatchObject({
      state: 'near',
      daysLeft: 1,
    })
    expect(await ruleOf('east', 'V2', '2026-12-05T00:30:00+08:00')).toMatchObject({
      state: 'tripped',
    })
  })

  test('D3 站内死链: links to what was withdrawn or never was are found, others are not followed', async () => {
    const desk = deskOf(house, 'east', at)
    const stays = await desk.publish({ title: '仍在的通知' })
    const gone = await desk.publish({ title: '将撤回的通知' })
    const href = (id: string): string => `https://east.gov.test/items/${id}`
    const body = {
      v: 1,
      blocks: [
        {
          type: 'paragraph',
          text: [
            { text: '仍在', href: href(stays.id) },
            { text: '撤回', href: href(gone.id) },
            { text: '没有', href: href('nothing') },
            { text: '外站', href: 'https://example.org/items/nothing' },
            { text: '首页', href: 'https://east.gov.test/' },
          ],
        },
      ],
    }
    const linking = await desk.publish({ title: '有链接的通知', body: undefined, document: body })
    expect(await ruleOf('east', 'D3a')).toMatchObject({
      state: 'tripped',
      measured: 1,
      evidence: [{ of: 'item', id: linking.id, what: '有链接的通知' }],
    })
    await desk.act(gone.id, 'withdraw', people.head, { reason: '另行公布' })
    expect(await ruleOf('east', 'D3a')).toMatchObject({ measured: 2, points: 0.2 })
  })

  test('D4 检索: the newest item is found by its title', async () => {
    expect(await ruleOf('east', 'D4d')).toMatchObject({ state: 'clear', measured: 0 })
  })

  test('D4 页脚: a number of zeros is none', async () => {
    const { evidence } = await ruleOf('east', 'D4a')
    expect(evidence.map(({ id }) => id)).toEqual(['footer.icp', 'footer.policeFiling'])
  })

  test('V3c: a young site’s empty columns are counted, containers are not', async () => {
    const { state, evidence } = await ruleOf('east', 'V3c')
    expect(state).toBe('tripped')
    expect(evidence.map(({ id }) => id)).not.toContain('statutory-content')
    expect(evidence.map(({ id }) => id)).not.toContain('normative-documents')
    expect(evidence.map(({ id }) => id)).toContain('plans')
  })

  test('V0: an earlier day of publication is listed with its reason', async () => {
    const desk = deskOf(house, 'west', at)
    const { id } = await desk.draft({ title: '补登的公告', writtenOn: '2026-10-08' })
    await desk.approve(id)
    const raw = { publishedOn: '2026-10-08', backdateReason: '当日已在公告栏公布' }
    expect(await desk.act(id, 'publish', people.head, raw)).toMatchObject({ ok: true })
    expect(await ruleOf('west', 'V0')).toMatchObject({
      state: 'unknown',
      evidence: [{ of: 'backdated', id, what: '当日已在公告栏公布' }],
    })
    expect(await ruleOf('west', 'V2')).toMatchObject({ state: 'tripped', measured: 43 })
  })

  test('V0: an open emergency trips it; what it is about is for those alone who handle it', async () => {
    const report = { what: '附件含有身份证号', level: 'grave' }
    await openIncident(await house.ctx('pref', head, at), report, null)
    expect(await ruleOf('pref', 'V0')).toMatchObject({
      state: 'tripped',
      evidence: [{ of: 'incident', what: '附件含有身份证号' }],
    })
    const seen = await ruleOf('pref', 'V0', at, officer('registrar'))
    expect(seen).toMatchObject({ state: 'tripped', evidence: [{ id: '', what: null }] })
  })
})

test('V4b: a topic that waits is told to all; only who handles topics is led to it', async () => {
  const raw = { subject: '低保名单怎么评', why: '邻里相近，结果不一样。', contact: '13800001234' }
  const citizen = await house.ctx('purse', { type: 'public' }, '2026-08-25T09:00:00+08:00')
  const sent = await receiveTopic(citizen, { raw, idempotencyKey: null, clientKey: null })
  expect(sent.ok).toBe(true)
  const waiting = await ruleOf('purse', 'V4b')
  expect(waiting).toMatchObject({ state: 'near', colour: 'yellow', tripsOn: '2026-11-26' })
  expect(waiting.evidence).toMatchObject([{ of: 'topic', what: null, since: '2026-08-25' }])
  expect(waiting.evidence[0]?.id).not.toBe('')
  const { evidence } = await ruleOf('purse', 'V4b', at, officer('statistician'))
  expect(evidence).toMatchObject([{ of: 'topic', id: '' }])
})

describe('what no record gives is recorded by a named officer, and unknown until then', () => {
  const probe = { checkedOn: '2026-11-19', proof: '监测报告第 12 号', tries: 200, failed: 4 }
  const record = async (rule: string, raw: unknown, who: Actor = head) =>
    recordSelfCheck(await house.ctx('river', who, at), rule, raw)

  test('V1: unknown, recorded, followed by a newer one, struck out, unknown again', async () => {
    expect((await ruleOf('river', 'V1')).state).toBe('unknown')
    expect(await record('V1', probe)).toMatchObject({ value: { items: [{ state: 'speaks' }] } })
    expect(await ruleOf('river', 'V1')).toMatchObject({ state: 'clear', measured: 2 })
    const newer = await record('V1', { ...probe, failed: 20 })
    if (!newer.ok) throw new Error(newer.refusal.code)
    expect(newer.value.items.map(({ state }) => state).toSorted()).toEqual(['replaced', 'speaks'])
    expect(await ruleOf('river', 'V1')).toMatchObject({ state: 'tripped', measured: 10 })
    const { id = '' } = newer.value.items.find(({ state }) => state === 'speaks') ?? {}
    const ctx = await house.ctx('river', head, at)
    expect(await strikeRecord(ctx, 'V1', id)).toMatchObject({ ok: true })
    expect(await strikeRecord(ctx, 'V1', id)).toMatchObject({ refusal: { code: 'not-found' } })
    expect((await ruleOf('river', 'V1')).state).toBe('unknown')
    const { own } = await recompute(await house.tenant('river'), house.regionCtx(at))
    expect(own).toEqual([])
  })

  test.each([
    ['V1', { ...probe, tries: 139 }, '/tries'],
    ['V1', { ...probe, failed: 201 }, '/failed'],
    ['V1', { ...probe, checkedOn: '2026-11-21' }, '/checkedOn'],
    ['V1', { ...probe, proof: '' }, '/proof'],
    ['V1', { ...probe, object: '某账号' }, '/object'],
    ['V1', { checkedOn: '2026-11-19', proof: '证', absent: true }, '/absent'],
    ['N1', { checkedOn: '2026-11-19', proof: '证', object: '账号' }, '/lastOn'],
    ['N1', { checkedOn: '2026-11-19', proof: '证', object: '甲', lastOn: '2026-11-20' }, '/lastOn'],
    [
      'D2',
      { checkedOn: '2026-11-19', proof: '证', object: '问', replyOn: '2026-11-18' },
      '/replyOn',
    ],
  ])('%s: what is wrong or not asked is refused: %o', async (rule, raw, pointer) => {
    expect(await record(rule, raw)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })

  test('only officers who answer for the site record; rules that the product sees itself take no record', async () => {
    expect(await record('V1', probe, officer('viewer'))).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await record('V2', probe)).toMatchObject({ refusal: { code: 'not-found' } })
    const ctx = await house.ctx('river', { type: 'public' }, at)
    expect(await inspectSelf(ctx)).toMatchObject({ refusal: { code: 'unauthenticated' } })
  })
})

test('an agency’s manifest may set the numbers that are not read in the rule', () => {
  const { settings } = agencies[0] ?? {}
  if (settings === undefined) throw new Error('no agency')
  const own = { N1: { within: 21 }, D2: { points: 3, validDays: 31 } }
  const set = ownRules({ settings: { ...settings, selfInspection: own } })
  expect(set.find(({ id }) => id === 'N1')?.watches).toMatchObject([{ window: { n: 21 } }])
  expect(set.find(({ id }) => id === 'D2')).toMatchObject({ points: 3, hand: { validDays: 31 } })
  expect(set.filter((rule, n) => rule !== ownRules({ settings })[n])).toHaveLength(2)
})

test('row 71: a table of the desk’s day counts what is near and what tripped', async () => {
  const today = await showToday(await house.ctx('east', head, at))
  if (!today.ok) throw new Error(today.refusal.code)
  const { outcomes } = await inspect('east')
  const tripped = outcomes.filter(({ state, rule }) => state === 'tripped' && rule !== 'D3a').length
  expect(today.value.selfInspection).toMatchObject({ tripped })
})

test('an inspection takes two round trips and at most 200 rows beside 40 items, the page of the day one of them', async () => {
  const desk = deskOf(house, 'hill', at)
  for (let n = 0; n < 40; n += 1) await desk.publish({ title: `第${String(n)}项通知` })
  const ctx = await house.ctx('hill', head, at)
  const counted = countingDb(ctx.db)
  counted.reset()
  const done = await inspectSelf({ ...ctx, db: counted.db })
  expect(done.ok).toBe(true)
  const { roundTrips, rowsRead, rowsWritten } = counted.cost()
  expect(roundTrips).toBe(2)
  expect(rowsRead).toBeLessThanOrEqual(200)
  expect(rowsWritten).toBe(0)
  counted.reset()
  expect(await showToday({ ...ctx, db: counted.db })).toMatchObject({ ok: true })
  expect(counted.cost().roundTrips).toBe(2)
})
