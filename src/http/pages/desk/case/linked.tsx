import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CoUnit } from '../../../../domain/application/co-unit.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import type { TransferView } from '../../../../usecases/application/linked-view.ts'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { stateLabels } from '../../../ui/words/application.ts'
import { caseStep } from '../../../ui/words/case-step.ts'
import type { Frame } from '../frame.ts'
import { agencyName } from '../letter/lines.tsx'

/** Where a case came from or went, and the cases of the same application (移送、分办). */
export function LinkedPanel({ frame, view }: { frame: Frame; view: CaseView }): JSX.Element | null {
  const { linked, transfers } = view
  const { to } = frame.c.var.site
  const rows: SummaryRow[] = [
    ...transfers.map((one) => ({ label: caseStep.origin, value: transferText(frame, one) })),
    ...(linked.length === 0
      ? []
      : [
          {
            label: caseStep.linked,
            value: (
              <ul>
                {linked.map(({ receipt, number, state }) => (
                  <li>
                    <a href={to.case(receipt)}>{number ?? receipt}</a> {stateLabels[state]}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
  ]
  return rows.length === 0 ? null : (
    <section class="panel">
      <SummaryList rows={rows} />
    </section>
  )
}

function transferText(frame: Frame, one: TransferView): string {
  const { direction, agency, number, sentOn, state, takenAs } = one
  const name = agencyName(frame, agency)
  if (direction === 'in') return caseStep.transferredFrom(name, number ?? '', sentOn)
  const answered =
    takenAs === null
      ? state === 'declined'
        ? caseStep.transferDeclined
        : ''
      : caseStep.takenAs(takenAs)
  return caseStep.transferredTo(name, sentOn) + answered
}

/** The units that help with a case (协办科室), silent ones past their day marked. */
export function CoUnitsPanel({
  view,
  today,
}: {
  view: CaseView
  today: string
}): JSX.Element | null {
  if (view.coUnits.length === 0) return null
  return (
    <section class="panel">
      <h2>{caseStep.coUnits}</h2>
      <DataTable
        caption={caseStep.coUnits}
        columns={[
          { label: caseStep.coUnit },
          { label: caseStep.coDueOn, kind: 'date' },
          { label: caseStep.answeredOn },
        ]}
        rows={view.coUnits.map((one) => ({
          cells: [one.unit, one.dueOn, answerOf(one, today)],
        }))}
      />
    </section>
  )
}

function answerOf({ answeredOn, waived, dueOn }: CoUnit, today: string): JSX.Element | string {
  if (answeredOn !== null) return answeredOn
  if (waived) return caseStep.coWaived
  return dueOn < today ? <Tag tone="red">{caseStep.coOverdue}</Tag> : caseStep.coWaiting
}
