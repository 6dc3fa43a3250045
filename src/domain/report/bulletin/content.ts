import * as z from 'zod'
import { findingStates, returnSchema } from './finding.ts'
import { sheetSchema } from './sheet.ts'

const count = z.number().nullable()

/** A figure of a bulletin (简报数字): a rate with its parts, and the two bases that it is compared with. */
const figure = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  state: z.enum(['value', 'unreported', 'notApplicable', 'noBase']),
  value: count,
  numerator: count,
  denominator: count,
  /** 上期 and 上年同期 */
  previous: count,
  yearBefore: count,
})
export type BulletinFigure = z.output<typeof figure>

/** An agency in the table of a bulletin (机关一行), with all below it; the office itself stands for its own figures. */
const line = z.strictObject({
  agency: z.string(),
  name: z.string(),
  of: z.number(),
  reporting: z.number(),
  received: count,
  decided: count,
  published: count,
  /** answers that came in time, of those that a deadline is known of */
  timely: count,
  timed: count,
  /** place among the agencies below by items published; null for the office itself and who is silent */
  place: count,
})
export type BulletinLine = z.output<typeof line>

const listed = z.strictObject({
  id: z.string(),
  agency: z.string(),
  what: z.string(),
  state: z.enum(findingStates),
  firstPeriod: z.string(),
  times: z.number(),
  dueOn: z.string(),
  /** what it repeats, where it appeared again (再次出现) */ returned: returnSchema
    .nullable()
    .default(null),
})

const rule = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  state: z.enum(['clear', 'near', 'tripped', 'unknown', 'not-applicable']),
  measured: count,
  threshold: z.number(),
  daysLeft: count,
  tripsOn: z.string().nullable(),
  points: z.number(),
})

/**
 * What a bulletin rests on (简报取数): figures, table and coverage, as of when (RFC 3339), under which
 * versions of the agencies' reports, with the corrections of closed months by then.
 */
export const bulletinContent = z.strictObject({
  scope: z.enum(['own', 'subtree']),
  asOf: z.string().nullable(),
  newest: z.string().nullable(),
  corrections: count,
  versions: z.record(z.string(), z.number()),
  coverage: z.strictObject({
    reporting: z.number(),
    of: z.number(),
    /** names of the agencies that have not reported */ missing: z.array(z.string()),
  }),
  figures: z.array(figure),
  lines: z.array(line),
  /** the findings that it carries, in its order */ findings: z.array(listed),
  /** the rules of the self-inspection (自查情况), with the days left before each trips */
  rules: z.array(rule).default([]),
  /** the sheets of an assessment (考核表), the best first */ sheets: z
    .array(sheetSchema)
    .default([]),
  /** the last day on which an agency may object to its sheet (异议期限) */
  objectBy: z.string().nullable().default(null),
})
export type BulletinContent = z.output<typeof bulletinContent>
