import { remedyTexts } from '../../../domain/application/remedy.ts'
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { ClockView } from '../../../usecases/application/clock-view.ts'
import type { ReplyView } from '../../../usecases/application/reply/reply-view.ts'
import type { Status } from '../../../usecases/application/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { noteOf } from '../../application-view.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { apply } from '../../ui/words/apply.ts'
import { channelLabels, outcomeLabel, stateLabels } from '../../ui/words/application.ts'
import { timelineText } from '../../ui/words/timeline.ts'
import { personalData } from '../../ui/words/personal-data.ts'
import { lastDayTexts } from '../../ui/words/remedy.ts'
import { retentionWords } from '../../ui/words/retention.ts'
import { ClockTable } from '../clock-table.tsx'
import { labelOf } from '../label-of.ts'
import { paragraphs } from '../paragraphs.tsx'
import { NoteList } from '../note-list.tsx'
import { AskedPanel } from './asked-panel.tsx'
import { ComplaintPanel } from './complaint-panel.tsx'
import { LinkedPanel, MovedNotice } from './linked-panel.tsx'
import { FilesPanel } from './files-panel.tsx'
import { LettersPanel } from './letters-panel.tsx'
import { applyMeta } from './meta.ts'

/** What the status page shows; `secret` goes back with the withdrawal, by which it is checked again. */
export type StatusPageProps = {
  c: Context<AppEnv>
  status: Status
  secret: string
  errors: FormErrors
  notice: string | null
  /** what was typed for what the agency asks, when it was declined */
  typed: string
}

/** How an application stands (办理情况): state, time limit with its reasons, history, reply. */
export function StatusPage({
  c,
  status,
  secret,
  errors,
  notice,
  typed,
}: StatusPageProps): JSX.Element {
  const { agency, to } = c.var.site
  return (
    <Page
      c={c}
      title={apply.caseOf}
      current="apply"
      meta={applyMeta()}
      breadcrumbs={[
        { label: apply.title, href: to.apply() },
        { label: apply.status, href: to.status() },
        { label: apply.caseOf },
      ]}
      hidden
    >
      <div class="apply">
        <h1>{apply.caseOf}</h1>
        <ErrorSummary errors={errors} />
        {notice === null ? null : <Notice tone="success" title={notice} />}
        {status.state === 'destroyed' ? (
          <Notice tone="info" title={retentionWords.destroyed}>
            <p>{retentionWords.destroyedWhy}</p>
          </Notice>
        ) : null}
        <section class="panel" aria-label={apply.state}>
          <SummaryList rows={[...facts(status), ...clockFacts(status)]} />
          {status.clock === null ? null : <ClockTable clock={status.clock} to={to} />}
        </section>
        <MovedNotice c={c} status={status} />
        <LinkedPanel status={status} />
        {status.asked === null ? null : (
          <AskedPanel c={c} status={status} asked={status.asked} {...{ secret, errors, typed }} />
        )}
        {status.reply === null ? null : <Reply reply={status.reply} agency={agency} />}
        <FilesPanel c={c} status={status} secret={secret} />
        <LettersPanel c={c} status={status} secret={secret} />
        <section class="panel">
          <h2>{apply.timeline}</h2>
          <Timeline
            steps={status.timeline.map(({ seq, at, event, data }) => {
              const note = noteOf(status.notes, seq, event)
              return {
                at: minuteOf(at),
                label: timelineText(event, data),
                note: note === null ? null : <NoteList fields={note} />,
              }
            })}
          />
        </section>
        <Told told={status.told} />
        <ComplaintPanel
          c={c}
          receipt={status.receipt}
          secret={secret}
          complaints={status.complaints}
          errors={errors}
          typed={errors['complaint'] === undefined ? '' : typed}
        />
        {status.withdrawable ? (
          <Withdrawal c={c} receipt={status.receipt} secret={secret} errors={errors} />
        ) : null}
        <Form action={to.personalData()} className="form no-print">
          <Hidden name="receipt" value={status.receipt} />
          <Hidden name="secret" value={secret} />
          <p class="submit">
            <button type="submit" class="button-line">
              {personalData.open}
            </button>
          </p>
        </Form>
        <p class="submit">
          <button type="button" class="button-line" data-print hidden>
            {apply.print}
          </button>
          <a href={to.status()}>{apply.statusAgain}</a>
        </p>
      </div>
    </Page>
  )
}

function Told({ told }: Pick<Status, 'told'>): JSX.Element | null {
  if (told.length === 0) return null
  return (
    <section class="panel">
      <h2>{personalData.notices}</h2>
      <ul>
        {told.map(({ at, contact }) => (
          <li>{personalData.told(minuteOf(at), labelOf(personalData.contacts, contact))}</li>
        ))}
      </ul>
    </section>
  )
}

function facts(status: Status): SummaryRow[] {
  return [
    { label: apply.receipt, value: status.receipt },
    { label: apply.number, value: status.number ?? apply.noNumber },
    { label: apply.state, value: <Tag tone="blue">{stateLabels[status.state]}</Tag> },
    { label: apply.channel, value: labelOf(channelLabels, status.channel) },
    { label: apply.receivedOn, value: status.receivedOn ?? apply.notReceived },
  ]
}

function clockFacts({ clock, reply }: Status): SummaryRow[] {
  if (clock === null) return []
  return [
    {
      label: apply.dueOn,
      value: (
        <>
          <strong>{clock.dueOn}</strong>
          <br />
          {usedText(clock, reply !== null)}
          {clock.provisional ? <p class="field-hint">{apply.provisional}</p> : null}
        </>
      ),
    },
  ]
}

function usedText({ day, of }: ClockView, isDecided: boolean): string {
  const words = isDecided ? apply.decidedAfter : apply.dayOf
  return words.replace('{day}', String(day)).replace('{of}', String(of))
}

function Reply({ reply, agency }: { reply: ReplyView; agency: Agency }): JSX.Element {
  return (
    <section class="panel">
      <h2>{apply.reply}</h2>
      <SummaryList
        rows={[
          { label: apply.outcome, value: outcomeLabel(reply.outcome) },
          { label: apply.repliedOn, value: reply.repliedOn },
          ...(reply.text === null
            ? []
            : [{ label: apply.replyText, value: paragraphs(reply.text) }]),
          {
            label: apply.remedies,
            value: [
              ...remedyTexts(reply.remedy, agency, reply.repliedOn),
              ...lastDayTexts(reply.remedyDays),
            ].map((sentence) => <p>{sentence}</p>),
          },
        ]}
      />
    </section>
  )
}

function Withdrawal(props: {
  c: Context<AppEnv>
  receipt: string
  secret: string
  errors: FormErrors
}): JSX.Element {
  const { c, receipt, secret, errors } = props
  return (
    <div class="no-print">
      <Details summary={apply.withdraw} open={errors['sure'] !== undefined}>
        <p>{apply.withdrawWhy}</p>
        <Form action={c.var.site.to.applicantAct('withdrawal')}>
          <Hidden name="receipt" value={receipt} />
          <Hidden name="secret" value={secret} />
          <Checkboxes
            name="sure"
            label={apply.withdraw}
            options={[{ value: 'yes', label: apply.withdrawSure }]}
            error={errors['sure']}
          />
          <SubmitRow label={apply.withdraw} danger />
        </Form>
      </Details>
    </div>
  )
}
