import * as z from 'zod'
import { neededText, safeLine, safeText } from '../../document/safe-text.ts'
import { countField, dateField } from '../../shared/validate/fields.ts'
import { answerLimit } from './letter-content.ts'
import { handLines } from './scheme.ts'
import { sheetSchema } from './sheet.ts'

const id = z.string().min(1).max(100)
const period = z.string().max(10)

/** Most marks that officers enter for one agency in one assessment: its sheet travels as one letter. */
export const mostMarks = 20

/** Content of the letter that shows an agency its sheet (考核表送核): what it may object to, and until when. */
export const sheetLetter = z.strictObject({
  bulletin: id,
  period,
  title: safeLine(200),
  sheet: sheetSchema,
  objectBy: dateField,
})

/** Content of the letter by which it objects (考核异议), to some marks. */
export const objectionLetter = z.strictObject({
  bulletin: id,
  marks: z.array(id).min(1).max(50),
  text: neededText(answerLimit),
})

/** Content of the letter that decides on the objection (异议处理): the sheet as it stands then. */
export const objectionReply = z.strictObject({
  bulletin: id,
  verdict: z.enum(['upheld', 'rejected']),
  reason: neededText(answerLimit),
  sheet: sheetSchema,
})

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** A mark that an officer enters (手工记分). */
export const markInput = z.strictObject({
  agency: z.string().max(64),
  line: z.enum(handLines),
  points: countField(1, 50),
  what: safeLine(120),
  proof: safeLine(200),
})

/** An objection as the agency writes it. */
export const objectionInput = z.strictObject({
  marks: z.array(id).min(1).max(50),
  text: neededText(answerLimit),
  version,
})

/** What the office says of an objection. */
export const objectionDecision = z.strictObject({ reason: safeText(answerLimit), version })
