import { applicationColumns, reviewLitigationColumns } from '../shared/report-keys.data.ts'
import { cellOf } from './cells.ts'
import { claimForms } from './claims.data.ts'
import type { ReportFinding } from './finding.ts'
import { reportRows } from './rows.ts'
import type { AnnualReport, NarrativeClaim } from './types.ts'

/**
 * Figures of the text against the tables (正文与表格一致): against the figure that a claim names, and
 * where its words are the usual ones against the tables themselves, whatever the claim says they say.
 */
export function checkNarrative(report: AnnualReport): ReportFinding[] {
  return (report.narrative ?? []).flatMap((claim) => {
    const expected = claim.compare === false ? null : otherFigure(report, claim)
    const at = { table: 'narrative', row: claim.claim } as const
    const severity = claim.isGuess === true ? 'warning' : 'error'
    return expected === null
      ? []
      : [{ rule: 'narrativeMismatch', severity, ...at, expected, actual: claim.value }]
  })
}

/** The figure that a claim should state, null where it agrees or nothing is known. */
function otherFigure(report: AnnualReport, { claim, value, table }: NarrativeClaim): number | null {
  if (value === null) return null
  if (table != null && table !== value) return table
  const readings = readingsOf(report, claim)
  const [likeliest] = readings
  if (likeliest === undefined || readings.includes(value)) return null
  // A claim may count in a way that its words do not tell, as long as the tables hold its figure.
  return table != null && holds(report, value) ? null : likeliest
}

/** The figures of the tables that the words of a claim may stand for; none where they tell nothing. */
function readingsOf(report: AnnualReport, claim: string): number[] {
  const words = bareWords(claim, report.scope ?? '')
  const form = words === null ? undefined : claimForms.find(({ pattern }) => pattern.test(words))
  return (form?.readings ?? []).flatMap((reading) => reading(report) ?? [])
}

const opening =
  /^(?:(?:全|本)(?:年度|省|市|州|县|区|镇|乡|街道|年)|今年|当年|共计|总计|累计|一共|共)*/

/** The words without brackets and opening ones; null where they count another circle of bodies than the tables. */
function bareWords(claim: string, scope: string): string | null {
  const words = claim
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/\([^()]*\)/g, '')
  const isWide = scope.startsWith('全')
  if (isWide ? /本级|机关|代表|办公室/.test(words) : /^全[省市州县区镇乡]/.test(words)) return null
  const body = /^(?:[省市州县区镇乡]政府)/.exec(words)?.[0] ?? ''
  if (body !== '' && isWide) return null
  return words.slice(body.length).replace(opening, '')
}

/** Tells whether a figure stands anywhere in tables three and four. */
function holds(report: AnnualReport, value: number): boolean {
  const columns = Object.keys(reviewLitigationColumns)
  const disputes = Object.values(report.reviewLitigation ?? {}).flatMap((block) =>
    Object.entries(block ?? {}).flatMap(([column, figure]) =>
      columns.includes(column) ? [figure] : [],
    ),
  )
  return (
    disputes.includes(value) ||
    reportRows.some((row) =>
      applicationColumns.some(({ key }) => cellOf(report, row, key) === value),
    )
  )
}
