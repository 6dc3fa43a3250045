import * as z from 'zod'
import type { AgencySettings } from '../agency/agency.ts'
import { neededText, safeLine } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import type { Calendar } from '../time/calendar.ts'
import type { LocalDate } from '../time/local-date.ts'
import { addWorkingDays, type ReachedDay } from '../time/working-days.ts'

/** The article by which a complaint about the handling is answered (投诉). */
export const complaintLaw = '政府信息公开条例第47条'

/** What became of a complaint (投诉处理结果): 属实, 部分属实, 不属实. */
export const findings = ['founded', 'partlyFounded', 'unfounded'] as const

/** One of these three. */
export type Finding = (typeof findings)[number]

/** States of a complaint: 待答复, 已答复. */
export const complaintStates = ['filed', 'answered'] as const

/** One of these two. */
export type ComplaintState = (typeof complaintStates)[number]

/** Who brought a complaint in: the applicant with receipt and password, or an officer who took it down. */
export const complaintOrigins = ['applicant', 'desk'] as const

/** One of these two. */
export type ComplaintOrigin = (typeof complaintOrigins)[number]

/** Longest complaint and longest answer to one, in characters. */
export const longestComplaint = 2000

/** What an applicant complains of (投诉内容). */
export const complaintForm = z.strictObject({ text: neededText(longestComplaint) })

/** A complaint that came to the desk (登记投诉): `case` is a receipt or a registration number. */
export const complaintEntry = z.strictObject({
  case: safeLine(80),
  text: neededText(longestComplaint),
  madeOn: dateField.optional(),
})

/** The answer to a complaint (答复投诉). */
export const complaintAnswer = z.strictObject({
  finding: z.enum(findings),
  reply: neededText(longestComplaint),
  version: countField(1, Number.MAX_SAFE_INTEGER).optional(),
})

/** Working days for the answer where the agency sets no other number; the Regulations set none. */
export const usualComplaintDays = 15

/** The last day for the answer to a complaint (投诉答复期限): the agency's own, counted from the day after. */
export function complaintDay(
  madeOn: LocalDate,
  { complaintDays }: Pick<AgencySettings, 'complaintDays'>,
  calendar: Calendar,
): ReachedDay {
  return addWorkingDays(calendar, madeOn, complaintDays ?? usualComplaintDays)
}
