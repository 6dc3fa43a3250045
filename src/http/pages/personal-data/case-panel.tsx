import type { JSX } from 'hono/jsx/jsx-runtime'
import type { WantedCorrection } from '../../../usecases/application/personal-data/wanted.ts'
import type { CaseView } from '../../../usecases/application/show-case.ts'
import { may } from '../../../usecases/permissions.ts'
import { Form, SubmitRow, TextArea } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Details } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { idTypeLabels } from '../../ui/words/application.ts'
import { corrections as words } from '../../ui/words/personal-data.ts'
import { labelOfField } from '../data-rows.ts'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'

/** A correction of identity that waits, and the two ways to decide it (更正申请的核实). */
export function CorrectionsPanel(props: {
  frame: Frame
  view: CaseView
  isOpened: boolean
}): JSX.Element | null {
  const { frame, view, isOpened } = props
  const [one] = view.corrections
  if (one === undefined) return null
  const { ctx, site } = frame.c.var
  return (
    <section class="panel" id="correction">
      <h2>{words.panel}</h2>
      {isOpened ? null : <p class="field-hint">{words.hiddenWhy}</p>}
      <SummaryList rows={rowsOf(one)} />
      {may(ctx.actor, 'correction.decide') ? (
        <div class="no-print">
          <Form action={site.to.correctionAct(one.id, 'accept')}>
            <SubmitRow label={words.accept} />
          </Form>
          <Details summary={words.decline}>
            <Form action={site.to.correctionAct(one.id, 'decline')}>
              <TextArea name="reason" label={words.declineReason} maxlength={500} required />
              <SubmitRow label={words.decline} danger />
            </Form>
          </Details>
        </div>
      ) : null}
    </section>
  )
}

function rowsOf({ values, reason, askedAt }: WantedCorrection): { label: string; value: string }[] {
  return [
    ...Object.entries(values).map(([field, value]) => ({
      label: `${labelOfField(field)}${words.wanted}`,
      value: field.endsWith('.idType') ? labelOf(idTypeLabels, value) : value,
    })),
    { label: words.reason, value: reason },
    { label: words.askedAt, value: minuteOf(askedAt) },
  ]
}
