import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestComplaint } from '../../../domain/dispute/complaint.ts'
import type { Complaint } from '../../../usecases/dispute/complaint-view.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { Details } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { complaint, complaintFindings } from '../../ui/words/dispute.ts'
import { paragraphs } from '../paragraphs.tsx'

/** What the applicant complained of with the answers, and the form for a complaint (投诉, 条例第47条). */
export function ComplaintPanel(props: {
  c: Context<AppEnv>
  receipt: string
  secret: string
  complaints: readonly Complaint[]
  errors: FormErrors
  typed: string
}): JSX.Element {
  const { c, receipt, secret, complaints, errors, typed } = props
  const isOpen = complaints.some(({ state }) => state === 'filed')
  return (
    <>
      {complaints.length === 0 ? null : (
        <section class="panel">
          <h2>{complaint.own}</h2>
          {complaints.map((one) => (
            <Own one={one} />
          ))}
        </section>
      )}
      {isOpen ? null : (
        <div class="no-print">
          <Details summary={complaint.ownTitle} open={errors['complaint'] !== undefined}>
            <p>{complaint.ownWhy}</p>
            <Form action={c.var.site.to.applicantAct('complaint')}>
              <Hidden name="receipt" value={receipt} />
              <Hidden name="secret" value={secret} />
              <TextArea
                name="complaint"
                label={complaint.ownText}
                value={typed}
                error={errors['complaint']}
                maxlength={longestComplaint}
                required
              />
              <SubmitRow label={complaint.ownSend} />
            </Form>
          </Details>
        </div>
      )}
    </>
  )
}

function Own({ one }: { one: Complaint }): JSX.Element {
  return (
    <SummaryList
      rows={[
        { label: complaint.madeOn, value: one.madeOn },
        { label: complaint.text, value: paragraphs(one.text) },
        ...(one.answeredOn === null || one.finding === null
          ? [{ label: complaint.reply, value: complaint.waits.replace('{on}', one.dueOn) }]
          : [
              { label: complaint.answeredOn, value: one.answeredOn },
              { label: complaint.finding, value: complaintFindings[one.finding] },
              { label: complaint.reply, value: paragraphs(one.answer ?? '') },
            ]),
      ]}
    />
  )
}
