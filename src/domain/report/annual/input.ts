import * as z from 'zod'
import { safeText } from '../../document/safe-text.ts'
import { countField } from '../../shared/validate/fields.ts'
import { addProblem } from '../../shared/validate/parse.ts'
import { reportInput } from '../input.ts'
import type { AnnualReport } from '../types.ts'
import { reportSections } from './sections.data.ts'

/** Most characters of all sections together: a report travels upward as one letter. */
export const proseLimit = 12_000

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const text = safeText(proseLimit)

/** The text of the sections; one that is left out stays. */
const proseInput = z
  .strictObject(Object.fromEntries(reportSections.map(({ key }) => [key, text.optional()])))
  .superRefine((prose, ctx) => {
    const length = Object.values(prose).reduce((sum, part) => sum + (part?.length ?? 0), 0)
    if (length > proseLimit) addProblem(ctx, prose, { problem: 'too-long', limit: proseLimit })
  })

const remark = z.strictObject({ at: safeText(120), text: safeText(1000) })

/** The tables of a report that is typed in or imported (补录), of any form. */
export const enteredTables = reportInput
  .pick({ proactive: true, applications: true, reviewLitigation: true, format: true })
  .partial()

/** What each step of a report takes. */
export const reportInputs = {
  start: z.strictObject({
    year: countField(2008, 2100),
    /** figures are typed in, not computed */ entered: z.boolean().optional(),
    tables: enteredTables.optional(),
  }),
  edit: z.strictObject({
    prose: proseInput.optional(),
    reasons: z.record(z.string().max(200), safeText(500)).optional(),
    note: safeText(500).nullable().optional(),
    tables: enteredTables.optional(),
    version,
  }),
  step: z.strictObject({ version }),
  correct: z.strictObject({ note: safeText(500), version }),
} as const

/** What the office above says of a report (年报审核). */
export const decisionInput = z.strictObject({
  remarks: z.array(remark).max(200).optional(),
  opinion: safeText(1000).optional(),
  version,
})

/** Content of the letter that submits a report. */
export const submittedContent = z.strictObject({
  year: countField(2008, 2100),
  edition: countField(1, 1000),
  report: reportInput,
  prose: z.record(z.enum(reportSections.map(({ key }) => key)), text),
  reasons: z.record(z.string().max(200), safeText(500)),
  missing: z.array(safeText(200)).max(2000),
})
export type SubmittedContent = Omit<z.output<typeof submittedContent>, 'report'> & {
  report: AnnualReport
}

/** Content of the letter that answers it. */
export const decidedContent = z.strictObject({
  year: countField(2008, 2100),
  edition: countField(1, 1000),
  verdict: z.enum(['returned', 'cleared']),
  opinion: safeText(1000).nullable(),
  remarks: z.array(remark).max(200),
})
