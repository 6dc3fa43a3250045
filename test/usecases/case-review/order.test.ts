import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LetterKind } from '../../../src/domain/letter/letter.ts'
import { commit } from '../../../src/store/commit.ts'
import { actOnReview } from '../../../src/usecases/case-review/act-on-review.ts'
import { actOnOrder } from '../../../src/usecases/case-review/order/act.ts'
import { readOrderNotice } from '../../../src/usecases/case-review/order/notice.ts'
import { type OrderView, showOrder } from '../../../src/usecases/case-review/order/show.ts'
import { orderReviews } from '../../../src/usecases/case-review/order/start.ts'
import { showReview } from '../../../src/usecases/case-review/show.ts'
import { startReview } from '../../../src/usecases/case-review/start.ts'
import { planLetter } from '../../../src/usecases/letter/plan-letter.ts'
import { carryAll } from '../../jobs/carry.ts'
import { type House, openHouse } from '../../support/house.ts'
import { by } from '../application/answer-house.ts'
import { valueOf } from '../application/retention/ended-case.ts'
import { chief, closedCase, issued, now, period, reviewer, scoreAll } from './review-house.ts'

const late = '2026-08-03T09:00:00+08:00'
const asked = {
  ...period,
  percent: 60,
  reportBy: '2026-07-31',
  agencies: ['river', 'purse', 'hill'],
}

let house: House
let order: OrderView
beforeAll(async () => {
  house = await openHouse()
  for (const [unit, days] of [
    ['甲科', 60],
    ['乙科', 5],
    ['甲科', 5],
  ] as const) {
    await closedCase(house, 'river', { unit, days, name: '欧阳申请' })
  }
  await closedCase(house, 'hill', { unit: '丙科', name: '欧阳申请' })
  house.posted.splice(0)
  order = valueOf(await orderReviews(await ctxOf('east', reviewer), house.regionCtx(now), asked))
})
afterAll(() => house.close())

const ctxOf = (agency: string, who: typeof reviewer, at = now) => house.ctx(agency, who, at)
const carry = (at = now): Promise<void> => carryAll(house, house.posted.splice(0), at)
const shown = async (at = now): Promise<OrderView> =>
  valueOf(await showOrder(await ctxOf('east', reviewer, at), house.regionCtx(at), order.id))

async function finish(agency: string): Promise<void> {
  const view = valueOf(await showReview(await ctxOf(agency, reviewer), order.id))
  await scoreAll(house, agency, view)
  await issued(house, agency, order.id)
}

async function send(
  from: string,
  to: string,
  kind: LetterKind,
  payload: unknown,
  replyTo?: string,
): Promise<boolean> {
  const ctx = await ctxOf(from, chief)
  const about = { to, kind, subject: '再寄', about: 'x', payload }
  const letter = planLetter(ctx, replyTo === undefined ? about : { ...about, replyTo })
  await commit(ctx, letter)
  await carryAll(house, [letter.message, letter.message], now)
  return (await house.rows(to, 'letter_in')).some(({ id }) => id === letter.id)
}

