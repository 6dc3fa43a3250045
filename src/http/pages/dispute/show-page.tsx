import type { JSX } from 'hono/jsx/jsx-runtime'
import { lifecycle } from '../../../domain/dispute/lifecycle.ts'
import type { DisputeView } from '../../../usecases/dispute/show.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import {
  dispute,
  disputeActions,
  disputeEvents,
  disputeKinds,
  disputeProcedures,
} from '../../ui/words/dispute.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { DeskHistory, StepForm } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { DueTag } from './due-tag.tsx'
import { FilesPanel } from './files-panel.tsx'
import { nameOf, stateText } from './list-page.tsx'
import { DisputeStepFields } from './step-fields.tsx'

/** What a dispute's page shows beside the dispute itself. */
export type DisputePageProps = {
  frame: Frame
  view: DisputeView
  today: string
  mayAct: boolean
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A reconsideration or a suit at the desk (登记单): its days, its papers, open steps, history. */
export function DisputePage(props: DisputePageProps): JSX.Element {
  const { frame, view, attempt, notice, mayAct } = props
  const { to } = frame.c.var.site
  const isReview = view.kind === 'review' && view.decidedOn !== null
  return (
    <DeskPage
      {...frame}
      title={nameOf(view)}
      current="disputes"
      breadcrumbs={[{ label: dispute.title, href: to.disputes() }, { label: dispute.here }]}
      aside={<Steps {...props} />}
    >
      <h1>{nameOf(view)}</h1>
      <p class="tags">
        <span>{disputeKinds[view.kind]}</span>
        <span>{stateText(view)}</span>
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {dispute.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <Warnings view={view} />
      <section class="panel">
        <SummaryList rows={rowsOf(props)} />
        {mayAct && isReview ? (
          <p class="more">
            <a href={to.newDispute({ follows: view.id })}>{dispute.suit}</a>
          </p>
        ) : null}
      </section>
      <FilesPanel {...props} />
      {view.notes.map(({ text }) => (
        <section class="panel">
          <h2>{dispute.note}</h2>
          {paragraphs(text)}
        </section>
      ))}
      <DeskHistory title={dispute.history} entries={view.timeline} names={disputeEvents} />
    </DeskPage>
  )
}

function Warnings({ view }: { view: DisputeView }): JSX.Element {
  return (
    <>
      {view.warnings.includes('review-first') ? (
        <Notice tone="warning" title={dispute.reviewFirst}>
          <p>{dispute.reviewFirstWhy}</p>
        </Notice>
      ) : null}
      {view.state === 'decided' && view.actions.includes('redo') ? (
        <Notice tone="warning" title={dispute.redoNext}>
          <p>{dispute.redoNextWhy}</p>
        </Notice>
      ) : null}
    </>
  )
}

function rowsOf({ frame, view }: DisputePageProps): SummaryRow[] {
  const { to } = frame.c.var.site
  const { due } = view
  return [
    {
      label: dispute.case,
      value:
        view.case === null ? (
          dispute.noCase
        ) : (
          <a href={to.case(view.case.receipt)}>{view.case.number ?? view.case.receipt}</a>
        ),
    },
    ...(view.about === null ? [] : [{ label: dispute.about, value: paragraphs(view.about) }]),
    ...some(dispute.party, view.party),
    ...some(dispute.procedure, view.procedure === null ? null : disputeProcedures[view.procedure]),
    ...(view.follows === null
      ? []
      : [
          {
            label: dispute.follows,
            value: <a href={to.dispute(view.follows)}>{dispute.here}</a>,
          },
        ]),
    { label: dispute.acceptedOn, value: view.acceptedOn },
    ...some(dispute.receivedOn, view.receivedOn),
    {
      label: dispute.dueOn,
      value:
        due === null ? (
          dispute.noDue
        ) : (
          <>
            <DueTag on={due.dueOn} near={view.nearness} />
            <p class="field-hint">
              {dispute.days[due.unit].replace('{n}', String(due.days))}（{due.law}）
              {due.provisional ? dispute.provisional : ''}
            </p>
          </>
        ),
    },
    ...some(dispute.answeredOn, view.answeredOn),
    ...some(dispute.decidedOn, view.decidedOn),
  ]
}

function some(label: string, value: string | null): SummaryRow[] {
  return value === null ? [] : [{ label, value }]
}

/** One form for each step that the table opens to this officer. */
function Steps(props: DisputePageProps): JSX.Element {
  const { frame, view } = props
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.length === 0 ? <p>{dispute.noAction}</p> : null}
      {view.actions.map((action) => (
        <StepForm
          label={disputeActions[action]}
          action={to.disputeAct(view.id, action)}
          version={view.version}
          law={lifecycle.find((row) => row.from === view.state && row.action === action)?.law}
          danger={action === 'cancel'}
        >
          <DisputeStepFields {...props} action={action} />
        </StepForm>
      ))}
    </div>
  )
}
