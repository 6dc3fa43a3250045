import * as z from 'zod'
import { neededText, safeText } from '../document/safe-text.ts'
import type { Transition } from '../shared/machine.ts'
import { dateField, countField } from '../shared/validate/fields.ts'

/** States of a filing at the upper agency (备案审查的状态): 待审查, 通过, 退回, 撤销, 已办结. */
export const filingStates = ['open', 'accepted', 'returned', 'revoked', 'closed'] as const
export type FilingState = (typeof filingStates)[number]

/** What the upper agency may do with a filing: 通过, 退回, 撤销; closing comes with the maker's letter. */
export const filingActions = ['accept', 'return', 'revoke', 'close'] as const
export type FilingAction = (typeof filingActions)[number]

const law = '国办发〔2018〕37号（备案监督，有件必备、有备必审、有错必纠）'
const reviewers = ['head', 'legal-reviewer'] as const

/** The lifecycle of a filing at the upper agency (备案审查流转表). */
export const filingLifecycle: readonly Transition<FilingState, FilingAction>[] = [
  { from: 'open', action: 'accept', to: 'accepted', roles: reviewers, law },
  { from: 'open', action: 'return', to: 'returned', roles: reviewers, law },
  { from: 'open', action: 'revoke', to: 'revoked', roles: ['head'], law },
  { from: 'returned', action: 'revoke', to: 'revoked', roles: ['head'], law },
  { from: 'open', action: 'close', to: 'closed', roles: ['system'], law },
  { from: 'returned', action: 'close', to: 'closed', roles: ['system'], law },
  { from: 'accepted', action: 'close', to: 'closed', roles: ['system'], law },
]

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const id = z.string().max(64)

/** What a letter says that files a document upward (备案报告); `corrects` is the filing that was returned. */
export const filingContent = z.strictObject({
  document: id,
  item: id,
  number: z.string().max(100),
  title: z.string().max(300),
  maker: z.string().max(100),
  publishedOn: day,
  effectiveOn: day,
  expiresOn: day.nullable(),
  filedOn: day,
  fileBy: day,
  opinion: z.string().max(2000),
  text: z.string().max(15_000),
  isCut: z.boolean(),
  corrects: id.nullable(),
  note: z.string().max(2000).nullable(),
})
export type FilingContent = z.output<typeof filingContent>

/** What the upper agency's letter says of a filing (备案审查意见). */
export const filingReply = z.strictObject({
  filing: id,
  document: id,
  verdict: z.enum(['accepted', 'returned', 'revoked']),
  opinion: z.string().max(2000),
  correctBy: day.nullable(),
})

/** What a letter tells the upper agency of a filed document whose force has ended (处理结果). */
export const filingOutcome = z.strictObject({
  filing: id,
  document: id,
  outcome: z.enum(['amended', 'repealed', 'revoked', 'expired']),
  on: day,
})

/** A filing from an agency below (下级报备). */
export type Filing = {
  letterId: string
  version: number
  state: FilingState
  sender: string
  documentId: string
  number: string
  title: string
  publishedOn: string
  filedOn: string
  /** day by which the maker had to file it */ fileBy: string
  /** day by which it is to be reviewed */ dueOn: string
  opinion: string | null
  decidedOn: string | null
  correctBy: string | null
  outcome: string | null
  outcomeOn: string | null
}

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const reason = neededText(2000)

/** What an officer states with each step of a filing. */
export const filingInputs = {
  accept: z.strictObject({ opinion: safeText(2000).optional(), version }),
  return: z.strictObject({ opinion: reason, correctBy: dateField, version }),
  revoke: z.strictObject({ opinion: reason, version }),
} as const

/** A step of a filing that somebody at a desk takes. */
export type FilingDeskAction = keyof typeof filingInputs

/** Tells such a step from other words. */
export function isFilingAction(word: string): word is FilingDeskAction {
  return Object.hasOwn(filingInputs, word)
}
