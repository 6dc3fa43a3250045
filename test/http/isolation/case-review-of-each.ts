import { commit } from '../../../src/store/commit.ts'
import {
  insertReview,
  insertSheets,
  updateReview,
} from '../../../src/store/tenant/case-review/case-review.ts'
import {
  insertOrder,
  type OrderRow,
  updateOrder,
} from '../../../src/store/tenant/case-review/order.ts'
import { officer, type House } from '../../support/house.ts'

/** Puts down a review with a sheet, marked (评查一次): no case of this agency is closed. */
export async function caseReviewOfEach(
  house: House,
  agency: string,
  at: string,
  secret: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const ctx = await house.ctx(agency, officer('head'), at)
  const id = `review-${agency}`
  const row = {
    id,
    version: 1,
    state: 'drawn-up',
    from_day: '2026-01-01',
    to_day: '2026-06-30',
    size: 1,
    seed: 's',
    rule: 'sha256-strata-1',
    population: 1,
    population_digest: '',
    started_by: 's-head',
    started_at: ctx.now,
    remarks: `${secret}要求`,
    drawn_by: '["s-head"]',
    result: JSON.stringify({
      cases: 1,
      average: 100,
      units: [{ unit: `${secret}科`, cases: 1, average: 100 }],
      faults: [],
      lines: [{ number: '1', unit: `${secret}科`, score: 100 }],
    }),
    approved_by: null,
    issued_on: null,
    number_year: null,
    number: null,
    reason: null,
    ordered: null,
    draw: 1,
  }
  const sheet = {
    review_id: id,
    n: 1,
    receipt: null,
    number: `${secret}1号`,
    unit: `${secret}科`,
    outcome: 'granted',
    version: 1,
    state: 'finished',
    reviewer: null,
    barred: '[]',
    handlers: '[]',
    proposed: '[]',
    marks: '[]',
    texts: '{}',
    score: null,
    objection: null,
    objected_by: null,
    verdict: null,
    answer: null,
    remarks: '[]',
    is_sealed: 1,
  }
  const order: OrderRow = {
    id: `order-${agency}`,
    version: 1,
    state: 'drawn-up',
    from_day: '2026-01-01',
    to_day: '2026-06-30',
    percent: 10,
    seed: 's',
    rule: 'sha256-strata-1',
    due_on: '2026-12-31',
    reason: `${secret}理由`,
    ordered_by: 's-head',
    ordered_at: ctx.now,
    remarks: `${secret}要求`,
    drawn_by: '["s-head"]',
    result: null,
    approved_by: null,
    issued_on: null,
    number_year: null,
    number: null,
  }
  await commit(ctx, {
    events: [],
    statements: [
      insertReview(row),
      updateReview(row),
      ...insertSheets([sheet]),
      insertOrder(order),
      updateOrder(order),
    ],
  })
  return {
    'case-reviews': [id],
    'case-review-orders': [order.id],
    papers: ['notice.docx'],
    notices: ['notice.docx'],
    sheets: ['1'],
  }
}
