import type { ReviewLitigationBlock } from '../shared/report-keys.data.ts'
import type { LocalDate } from '../time/local-date.ts'

/** Kinds of dispute (争议种类): 行政复议, 未经复议直接起诉, 复议后起诉; the blocks of the report's table 4. */
export const kinds = [
  'review',
  'litigationDirect',
  'litigationAfterReview',
] as const satisfies readonly ReviewLitigationBlock[]

/** One of these three. */
export type Kind = (typeof kinds)[number]

/** How a reconsideration organ hears a case (审理程序): 普通程序, 简易程序 (行政复议法第53条). */
export const procedures = ['ordinary', 'simple'] as const

/** One of these two. */
export type Procedure = (typeof procedures)[number]

/** How a dispute ended (审结结果): 结果维持, 结果纠正, 其他结果. */
export const results = ['upheld', 'corrected', 'other'] as const

/** One of these three. */
export type DisputeResult = (typeof results)[number]

/** States of a dispute: 待答复, 已答复, 已审结, 已重新办理, 已撤销登记. */
export const states = ['registered', 'answered', 'decided', 'redone', 'cancelled'] as const

/** One of these. */
export type State = (typeof states)[number]

/** What is done with a dispute: 提交答复或答辩, 登记结果, 更正审结登记, 重新办理原申请, 撤销登记. */
export const actions = ['answer', 'decide', 'amend', 'redo', 'cancel'] as const

/** One of these. */
export type Action = (typeof actions)[number]

/** What a file of a dispute is (材料种类): 申请书或起诉状副本, 答复书或答辩状, 决定书或裁判文书, 其他. */
export const filePurposes = ['claim', 'answer', 'decision', 'other'] as const

/** One of these. */
export type FilePurpose = (typeof filePurposes)[number]

/** A dispute (复议、诉讼) as its rules look at it: nothing personal. */
export type Dispute = {
  id: string
  version: number
  state: State
  kind: Kind
  procedure: Procedure | null
  organ: string
  caseNumber: string | null
  /** the receipt of the application in dispute, null for one that is not in the system */
  application: string | null
  /** id of the reconsideration after which the suit was brought */
  follows: string | null
  acceptedOn: LocalDate
  receivedOn: LocalDate | null
  answeredOn: LocalDate | null
  decidedOn: LocalDate | null
  result: DisputeResult | null
}

/** Tells an action from other words. */
export function isAction(word: string): word is Action {
  return actions.some((action) => action === word)
}
