import * as z from 'zod'
import { conversions } from '../shared/conversions.data.ts'
import { outcomeKeys } from '../shared/report-keys.data.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { needed, optional } from './form-fields.ts'
import { factFields } from './instrument/facts.ts'
import { opinions, parties } from './ledger.ts'
import { serviceRoutes } from './service-route.ts'

/** The version that an officer saw; another one means that somebody was faster. */
const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const day = dateField.optional()
const remark = optional(1000)

/** Longest text of a reply (答复内容), in characters. */
export const maxReply = 20_000
/** Longest text of a notice or of what an applicant adds (通知、补正的内容), in characters. */
export const maxNotice = 4000

/** How an applicant may be reached (联系方式). */
export const contactWays = ['phone', 'sms', 'email', 'post', 'visit'] as const

/** What is stated with each step of the lifecycle (各步骤的填报项). */
export const stepInputs = {
  'confirm-receipt': z.strictObject({ confirmedOn: day, version }),
  'note-contact': z.strictObject({
    by: z.enum(contactWays),
    contactedOn: day,
    note: remark,
    version,
  }),
  accept: z.strictObject({ version }),
  'request-correction': z.strictObject({
    unclear: needed(maxNotice),
    guidance: needed(maxNotice),
    days: countField(1, 90),
    noticeOn: day,
    version,
  }),
  correct: z.strictObject({ text: needed(maxNotice), correctedOn: day, version }),
  'ask-reasons': z.strictObject({
    why: needed(maxNotice),
    days: countField(1, 90),
    askedOn: day,
    version,
  }),
  explain: z.strictObject({ text: needed(maxNotice), explainedOn: day, version }),
  assign: z.strictObject({
    unit: needed(60),
    handler: optional(80),
    note: remark,
    version,
  }),
  claim: z.strictObject({ version }),
  'hand-back': z.strictObject({ why: needed(1000), version }),
  split: z.strictObject({ requests: z.array(needed(200)).min(2).max(10), version }),
  transfer: z.strictObject({
    to: needed(80),
    basis: z.enum(['consent', 'one-government']),
    consentedOn: day,
    reason: needed(1000),
    version,
  }),
  'ask-co-unit': z.strictObject({
    unit: needed(60),
    what: needed(maxNotice),
    coDueOn: dateField,
    version,
  }),
  'answer-co-unit': z.strictObject({
    coUnit: countField(1, 99),
    answer: needed(maxNotice),
    answeredOn: day,
    version,
  }),
  'waive-co-unit': z.strictObject({ coUnit: countField(1, 99), why: needed(1000), version }),
  consult: z.strictObject({
    party: z.enum(parties),
    name: needed(120),
    what: needed(maxNotice),
    sentOn: day,
    servedOn: day,
    version,
  }),
  'record-service': z.strictObject({
    consultation: countField(1, 99),
    servedOn: dateField,
    version,
  }),
  'record-opinion': z.strictObject({
    consultation: countField(1, 99),
    opinion: z.enum(opinions),
    reasons: optional(maxNotice),
    servedOn: day,
    returnedOn: day,
    version,
  }),
  extend: z.strictObject({
    days: countField(1, 20),
    reason: needed(1000),
    toldOn: day,
    version,
  }),
  defer: z.strictObject({ until: dateField, reason: needed(1000), version }),
  charge: z.strictObject({
    method: z.enum(['per-item', 'per-page']),
    itemsBefore: countField(0, 10_000).optional(),
    items: countField(1, 1000).optional(),
    pages: countField(1, 100_000).optional(),
    noticeOn: day,
    version,
  }),
  'record-payment': z.strictObject({ paidOn: day, version }),
  draft: z.strictObject({
    outcome: z.enum(outcomeKeys),
    text: needed(maxReply),
    publicInterest: optional(1000),
    ...factFields,
    version,
  }),
  'pass-check': z.strictObject({ opinion: remark, override: remark, version }),
  'send-back': z.strictObject({ why: needed(1000), version }),
  'take-back': z.strictObject({ version }),
  sign: z.strictObject({ version }),
  serve: z.strictObject({
    route: z.enum(serviceRoutes),
    servedOn: day,
    proof: optional(200),
    version,
  }),
  reply: z.strictObject({
    outcome: z.enum(outcomeKeys),
    text: needed(maxReply),
    publicInterest: optional(1000),
    ...factFields,
    repliedOn: day,
    version,
  }),
  close: z.strictObject({ version }),
  archive: z.strictObject({ version }),
  withdraw: z.strictObject({ withdrawnOn: day, note: remark, version }),
  abandon: z.strictObject({ version }),
  convert: z.strictObject({
    kind: z.enum(conversions),
    pointedTo: needed(1000),
    convertedOn: day,
    version,
  }),
  'reopen-as-application': z.strictObject({ why: needed(1000), version }),
} as const

/** A step that somebody takes; the queue's own steps take no input. */
export type StepAction = keyof typeof stepInputs

/** What a step is given, parsed. */
export type StepInput<A extends StepAction> = z.output<(typeof stepInputs)[A]>

/** Tells a step from other words. */
export function isStepAction(word: string): word is StepAction {
  return Object.hasOwn(stepInputs, word)
}
