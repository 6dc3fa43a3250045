import * as z from 'zod'
import type { AgencyFacts } from './facts.ts'
import { evidenceSchema } from './finding.ts'
import { type AssessmentLine, assessmentLines, type Band, type Scheme } from './scheme.ts'

/** A mark on a line of a sheet (记分): derived from the figures, or entered by a named person with a proof. */
export const markSchema = z.strictObject({
  id: z.string().max(100),
  line: z.enum(assessmentLines),
  points: z.number(),
  what: z.string().max(200),
  evidence: evidenceSchema,
  /** name of who entered it; null where it follows from the figures */
  by: z.string().nullable(),
  /** why it was struck after an objection (撤销理由) */ struck: z.string().nullable(),
})
export type Mark = z.output<typeof markSchema>

/** The sheet of an agency (考核表): its marks, total, band and place. */
export const sheetSchema = z.strictObject({
  agency: z.string(),
  name: z.string(),
  marks: z.array(markSchema),
  /** what each line keeps, or takes and gives for the last two */
  lines: z.array(z.strictObject({ line: z.enum(assessmentLines), points: z.number() })),
  total: z.number(),
  band: z.string(),
  place: z.number(),
})
export type Sheet = z.output<typeof sheetSchema>

const onTop: ReadonlySet<AssessmentLine> = new Set(['criticism', 'praise'])

/** Derives the marks of an agency from the figures (自动记分): no fact costs twice, what nobody reported costs nothing here. */
export function marksOf(facts: AgencyFacts, { monthlyQuota, points }: Scheme): Mark[] {
  const auto = (id: string, line: AssessmentLine, cost: number, what: string): Mark => ({
    id: `${facts.agency}/${id}`,
    line,
    points: cost,
    what,
    evidence: { of: 'figure', figure: 'items.all.published', period: id },
    by: null,
    struck: null,
  })
  const months = facts.months.flatMap(({ month, published }) => {
    if (published === null || published >= Math.max(1, monthlyQuota)) return []
    return published === 0
      ? [auto(month, 'publication', points.blankMonth, `${month} 空白`)]
      : [
          auto(
            month,
            'publication',
            points.belowQuota,
            `${month} 公开 ${published} 条，少于 ${monthlyQuota} 条`,
          ),
        ]
  })
  if (facts.lackingReport === null) return months
  const year = facts.lackingReport
  const lacking = auto(
    `report-${year}`,
    'annual-report',
    points.noAnnualReport,
    `没有按期报送 ${year} 年度报告`,
  )
  return [...months, { ...lacking, evidence: { of: 'annual-report', year } }]
}

/** Works sheets out (核分): a line never falls below zero, struck marks count nothing, equal totals share a place. */
export function scored(
  all: readonly Pick<Sheet, 'agency' | 'name' | 'marks'>[],
  scheme: Scheme,
): Sheet[] {
  const totals = all.map(({ agency, name, marks }) => {
    const lines = assessmentLines.map((line) => ({ line, points: kept(line, marks, scheme) }))
    const sum = lines.reduce(
      (total, { line, points }) => total + (line === 'criticism' ? -points : points),
      0,
    )
    const total = Math.max(0, sum)
    return { agency, name, marks: [...marks], lines, total, band: bandOf(total, scheme.bands) }
  })
  return totals
    .map((sheet) =>
      Object.assign(sheet, { place: 1 + totals.filter(({ total }) => total > sheet.total).length }),
    )
    .toSorted((a, b) => a.place - b.place)
}

/** What a line keeps of its cap, or for criticism and praise the points of its marks up to the cap. */
function kept(line: AssessmentLine, marks: readonly Mark[], { caps }: Scheme): number {
  const sum = marks
    .filter((mark) => mark.line === line && mark.struck === null)
    .reduce((points, mark) => points + mark.points, 0)
  const counted = Math.min(caps[line], sum)
  return onTop.has(line) ? counted : caps[line] - counted
}

function bandOf(total: number, bands: readonly Band[]): string {
  const reached = bands.filter(({ from }) => total >= from).toSorted((a, b) => b.from - a.from)
  return reached[0]?.name ?? ''
}
