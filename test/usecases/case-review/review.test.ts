import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawSample } from '../../../src/domain/case-review/sample.ts'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { actOnReview } from '../../../src/usecases/case-review/act-on-review.ts'
import { actOnSheet } from '../../../src/usecases/case-review/act-on-sheet.ts'
import { listReviews } from '../../../src/usecases/case-review/list.ts'
import { readNotice } from '../../../src/usecases/case-review/notice.ts'
import { showReview } from '../../../src/usecases/case-review/show.ts'
import { showSheet, type SheetView } from '../../../src/usecases/case-review/show-sheet.ts'
import { startReview } from '../../../src/usecases/case-review/start.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { type House, openHouse } from '../../support/house.ts'
import { by, checker, handler, head } from '../application/answer-house.ts'
import { valueOf } from '../application/retention/ended-case.ts'
import {
  chief,
  closedCase,
  issued,
  now,
  period,
  reviewer,
  scoreAll,
  started,
} from './review-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const step = async (
  agency: string,
  who: Actor,
  sheet: { id: string; n: number },
  action: string,
  raw: object = {},
): Promise<SheetView> =>
  valueOf(await actOnSheet(await house.ctx(agency, who, now), sheet.id, sheet.n, action, raw))

const declined = async (
  agency: string,
  who: Actor,
  sheet: { id: string; n: number },
  action: string,
  raw: object = {},
): Promise<string | null> => {
  const done = await actOnSheet(await house.ctx(agency, who, now), sheet.id, sheet.n, action, raw)
  return done.ok ? null : done.refusal.code
}