describe('row 89: an office orders reviews of the agencies below it (上级抽查下级案卷)', () => {
  test('agencies that are not right below, days that are not over, a day that is past, and who may not, are refused', async () => {
    const ctx = await ctxOf('east', reviewer)
    const wrong = async (raw: object): Promise<unknown> => {
      const done = await orderReviews(ctx, house.regionCtx(now), { ...asked, ...raw })
      return done.ok || done.refusal.code !== 'invalid' ? null : done.refusal.errors[0]
    }
    expect(await wrong({ agencies: ['river', 'west'] })).toMatchObject({ pointer: '/agencies' })
    expect(await wrong({ toDay: '2026-07-01' })).toMatchObject({ pointer: '/toDay' })
    expect(await wrong({ reportBy: '2026-07-01' })).toMatchObject({ pointer: '/reportBy' })
    expect(await wrong({})).toEqual({ pointer: '/fromDay', problem: 'draw-still-open' })
    expect(await wrong({ toDay: '2026-05-31' })).toEqual({
      pointer: '/reason',
      problem: 'required',
    })
    const clerk = await ctxOf('east', by('s-clerk', 'handler'))
    expect(await orderReviews(clerk, house.regionCtx(now), asked)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('each draws by the seed of the order once, however often the letter comes; none to draw from is told at once', async () => {
    const letters = [...house.posted]
    await carry()
    await carryAll(house, letters, now)
    const river = valueOf(await showReview(await ctxOf('river', reviewer), order.id))
    expect(river).toMatchObject({
      seed: order.seed,
      population: 3,
      size: 2,
      ordered: { by: 'east', name: '试验市东县人民政府', dueOn: '2026-07-31' },
    })
    expect(await house.rows('river', 'case_review')).toHaveLength(1)
    const { fromDay, toDay, percent } = asked
    const { id, seed, rule, dueOn } = order
    const again = { order: id, fromDay, toDay, percent, seed, rule, dueOn }
    expect(await send('east', 'river', 'case-review-order', again)).toBe(true)
    expect(await house.rows('river', 'case_review')).toHaveLength(1)
    expect(await send('west', 'river', 'case-review-order', { ...again, order: 'x' })).toBe(false)
    expect((await shown()).asked.map(({ agency, answeredOn }) => [agency, answeredOn])).toEqual([
      ['hill', null],
      ['purse', '2026-07-01'],
      ['river', null],
    ])
    const own = await startReview(await ctxOf('river', reviewer), { ...period, size: 1 })
    expect(own).toMatchObject({ refusal: { errors: [{ problem: 'draw-still-open' }] } })
  })

  test('what goes up are sums and rows of the sheet: no name, receipt, unit or word', async () => {
    await finish('river')
    const result = (await house.rows('river', 'letter_out')).find(
      ({ kind }) => kind === 'case-review-result',
    )
    expect(String(result?.['payload'])).not.toMatch(/欧阳|SQ-|甲科|乙科|请各科室/)
    const lost = house.posted.splice(0)
    expect((await shown()).result.cases).toBe(0)
    await carryAll(house, [...lost, ...lost], now)
    await carryAll(house, lost, now)
    expect((await shown()).result).toMatchObject({ cases: 2 })
    expect(await house.rows('east', 'event')).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'case-review.answered' })]),
    )
  })

  test('a result that nobody asked for, a second one, and figures that cannot be, change nothing', async () => {
    const before = await house.rows('east', 'case_review_answer')
    const letter = before.find(({ agency }) => agency === 'hill')?.['letter_id']
    const ok = { order: order.id, population: 1, digest: '', cases: 1, total: 100, faults: [] }
    expect(await send('river', 'east', 'case-review-result', ok)).toBe(false)
    expect(await send('west', 'east', 'case-review-result', ok, String(letter))).toBe(false)
    expect(await house.rows('east', 'case_review_answer')).toEqual(before)
    await closedCase(house, 'west', { unit: '丁科' })
    const raw = { ...asked, agencies: ['west'] }
    const region = house.regionCtx(now)
    const other = valueOf(await orderReviews(await ctxOf('pref', chief), region, raw))
    await carry()
    const [row] = await house.rows('pref', 'case_review_answer')
    const wrong = { ...ok, order: other.id, total: 101 }
    const reply = String(row?.['letter_id'])
    expect(await send('west', 'pref', 'case-review-result', wrong, reply)).toBe(false)
    expect(await house.rows('pref', 'case_review_answer')).toEqual([row])
  })

  test('past the due day who is silent is named; the notice ranks, is approved by another and goes down; a late result is noted, not counted', async () => {
    const writer = await ctxOf('east', reviewer)
    const region = house.regionCtx(now)
    expect(await actOnOrder(writer, region, order.id, 'draw-up', {})).toMatchObject({
      refusal: { code: 'step-not-open' },
    })
    const silent = (await shown(late)).asked.filter(({ isOverdue }) => isOverdue)
    expect(silent.map(({ agency }) => agency)).toEqual(['hill'])
    const due = await ctxOf('east', reviewer, late)
    const then = house.regionCtx(late)
    const drawn = valueOf(
      await actOnOrder(due, then, order.id, 'draw-up', { remarks: '限期整改。' }),
    )
    expect(drawn.result).toMatchObject({ cases: 2, silent: [{ agency: 'hill' }] })
    await finish('hill')
    await carry(late)
    expect((await shown(late)).asked.find(({ agency }) => agency === 'hill')).toMatchObject({
      isLate: true,
    })
    expect((await shown(late)).result).toEqual(drawn.result)
    const boss = await ctxOf('east', chief, late)
    expect(await actOnOrder(due, then, order.id, 'approve', {})).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const done = valueOf(await actOnOrder(boss, then, order.id, 'approve', {}))
    expect(done).toMatchObject({ state: 'issued', number: { year: 2026, serial: 1 } })
    const notice = valueOf(await readOrderNotice(boss, then, order.id))
    expect(JSON.stringify(notice)).toMatch(/还没有报送的 1 个机关：/)
    expect(JSON.stringify(notice)).not.toMatch(/欧阳|SQ-/)
    await carry(late)
    for (const agency of ['river', 'purse', 'hill']) {
      const kinds = (await house.rows(agency, 'letter_in')).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'case-review-notice')).toHaveLength(1)
    }
    expect(await actOnReview(await ctxOf('river', chief), order.id, 'reopen', {})).toMatchObject({
      ok: false,
    })
  })
})
