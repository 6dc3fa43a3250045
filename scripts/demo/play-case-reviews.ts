import * as z from 'zod'
import { actOnReview } from '../../src/usecases/case-review/act-on-review.ts'
import { actOnSheet } from '../../src/usecases/case-review/act-on-sheet.ts'
import { listReviews } from '../../src/usecases/case-review/list.ts'
import { listOrders } from '../../src/usecases/case-review/order/show.ts'
import { orderReviews } from '../../src/usecases/case-review/order/start.ts'
import { type ReviewView, showReview } from '../../src/usecases/case-review/show.ts'
import { startReview } from '../../src/usecases/case-review/start.ts'
import { carryLetters, must, openStage, type Stage, type Theatre } from './stage.ts'

/** The reviews of closed cases in the demonstration (案卷评查演示脚本); days are YYYY-MM-DD. */
export const caseReviewScript = z.strictObject({
  issued: z.string(),
  scored: z.string(),
  office: z.string(),
  below: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  on: z.string(),
  reportBy: z.string(),
})
export type CaseReviewScript = z.output<typeof caseReviewScript>

const remarks =
  '请各承办科室对照评查发现的问题逐件核对，本月底前整改到位；答复文书的说理和条款引用由法制人员统一把关。'
/** What reviewers find beside the records, such as any file may have; each agency its own. */
const given = [
  { code: 'D2', points: 2, reason: '答复文书的落款日期与签发日期不一致', record: 'reply' },
  { code: 'A1', points: 1, reason: '登记表没有填写申请人要求的获取方式', record: 'application' },
  { code: 'B4', points: 3, reason: '科室之间移交没有记录经手人和日期', record: 'history' },
] as const

/** Plays the reviews of closed cases (案卷评查): one issued, one with an objection, one ordered from above. */
export async function playCaseReviews(theatre: Theatre, script: CaseReviewScript): Promise<void> {
  const { issued, scored, office, from, to, on } = script
  const stage = openStage(theatre, issued)
  const whole = await begin(stage, issued, { fromDay: from, toDay: to, size: 6 }, on)
  if (whole !== null) {
    await score(stage, issued, whole, { on, count: whole.sheets.length, fault: 0 })
    await issue(stage, issued, whole.id, on)
  }
  const open = openStage(theatre, scored)
  const part = await begin(open, scored, { fromDay: from, toDay: to, size: 4 }, on)
  if (part !== null) {
    await score(open, scored, part, { on, count: Math.ceil(part.sheets.length / 2), fault: 1 })
    await object(open, scored, part.id, on)
  }
  await ordered(openStage(theatre, office), script)
}

/** Starts a review; null where it was begun before, or where there is no closed case to draw from. */
async function begin(
  stage: Stage,
  agency: string,
  raw: object,
  on: string,
): Promise<ReviewView | null> {
  const ctx = await stage.as('information-officer', stage.at(on, 0, 560), agency)
  if (must(await listReviews(ctx), 'reviews').items.length > 0) return null
  const done = await startReview(ctx, raw)
  const isEmpty =
    !done.ok &&
    done.refusal.code === 'invalid' &&
    done.refusal.errors[0]?.problem === 'no-closed-case'
  return isEmpty ? null : must(done, `review of ${agency}`)
}

/** Scores the first sheets by one who had no part in the cases; the second one loses points by hand. */
async function score(
  stage: Stage,
  agency: string,
  { id, sheets }: Pick<ReviewView, 'id' | 'sheets'>,
  { on, count, fault }: { on: string; count: number; fault: number },
): Promise<void> {
  const ctx = await stage.as('legal-reviewer', stage.at(on, 2, 600), agency)
  for (const { n } of sheets.slice(0, count)) {
    const rows = n === 2 ? given.slice(fault, fault + 1) : []
    must(await actOnSheet(ctx, id, n, 'save', { rows }), `save ${n}`)
    must(await actOnSheet(ctx, id, n, 'finish', {}), `finish ${n}`)
  }
}

async function issue(stage: Stage, agency: string, id: string, on: string): Promise<void> {
  const writer = await stage.as('information-officer', stage.at(on, 4, 600), agency)
  must(await actOnReview(writer, id, 'draw-up', { remarks }), 'draw up')
  const head = await stage.as('head', stage.at(on, 5, 620), agency)
  must(await actOnReview(head, id, 'approve', {}), 'approve')
}

/** Who handled the first case objects to its score. */
async function object(stage: Stage, agency: string, id: string, on: string): Promise<void> {
  const ctx = await stage.as('handler', stage.at(on, 3, 600), agency)
  const row = await ctx.db
    .prepare('SELECT handlers FROM case_review_sheet WHERE review_id = ? AND n = 1')
    .bind(id)
    .first<{ handlers: string }>()
  const [who] = z.array(z.string()).parse(JSON.parse(row?.handlers ?? '[]'))
  if (who === undefined || ctx.actor.type !== 'staff') return
  const text = '案卷已经移交档案室，归档登记在纸质台账上，请核对。'
  const own = { ...ctx, actor: { ...ctx.actor, id: who } }
  must(await actOnSheet(own, id, 1, 'object', { text }), 'object')
}

/** The county orders reviews of its bureaus; all but the last one send their results. */
async function ordered(
  stage: Stage,
  { office, below, from, to, on, reportBy }: CaseReviewScript,
): Promise<void> {
  if (below.length === 0) return
  const ctx = await stage.as('information-officer', stage.at(on, 0, 640))
  if (must(await listOrders(ctx), 'orders').items.length > 0) return
  const raw = { fromDay: from, toDay: to, percent: 40, reportBy, agencies: below }
  const order = must(await orderReviews(ctx, stage.region, raw), 'order')
  for (const agency of below) {
    await carryLetters(stage, { from: office, to: agency, at: stage.at(on, 0, 660) })
  }
  for (const [at, agency] of below.slice(0, -1).entries()) {
    const own = await stage.as('information-officer', stage.at(on, 1, 560), agency)
    const drawn = await showReview(own, order.id)
    if (drawn.ok) {
      const count = drawn.value.sheets.length
      await score(stage, agency, drawn.value, { on, count, fault: at % given.length })
      await issue(stage, agency, order.id, on)
    }
    await carryLetters(stage, { from: agency, to: office, at: stage.at(on, 5, 660) })
  }
}