describe('row 89: closed cases are sampled, scored and made known (案卷评查)', () => {
  test('what was drawn is frozen with seed, rule and population, and can be drawn again from them', async () => {
    const receipts: string[] = []
    for (const unit of ['法规科', '法规科', '规划科', '法规科'])
      receipts.push(await closedCase(house, 'east', { unit }))
    const view = await started(house, 'east', 2)
    expect(view).toMatchObject({ population: 4, size: 2, rule: 'sha256-strata-1', state: 'open' })
    expect(new Set(view.sheets.map(({ unit }) => unit))).toEqual(new Set(['法规科', '规划科']))
    const population = receipts.map((receipt, at) => ({
      receipt,
      unit: at === 2 ? '规划科' : '法规科',
      outcome: 'granted',
    }))
    const again = await drawSample(view.seed, population, 2)
    expect(view.sheets.map(({ receipt }) => receipt)).toEqual(again.map(({ receipt }) => receipt))
    const ctx = await house.ctx('east', reviewer, now)
    const more = { fromDay: '2026-03-01', toDay: '2026-06-29', percent: 75, reason: '复核' }
    expect(valueOf(await startReview(ctx, more)).size).toBe(3)
    expect(valueOf(await listReviews(ctx)).items).toHaveLength(2)
  })

  test('days without a case, in the future or turned round, and two sizes at once, are refused', async () => {
    const ctx = await house.ctx('east', reviewer, now)
    const wrong = async (raw: object): Promise<unknown> => {
      const done = await startReview(ctx, raw)
      return done.ok || done.refusal.code !== 'invalid' ? null : done.refusal.errors[0]
    }
    const early = { fromDay: '2020-01-01', toDay: '2020-01-31', size: 1 }
    expect(await wrong(early)).toEqual({ pointer: '/fromDay', problem: 'no-closed-case' })
    expect(await wrong({ ...early, toDay: '2019-01-01' })).toMatchObject({ problem: 'before' })
    expect(await wrong({ ...period, toDay: '2027-01-01', size: 1 })).toMatchObject({
      problem: 'in-future',
    })
    expect(await wrong({ ...period, size: 1, percent: 5 })).toMatchObject({ problem: 'one-of' })
    expect(await wrong({ ...period })).toMatchObject({ problem: 'one-of' })
    const viewer = await house.ctx('east', by('s-handler', 'handler'), now)
    expect(await startReview(viewer, { ...period, size: 1 })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('a late answer and a case not filed are found with their days; the reviewer confirms or rejects with a reason', async () => {
    await closedCase(house, 'west', { unit: '法规科', days: 60, isFiled: false })
    const { id } = await started(house, 'west')
    const sheet = { id, n: 1 }
    const shown = valueOf(await showSheet(await house.ctx('west', reviewer, now), id, 1))
    const found = shown.rows.filter(({ evidence }) => evidence !== null)
    expect(found.map(({ code, deducted }) => [code, deducted])).toEqual([
      ['B1', 15],
      ['E2', 4],
    ])
    expect(found[0]?.evidence).toMatch(/答复期限届满日为 2026-03-30，实际于 2026-05-01 答复/)
    expect(shown.score).toBe(81)
    const bare = { rows: [{ code: 'E2', points: 0 }] }
    expect(await declined('west', reviewer, sheet, 'save', bare)).toBe('invalid')
    const manual = { code: 'C1', points: 3, reason: '没有回应第二项申请', record: 'reply' }
    const told = { rows: [{ ...manual, reason: '王小明申请的第二项没有回应' }] }
    expect(await declined('west', reviewer, sheet, 'save', told)).toBe('invalid')
    const filed = { code: 'E2', points: 0, reason: '已移交档案室，登记在纸质台账' }
    const saved = await step('west', reviewer, sheet, 'save', { rows: [manual, filed] })
    expect(saved).toMatchObject({ score: 82, reviewer: 's-reviewer', version: 2 })
    expect(await declined('west', reviewer, sheet, 'save', { rows: [], version: 1 })).toBe('stale')
    expect(await step('west', reviewer, sheet, 'finish')).toMatchObject({ state: 'finished' })
    expect(await declined('west', reviewer, sheet, 'save', { rows: [] })).toBe('step-not-open')
  })

  test('who handled, checked or signed a case never scores it, and two never score the same', async () => {
    await closedCase(house, 'purse', { unit: '法规科' })
    const { id } = await started(house, 'purse')
    const sheet = { id, n: 1 }
    for (const who of [handler, checker, head]) {
      expect(await declined('purse', who, sheet, 'save', { rows: [] })).toBe('same-person')
      const shown = valueOf(await showSheet(await house.ctx('purse', who, now), id, 1))
      expect(shown).toMatchObject({ isBarred: true, actions: [] })
    }
    expect(await declined('purse', reviewer, sheet, 'finish')).toBe('step-not-open')
    await step('purse', reviewer, sheet, 'save', { rows: [] })
    expect(await declined('purse', chief, sheet, 'save', { rows: [] })).toBe('forbidden')
    expect(await declined('purse', chief, sheet, 'finish')).toBe('forbidden')
  })

  test('the handler objects once; upheld, the sheet opens again; the notice waits for the answer', async () => {
    await closedCase(house, 'hill', { unit: '法规科', isFiled: false })
    const { id } = await started(house, 'hill')
    const sheet = { id, n: 1 }
    const writer = await house.ctx('hill', reviewer, now)
    expect(await actOnReview(writer, id, 'draw-up', {})).toMatchObject({
      refusal: { code: 'step-not-open' },
    })
    await step('hill', reviewer, sheet, 'save', { rows: [] })
    expect(await declined('hill', handler, sheet, 'object', { text: '已归档' })).toBe(
      'step-not-open',
    )
    await step('hill', reviewer, sheet, 'finish')
    expect(await declined('hill', checker, sheet, 'object', { text: '已归档' })).toBe('forbidden')
    await step('hill', handler, sheet, 'object', { text: '案卷已于评查前归档' })
    expect(await declined('hill', handler, sheet, 'object', { text: '再说' })).toBe('step-not-open')
    expect(await actOnReview(writer, id, 'draw-up', {})).toMatchObject({
      refusal: { code: 'step-not-open' },
    })
    const upheld = { verdict: 'upheld', text: '已核对移交清单' }
    expect(await declined('hill', chief, sheet, 'answer', upheld)).toBe('forbidden')
    expect(await step('hill', reviewer, sheet, 'answer', upheld)).toMatchObject({ state: 'draft' })
    const row = { code: 'E2', points: 0, reason: '异议成立' }
    await step('hill', reviewer, sheet, 'save', { rows: [row] })
    expect(await step('hill', reviewer, sheet, 'finish')).toMatchObject({ score: 100 })
    expect(await declined('hill', handler, sheet, 'object', { text: '再说' })).toBe('step-not-open')
  })

  test('from the draw to the issued notice: figures, no applicant, another head approves, then all is frozen', async () => {
    await closedCase(house, 'river', { unit: '法规科', name: '欧阳申请', days: 60 })
    await closedCase(house, 'river', { unit: '规划科', name: '欧阳申请' })
    const view = await started(house, 'river')
    const writer = await house.ctx('river', chief, now)
    expect(await readNotice(writer, view.id)).toMatchObject({ refusal: { code: 'not-found' } })
    await scoreAll(house, 'river', view)
    const told = { remarks: '欧阳申请的两件尤其突出' }
    expect(await actOnReview(writer, view.id, 'draw-up', told)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/remarks', problem: 'names-applicant' }] },
    })
    const drawn = valueOf(await actOnReview(writer, view.id, 'draw-up', { remarks: '限期整改。' }))
    expect(drawn.actions).toEqual(['edit', 'reopen'])
    expect(await actOnReview(writer, view.id, 'approve', {})).toMatchObject({
      refusal: { code: 'same-person' },
    })
    const officer = await house.ctx('river', reviewer, now)
    expect(await actOnReview(officer, view.id, 'approve', {})).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(
      await actOnReview(officer, view.id, 'edit', { remarks: '改', version: 1 }),
    ).toMatchObject({
      refusal: { code: 'stale' },
    })
    valueOf(await actOnReview(officer, view.id, 'reopen', {}))
    expect(await declined('river', reviewer, { id: view.id, n: 1 }, 'finish')).toBe('step-not-open')
    const done = await issued(house, 'river', view.id)
    expect(done).toMatchObject({
      state: 'issued',
      issuedOn: '2026-07-01',
      number: { year: 2026, serial: 1 },
      result: { cases: 2, average: 92.5, faults: [{ code: 'B1', cases: 1, points: 15 }] },
    })
    const notice = valueOf(await readNotice(officer, view.id))
    const text = JSON.stringify(notice)
    expect(notice.docNumber).toBe('案卷评查〔2026〕1号')
    expect(text).toMatch(/请各科室对照整改/)
    expect(text).not.toMatch(/欧阳|的合同|110105|13800001234/)
    for (const { receipt, number } of done.sheets) {
      expect(text).not.toContain(receipt)
      expect(text).toContain(number)
    }
    for (const action of ['draw-up', 'edit', 'reopen', 'approve']) {
      const raw = action === 'edit' ? { remarks: '改' } : {}
      expect(await actOnReview(writer, view.id, action, raw)).toMatchObject({
        refusal: { code: 'step-not-open' },
      })
    }
    expect(
      await declined('river', handler, { id: view.id, n: 1 }, 'object', { text: '迟了' }),
    ).toBe('step-not-open')
    expect(valueOf(await showReview(officer, view.id)).actions).toEqual([])
    const job = await house.ctx('river', { type: 'system', job: 'recompute' }, now)
    expect((await recompute(job, house.regionCtx(now))).own).toEqual([])
  })

  test('sheets of one review are filled in at once without getting in each other’s way', async () => {
    for (const unit of ['甲科', '乙科', '丙科']) await closedCase(house, 'pref', { unit })
    const view = await started(house, 'pref')
    const ctx = await house.ctx('pref', reviewer, now)
    const saved = await Promise.all(
      view.sheets.map(({ n }) => actOnSheet(ctx, view.id, n, 'save', { rows: [] })),
    )
    expect(saved.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(valueOf(await showReview(ctx, view.id)).version).toBe(4)
  })
})
