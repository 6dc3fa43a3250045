import * as z from 'zod'

/** What an automatic finding is derived from (问题规则); `by-hand` is one that somebody wrote. */
export const findingRules = [
  'late-replies',
  'overdue-open',
  'unreported-months',
  'unreported-cells',
  'blank-month',
  'no-annual-report',
  'self-inspection',
  'by-hand',
] as const
export type FindingRule = (typeof findingRules)[number]

/** States of a finding (问题状态): 未整改, 已答复待确认, 已销号, 不采用. */
export const findingStates = ['open', 'answered', 'closed', 'dropped'] as const
export type FindingState = (typeof findingStates)[number]

/** What a finding rests on (依据): a figure that opens, a list that does, or a proof in words. */
export const evidenceSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('figure'),
    figure: z.string().max(100),
    period: z.string().max(10),
  }),
  z.strictObject({ of: z.literal('coverage'), period: z.string().max(10) }),
  z.strictObject({ of: z.literal('cells'), period: z.string().max(10) }),
  z.strictObject({ of: z.literal('annual-report'), year: z.int() }),
  z.strictObject({ of: z.literal('open-cases') }),
  z.strictObject({ of: z.literal('self-inspection'), rule: z.string().max(20) }),
  z.strictObject({ of: z.literal('proof'), text: z.string().max(300) }),
])
export type FindingEvidence = z.output<typeof evidenceSchema>

/** One thing that befell a finding (问题经过): `on` is a day, `text` what was answered or said of it. */
export const entrySchema = z.strictObject({
  on: z.string(),
  what: z.enum([
    'raised',
    'seen',
    'recurred',
    'sent',
    'answered',
    'left-open',
    'closed',
    'dropped',
  ]),
  period: z.string().nullable(),
  text: z.string().nullable(),
})
export type FindingEntry = z.output<typeof entrySchema>

/** A finding of the ledger (台账中的问题); `times` counts the bulletins in which it stood. */
export type Finding = {
  id: string
  /** identity of an automatic one within its kind of bulletin; null for one written by hand */
  key: string | null
  kind: string
  rule: FindingRule
  /** id of the agency that answers for it */
  agency: string
  what: string
  evidence: FindingEvidence
  firstPeriod: string
  lastPeriod: string
  times: number
  dueOn: string
  version: number
  state: FindingState
  /** the last answer to it that came by letter */
  letterId: string | null
  history: readonly FindingEntry[]
  closedOn: string | null
}

/** Whether a finding still waits (未销号). */
export function isWaiting({ state }: Pick<Finding, 'state'>): boolean {
  return state === 'open' || state === 'answered'
}

/** What a finding that appeared again repeats (再次出现): the bulletin that told of it last, its number, and the day of closing. */
export const returnSchema = z.strictObject({
  period: z.string(),
  number: z.string().nullable(),
  closedOn: z.string(),
})
export type Return = z.output<typeof returnSchema>

/** What a finding repeats; null for one that was never closed. `numbers` are those of the bulletins by period. */
export function returnOf(
  { history, state, firstPeriod }: Pick<Finding, 'history' | 'state' | 'firstPeriod'>,
  numbers: ReadonlyMap<string, string>,
): Return | null {
  if (state === 'closed' || !history.some(({ what }) => what === 'recurred')) return null
  const closed = history.findLastIndex(({ what }) => what === 'closed')
  const closedOn = history[closed]?.on
  if (closedOn === undefined) return null
  const told = history.slice(0, closed).findLast(({ what }) => what === 'sent')
  const period = told?.period ?? firstPeriod
  return { period, number: numbers.get(period) ?? null, closedOn }
}
