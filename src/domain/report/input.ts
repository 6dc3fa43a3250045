import * as z from 'zod'
import { safeLine, safeText } from '../document/safe-text.ts'
import { applicationColumns } from '../shared/report-keys.data.ts'
import { proactiveRows } from '../shared/report-proactive.data.ts'
import { ok, refuse, type Result } from '../shared/refusal.ts'
import { countField } from '../shared/validate/fields.ts'
import { addProblem, parseInput } from '../shared/validate/parse.ts'
import { reportFormats } from './forms.data.ts'
import { mostFigure } from './read-figure.ts'
import { reportRows } from './rows.ts'
import { type AnnualReport, reportLevels } from './types.ts'

const cell = countField(0, mostFigure).nullable()
const count = cell.exactOptional()

/** A number within limits that may have decimals. */
function amount(min: number): z.ZodExactOptional<z.ZodNullable<z.ZodType<number>>> {
  return z
    .number()
    .meta({ minimum: min, maximum: mostFigure })
    .superRefine((value, ctx) => {
      if (value >= min && value <= mostFigure) return
      addProblem(ctx, value, { problem: 'out-of-range', min, max: mostFigure })
    })
    .nullable()
    .exactOptional()
}

const proactiveCells = z.strictObject({
  made: count,
  repealed: count,
  inForce: count,
  decisions: count,
  amountWanYuan: amount(0),
  newlyMade: count,
  newlyPublished: count,
  totalPublished: count,
  previousYearItems: count,
  change: amount(-mostFigure),
  projects: count,
  amount: amount(0),
})

const proactive = z.partialRecord(
  z.enum(proactiveRows.map(({ key }) => key)),
  proactiveCells.nullable(),
)
const applications = z.partialRecord(
  z.enum(reportRows),
  z.partialRecord(z.enum(applicationColumns.map(({ key }) => key)), cell).nullable(),
)
const block = z
  .strictObject({ upheld: count, corrected: count, other: count, pending: count, total: count })
  .nullable()
  .exactOptional()

const claim = z.object({
  claim: safeLine(300),
  value: amount(0).unwrap(),
  table: amount(0),
  compare: z.boolean().optional(),
})

/**
 * An annual report as it is sent in: the tables hold only rows and columns of the forms and only whole
 * figures; what stands beside them (source, address, earlier findings) is not read.
 */
export const reportInput = z.object({
  agency: safeLine(200),
  code: safeText(20).nullable().optional(),
  level: z.enum(reportLevels),
  scope: safeText(40).nullable().optional(),
  year: countField(2008, 2100),
  format: z.enum(reportFormats),
  partial: z.boolean().optional(),
  rulemaking: z.boolean().optional(),
  proactive: proactive.nullable().optional(),
  applications: applications.nullable().optional(),
  reviewLitigation: z
    .strictObject({ review: block, litigationDirect: block, litigationAfterReview: block })
    .nullable()
    .optional(),
  narrative: z.array(claim).max(500).nullable().optional(),
})

/** What the checker is asked (年报核对): a report, and that of the year before. */
export const reportCheckInput = z.strictObject({
  report: reportInput,
  previous: reportInput.nullable().optional(),
})

/** Parses a check of unknown shape; a report of a year that has not begun is refused. */
export function parseReportCheck(
  input: unknown,
  thisYear: number,
): Result<{ report: AnnualReport; previous: AnnualReport | null }> {
  const parsed = parseInput(reportCheckInput, input)
  if (!parsed.ok) return parsed
  const { report, previous = null } = parsed.value
  const ahead = Object.entries({ report, previous }).flatMap(([name, one]) =>
    one !== null && one.year > thisYear
      ? [{ pointer: `/${name}/year`, problem: 'in-future' } as const]
      : [],
  )
  return ahead.length > 0 ? refuse({ code: 'invalid', errors: ahead }) : ok({ report, previous })
}
