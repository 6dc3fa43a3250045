import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { outcomeLabel } from '../../../ui/words/application.ts'
import { opinionLabels, partyLabels } from '../../../ui/words/case-labels.ts'
import { caseStep } from '../../../ui/words/case-step.ts'
import { labelOf } from '../../label-of.ts'
import { paragraphs } from '../../paragraphs.tsx'

/** Who handles a case and what the applicant is waited for (承办和等候). */
export function HandlingPanel({ view }: { view: CaseView }): JSX.Element | null {
  const { unit, handler, waitsUntil } = view
  const rows: SummaryRow[] = []
  if (unit !== null || handler !== null) {
    rows.push({ label: caseStep.handler, value: [unit, handler].filter(Boolean).join(' · ') })
  }
  if (waitsUntil !== null) rows.push({ label: caseStep.waitsUntil, value: waitsUntil })
  return rows.length === 0 ? null : (
    <section class="panel">
      <SummaryList rows={rows} />
    </section>
  )
}

/** The consultations of a case (征求意见): whom, when, what came back. */
export function ConsultationsPanel({ view }: { view: CaseView }): JSX.Element | null {
  if (view.consultations.length === 0) return null
  return (
    <section class="panel">
      <h2>{caseStep.consultations}</h2>
      <DataTable
        caption={caseStep.consultations}
        columns={[
          { label: caseStep.party },
          { label: caseStep.sentOn, kind: 'date' },
          { label: caseStep.servedOn, kind: 'date' },
          { label: caseStep.returnedOn, kind: 'date' },
          { label: caseStep.opinion },
        ]}
        rows={view.consultations.map(({ n, party, sentOn, servedOn, returnedOn, opinion }) => ({
          cells: [
            `${String(n)}. ${labelOf(partyLabels, party)}`,
            sentOn,
            servedOn ?? '',
            returnedOn ?? caseStep.noOpinion,
            opinion === null ? '' : labelOf(opinionLabels, opinion),
          ],
        }))}
      />
    </section>
  )
}

/** The reply on its way (拟答复), as those who check and sign it read it. */
export function DraftPanel({ view }: { view: CaseView }): JSX.Element | null {
  const { draft, draftText, decidedOn } = view
  if (draft === null || decidedOn !== null) return null
  return (
    <section class="panel">
      <h2>{caseStep.draft}</h2>
      <SummaryList
        rows={[
          { label: caseStep.outcome, value: outcomeLabel(draft.outcome) },
          ...(draft.signedOn === null ? [] : [{ label: caseStep.signedOn, value: draft.signedOn }]),
          { label: caseStep.text, value: draftText === null ? '' : paragraphs(draftText) },
        ]}
      />
    </section>
  )
}
