import type { JSX } from 'hono/jsx/jsx-runtime'
import { complaintLaw, findings, longestComplaint } from '../../../domain/dispute/complaint.ts'
import type { Complaint } from '../../../usecases/dispute/complaint-view.ts'
import { Radios } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import {
  complaint,
  complaintFindings,
  complaintOriginNames,
  dispute,
} from '../../ui/words/dispute.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { DueTag } from './due-tag.tsx'

/** What a complaint's page shows beside the complaint itself. */
export type ComplaintPageProps = {
  frame: Frame
  view: Complaint
  mayAnswer: boolean
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A complaint at the desk (投诉办理单) with its day, and the form for the answer. */
export function ComplaintPage(props: ComplaintPageProps): JSX.Element {
  const { frame, view, attempt, notice, mayAnswer } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={complaint.title}
      current="disputes"
      breadcrumbs={[{ label: complaint.title, href: to.complaints() }, { label: complaint.here }]}
      aside={mayAnswer && view.state === 'filed' ? <AnswerForm {...props} /> : null}
    >
      <h1>{complaint.title}</h1>
      <StepOutcome attempt={attempt} notice={notice} />
      <section class="panel">
        <SummaryList
          rows={[
            {
              label: complaint.case,
              value: <a href={to.case(view.receipt)}>{view.number ?? view.receipt}</a>,
            },
            { label: complaint.origin, value: complaintOriginNames[view.origin] },
            { label: complaint.madeOn, value: view.madeOn },
            {
              label: complaint.dueOn,
              value: (
                <>
                  <DueTag on={view.dueOn} near={view.nearness} />
                  <p class="field-hint">
                    {complaint.dueWhy}
                    {view.provisional ? dispute.provisional : ''}
                  </p>
                </>
              ),
            },
            { label: complaint.text, value: paragraphs(view.text) },
            ...(view.answeredOn === null || view.finding === null
              ? []
              : [
                  { label: complaint.answeredOn, value: view.answeredOn },
                  { label: complaint.finding, value: complaintFindings[view.finding] },
                  { label: complaint.reply, value: paragraphs(view.answer ?? '') },
                ]),
          ]}
        />
      </section>
    </DeskPage>
  )
}

function AnswerForm({ frame, view, attempt }: ComplaintPageProps): JSX.Element {
  const field = (name: string, label: string): ReturnType<typeof stepField> =>
    stepField(attempt, 'answer', name, label)
  return (
    <div class="acts no-print" id="acts">
      <StepForm
        label={complaint.answerButton}
        action={frame.c.var.site.to.complaintAnswer(view.id)}
        version={view.version}
        law={complaintLaw}
      >
        <Radios
          {...field('finding', complaint.finding)}
          options={findings.map((value) => ({ value, label: complaintFindings[value] }))}
          required
        />
        <TextArea
          {...field('reply', complaint.reply)}
          rows={6}
          maxlength={longestComplaint}
          required
        />
      </StepForm>
    </div>
  )
}

/** The form by which an officer takes a complaint down (登记投诉). */
export function EnterComplaintPage(props: {
  frame: Frame
  filled: Filled
  submission: string
  today: string
}): JSX.Element {
  const { frame, filled, submission, today } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={complaint.enter}
      current="disputes"
      breadcrumbs={[{ label: complaint.title, href: to.complaints() }, { label: complaint.enter }]}
    >
      <h1>{complaint.enter}</h1>
      <ErrorSummary errors={filled.errors} />
      <Form action={to.newComplaint()} className="form panel">
        <Hidden name="submission" value={submission} />
        <TextField
          {...fieldOf(filled, 'case', complaint.case)}
          hint={complaint.caseHint}
          maxlength={80}
          required
        />
        <TextArea
          {...fieldOf(filled, 'text', complaint.text)}
          maxlength={longestComplaint}
          required
        />
        <DateField
          {...fieldOf(filled, 'madeOn', complaint.madeOn)}
          hint={complaint.madeOnHint}
          max={today}
        />
        <SubmitRow
          label={complaint.enterButton}
          secondary={{ label: complaint.title, href: to.complaints() }}
        />
      </Form>
    </DeskPage>
  )
}
