import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationsOf } from '../../scripts/demo/applications.ts'
import { caseReviewsOf } from '../../scripts/demo/case-reviews.ts'
import { playCaseReviews } from '../../scripts/demo/play-case-reviews.ts'
import { playCase } from '../../scripts/demo/play-case.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { type House, officer, openHouse } from '../support/house.ts'

const now = '2026-11-26T17:00:00+08:00'
const today = localDate('2026-11-26')
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 89: the demonstration has a review issued, one with an objection, and one ordered whose silent agency is known', async () => {
  const [script] = caseReviewsOf(
    registry.map(({ agency }) => agency),
    today,
  )
  if (script === undefined) throw new Error('no reviews')
  const places = new Map([
    [script.issued, 'west'],
    [script.scored, 'pref'],
    [script.office, 'east'],
    ...script.below.map((id, at) => [id, ['purse', 'river', 'hill'][at] ?? ''] as const),
  ])
  expect(script.below.length).toBe(4)
  const cases = applicationsOf()
  for (const [id, place] of places) {
    if (place === '') continue
    for (const one of (cases.get(id) ?? []).filter(
      (_, at) => id !== script.scored || at % 6 === 0,
    )) {
      await playCase(one, officer('registrar', 'head', 'handler'), async (at) => ({
        ...(await house.ctx(place, { type: 'system', job: 'demo' })),
        now: at,
      }))
    }
  }
  const theatre = {
    ctx: async (id: string, at: number) => ({ ...(await house.ctx(id)), now: at }),
    region: house.regionCtx(now),
  }
  const place = (id: string): string => places.get(id) ?? ''
  const moved = {
    ...script,
    issued: place(script.issued),
    scored: place(script.scored),
    office: place(script.office),
    below: script.below.map(place).filter((id) => id !== ''),
  }
  await playCaseReviews(theatre, moved)
  await playCaseReviews(theatre, moved)
  expect(await house.rows('west', 'case_review')).toMatchObject([{ state: 'issued', number: 1 }])
  expect(await house.rows('pref', 'case_review')).toMatchObject([{ state: 'open' }])
  const sheets = await house.rows('pref', 'case_review_sheet')
  expect(sheets.filter(({ objection }) => objection !== null)).toHaveLength(1)
  expect(sheets.some(({ state }) => state === 'draft')).toBe(true)
  const answers = await house.rows('east', 'case_review_answer')
  expect(answers.filter(({ result }) => result !== null)).toHaveLength(moved.below.length - 1)
  expect(await house.rows('purse', 'case_review')).toMatchObject([{ state: 'issued' }])
}, 120_000)
