import { filledProse, reportTitle } from '../../../domain/report/annual/prose.ts'
import type { SubmittedContent } from '../../../domain/report/annual/input.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import type { Ctx } from '../../context.ts'
import { planLetter, type PlannedLetter } from '../../letter/plan-letter.ts'
import type { Gathered } from './gather.ts'

/** Plans the letter that submits a report to the office above (报送年报): figures, text with its figures in place, who is missing. */
export function planSubmission(
  ctx: Pick<Ctx, 'agency' | 'now' | 'newId'>,
  work: ReportWork,
  { report, references, coverage }: Gathered,
  upper: string,
): PlannedLetter {
  const content: SubmittedContent = {
    year: work.year,
    edition: work.edition,
    report,
    prose: filledProse(work.prose, references),
    reasons: work.reasons,
    missing: [...(coverage?.missing ?? [])],
  }
  return planLetter(ctx, {
    to: upper,
    kind: 'annual-report',
    subject: reportTitle(ctx.agency.name, work.year),
    about: `${work.year}/${work.edition}`,
    payload: content,
  })
}
