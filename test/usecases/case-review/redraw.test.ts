import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOnReview } from '../../../src/usecases/case-review/act-on-review.ts'
import { readNotice } from '../../../src/usecases/case-review/notice.ts'
import { showReview } from '../../../src/usecases/case-review/show.ts'
import { startReview } from '../../../src/usecases/case-review/start.ts'
import { type House, openHouse } from '../../support/house.ts'
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

describe('row 89: nobody draws until the cases suit him (案卷评查·再次抽取)', () => {
  test('the same days are not drawn from again while the first is open; days that meet it need a reason, told on both and in the notice', async () => {
    for (const unit of ['甲科', '乙科']) await closedCase(house, 'east', { unit })
    const first = await started(house, 'east')
    const ctx = await house.ctx('east', reviewer, now)
    const wrong = async (raw: object): Promise<unknown> => {
      const done = await startReview(ctx, raw)
      return done.ok || done.refusal.code !== 'invalid' ? null : done.refusal.errors[0]
    }
    expect(await wrong({ ...period, size: 1, reason: '重抽' })).toEqual({
      pointer: '/fromDay',
      problem: 'draw-still-open',
    })
    const other = { ...period, toDay: '2026-06-15', size: 1 }
    expect(await wrong(other)).toEqual({ pointer: '/reason', problem: 'required' })
    expect(await wrong({ ...other, reason: '王小明反映漏抽' })).toEqual({
      pointer: '/reason',
      problem: 'names-applicant',
    })
    const second = valueOf(await startReview(ctx, { ...other, reason: '有来信反映，扩大抽查' }))
    expect(second).toMatchObject({
      reason: '有来信反映，扩大抽查',
      meetings: [{ id: first.id, isLater: false, number: null }],
    })
    expect(valueOf(await showReview(ctx, first.id)).meetings).toMatchObject([
      { id: second.id, isLater: true, reason: '有来信反映，扩大抽查' },
    ])
    await scoreAll(house, 'east', first)
    await issued(house, 'east', first.id)
    const told = JSON.stringify(valueOf(await readNotice(ctx, first.id)))
    expect(told).toContain('又对重叠的日期再次抽取：2026-03-01 至 2026-06-15')
    expect(told).toContain('有来信反映，扩大抽查')
    await scoreAll(house, 'east', second)
    await issued(house, 'east', second.id)
    const since = JSON.stringify(valueOf(await readNotice(ctx, second.id)))
    expect(since).toContain('2026-03-01 至 2026-06-30（此前抽取，案卷评查〔2026〕1号）')
    expect(since).toContain('再次抽取的理由：有来信反映，扩大抽查')

    const again = valueOf(await startReview(ctx, { ...period, size: 1, reason: '回头看' }))
    expect(again.meetings).toHaveLength(2)
    const frozen = JSON.stringify(valueOf(await readNotice(ctx, first.id)))
    expect(frozen).toBe(told)
    expect(await actOnReview(await house.ctx('east', chief, now), first.id, 'reopen', {})).toEqual(
      expect.objectContaining({ ok: false }),
    )
  })

  test('of two who draw from the same days at once one is refused', async () => {
    for (const unit of ['甲科', '乙科']) await closedCase(house, 'west', { unit })
    const ctx = await house.ctx('west', reviewer, now)
    const both = await Promise.all(['a', 'b'].map(() => startReview(ctx, { ...period, size: 1 })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await house.rows('west', 'case_review')).toHaveLength(1)
  })
})
