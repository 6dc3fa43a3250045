import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Personal, personalFields } from '../../../../domain/application/personal.ts'
import type { CaseFile, CaseView } from '../../../../usecases/application/show-case.ts'
import type { Paths } from '../../../paths.ts'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { channelLabels, classLabel, idTypeLabels } from '../../../ui/words/application.ts'
import { desk } from '../../../ui/words/desk.ts'
import { fieldLabels } from '../../../ui/words/fields.ts'
import { deliveryText } from '../../delivery-text.ts'
import { labelOf } from '../../label-of.ts'
import { frequencyText } from './panels.tsx'
import { paragraphs } from '../../paragraphs.tsx'
import { fileSize } from '../../portal/file-words.ts'

/** What is asked for, how, and the files that came along. */
export function RequestPanel({ to, view }: { to: Paths; view: CaseView }): JSX.Element {
  const { personal, delivery } = view
  const rows: SummaryRow[] = [
    { label: desk.request, value: personal['request.subject'] ?? '' },
    ...some(desk.description, personal['request.description'], paragraphs),
    ...some(desk.docNumber, personal['request.docNumber']),
    ...some(desk.delivery, deliveryText(delivery)),
    {
      label: desk.files,
      value: view.files.length === 0 ? desk.noFiles : <Files to={to} view={view} />,
    },
    {
      label: desk.arrivedAt,
      value: `${minuteOf(view.arrivedAt)} ${labelOf(channelLabels, view.channel)}`,
    },
    { label: desk.receipt, value: view.receipt },
  ]
  return (
    <section class="panel" aria-label={desk.request}>
      <SummaryList rows={rows} />
    </section>
  )
}

function Files({ to, view }: { to: Paths; view: CaseView }): JSX.Element {
  return (
    <ul class="files">
      {view.files.map((file: CaseFile) => (
        <li>
          <a href={to.caseFile(view.receipt, file.id)}>{file.name}</a>
          <span>{fileSize(file.bytes)}</span>
          {file.purpose === 'authorisation' ? <span>{fieldLabels['/authorisation']}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/** Who asks: masked, until somebody asks for more and that is written down. */
export function ApplicantPanel(props: {
  to: Paths
  view: CaseView
  identity: Personal | null
}): JSX.Element {
  const { to, view, identity } = props
  const shown = identity ?? view.personal
  const rows: SummaryRow[] = [
    { label: fieldLabels['/applicant/class'] ?? '', value: classLabel(view.applicantClass) },
    ...personalFields
      .filter((field) => !field.startsWith('request.'))
      .flatMap((field) =>
        some(
          fieldLabels[`/${field.replace('.', '/')}`] ?? field,
          personalText(field, shown[field]),
        ),
      ),
    ...(view.frequency === null
      ? []
      : [{ label: desk.frequency, value: frequencyText(view.frequency) }]),
  ]
  return (
    <section class="panel" id="applicant">
      <div class="panel-head">
        <h2>{desk.applicant}</h2>
        {identity === null ? (
          <form
            method="post"
            action={`${to.caseIdentity(view.receipt)}#applicant`}
            class="no-print"
          >
            <button type="submit" class="button-line">
              {desk.identity}
            </button>
          </form>
        ) : (
          <a href={`${to.case(view.receipt)}#applicant`}>{desk.back}</a>
        )}
      </div>
      <p class="field-hint">{identity === null ? desk.identityWhy : desk.identityShown}</p>
      <SummaryList rows={rows} />
    </section>
  )
}

function personalText(field: string, value: string | undefined): string | undefined {
  return value !== undefined && field.endsWith('.idType') ? labelOf(idTypeLabels, value) : value
}

function some(
  label: string,
  value: string | undefined,
  show: (text: string) => JSX.Element | string = (text) => text,
): SummaryRow[] {
  return value === undefined || value === '' ? [] : [{ label, value: show(value) }]
}
