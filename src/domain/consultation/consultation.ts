import * as z from 'zod'
import { safeText } from '../document/safe-text.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { addWorkingDays } from '../time/working-days.ts'

/** Working days for an answer where an agency sets none; 条例第11条 sets none, 第34条 sets 15 for applications. */
export const usualDays = 15

/** Most characters of a text that a letter carries along. */
const longestText = 15_000

/** What another agency may answer (复函意见): 同意公开, 不同意公开. */
export const answers = ['agree', 'disagree'] as const
export type Answer = (typeof answers)[number]

/** What a letter asks about an item that concerns its recipient (征求意见函). */
export const consultationContent = z.strictObject({
  item: z.string().max(64),
  edition: z.int(),
  digest: z.string().max(128),
  title: z.string().max(300),
  summary: z.string().max(1000).nullable(),
  text: z.string().max(longestText),
  /** only the beginning of the text is here */ isCut: z.boolean(),
  askedOn: z.string().max(10),
  dueOn: z.string().max(10),
})

/** What a letter answers (复函): for the very text that was asked about. */
export const consultationAnswer = z.strictObject({
  item: z.string().max(64),
  digest: z.string().max(128),
  answer: z.enum(answers),
  reason: z.string().max(2000),
  /** role of who answered */ as: z.string().max(40),
})

/** What an officer states with an answer; a refusal needs its reason. */
export const answerInput = z.strictObject({
  answer: z.enum(answers),
  reason: safeText(2000).optional(),
})

/** One question about one text to one agency, and its answer if there is one; times are epoch ms. */
export type Consultation = {
  letterId: string
  agencyId: string
  digest: string
  askedAt: number
  dueOn: string
  answer: string | null
  reason: string | null
  answeredAs: string | null
  answeredAt: number | null
}

/** How an agency stands to a text (征求意见情况): 未征求, 待复函, 逾期未复, 同意, 不同意. */
export type Standing = 'not-asked' | 'waiting' | 'overdue' | 'agreed' | 'disagreed'

/** The day by which an answer is wanted: working days after the day of asking. */
export function consultationDue(calendar: Calendar, today: LocalDate, days: number): LocalDate {
  return addWorkingDays(calendar, today, days).on
}

/** How an agency stands: its newest question counts; silence never becomes consent (条例第11条). */
export function standingOf(
  consultations: readonly Consultation[],
  agencyId: string,
  today: LocalDate,
): Standing {
  const newest = consultations
    .filter((one) => one.agencyId === agencyId)
    .reduce<Consultation | null>(
      (best, one) => (best === null || one.askedAt >= best.askedAt ? one : best),
      null,
    )
  if (newest === null) return 'not-asked'
  if (newest.answer === 'agree') return 'agreed'
  if (newest.answer !== null) return 'disagreed'
  return newest.dueOn < today ? 'overdue' : 'waiting'
}

/** As much of a text as a letter carries. */
export function excerptFor(text: string): { text: string; isCut: boolean } {
  const isCut = text.length > longestText
  return { text: isCut ? text.slice(0, longestText).toWellFormed() : text, isCut }
}
