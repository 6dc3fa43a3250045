import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Personal } from '../../../../domain/application/personal.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import { may } from '../../../../usecases/permissions.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { stateLabels } from '../../../ui/words/application.ts'
import { desk } from '../../../ui/words/desk.ts'
import { DisputesPanel } from '../../dispute/case-panel.tsx'
import { paragraphs } from '../../paragraphs.tsx'
import type { Attempt } from '../attempt.ts'
import { NoticesPanel } from './notices-panel.tsx'
import { CorrectionsPanel } from '../../personal-data/case-panel.tsx'
import { CaseActions } from './actions.tsx'
import { ApplicantPanel, RequestPanel } from './facts.tsx'
import { InstrumentsPanel } from './instruments.tsx'
import { PackagePanel } from './package-panel.tsx'
import { CoUnitsPanel, LinkedPanel } from './linked.tsx'
import {
  ClockPanel,
  DuplicatesPanel,
  FrequencyNotice,
  HistoryPanel,
  ReplyPanel,
} from './panels.tsx'
import { ConsultationsPanel, DraftPanel, HandlingPanel } from './progress.tsx'
import type { Frame } from '../frame.ts'
import { PublicationPanel } from './publication-panel.tsx'
import { ReplyFilesPanel } from './reply-files-panel.tsx'
import type { StepNotice } from '../step-answer.ts'
import { StepOutcome } from '../step-outcome.tsx'
import { Due } from '../list-page.tsx'

/** What a case page shows besides the case itself. */
export type CasePageProps = {
  frame: Frame
  view: CaseView
  today: string
  attempt: Attempt | null
  /** The identity in full, when it was asked for and written down */
  identity: Personal | null
  notice: StepNotice | null
}

/** A case with its whole history and the steps that are open to this officer (案卷). */
export function CasePage(props: CasePageProps): JSX.Element {
  const { frame, view, today, attempt, identity, notice } = props
  const { to } = frame.c.var.site
  const number = view.number ?? desk.noNumber
  const acts = <CaseActions frame={frame} view={view} today={today} attempt={attempt} />
  // A reply is written at full width, below what it answers.
  const isWritten = view.actions.includes('draft') || view.actions.includes('reply')
  return (
    <DeskPage
      {...frame}
      title={`${desk.case} ${number}`}
      current="cases"
      breadcrumbs={[
        {
          label: desk.cases,
          href: to.casesAt(view.receipt, view.decidedOn === null ? {} : { state: 'done' }),
        },
        { label: number },
      ]}
      aside={isWritten ? null : acts}
    >
      <h1>{view.personal['request.subject'] ?? view.receipt}</h1>
      <p class="tags">
        <Tag tone="blue">{stateLabels[view.state]}</Tag>
        {view.dueOn === null ? null : <Due row={view} />}
        <span>{number}</span>
        {view.actions.length === 0 ? null : (
          <a class={isWritten ? undefined : 'to-acts'} href="#acts">
            {desk.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <Typed view={view} attempt={attempt} />
      <FrequencyNotice view={view} />
      <DuplicatesPanel to={to} view={view} />
      <RequestPanel to={to} view={view} />
      <ApplicantPanel to={to} view={view} identity={identity} />
      <CorrectionsPanel frame={frame} view={view} isOpened={identity !== null} />
      <HandlingPanel view={view} />
      <LinkedPanel frame={frame} view={view} />
      <CoUnitsPanel view={view} today={today} />
      <ClockPanel view={view} to={to} />
      <ConsultationsPanel view={view} />
      <ReplyFilesPanel to={to} view={view} attempt={attempt} />
      <DraftPanel view={view} />
      <InstrumentsPanel to={to} view={view} />
      <PublicationPanel frame={frame} view={view} />
      <ReplyPanel view={view} agency={frame.c.var.site.agency} />
      <DisputesPanel
        to={to}
        view={view}
        mayRegister={view.decidedOn !== null && may(frame.c.var.ctx.actor, 'dispute.act')}
      />
      <NoticesPanel view={view} />
      {isWritten ? acts : null}
      <HistoryPanel view={view} />
      {view.state === 'destroyed' ? null : <PackagePanel frame={frame} receipt={view.receipt} />}
    </DeskPage>
  )
}

/** What was typed for a step that is no longer open, so that it is not lost. */
function Typed({ view, attempt }: { view: CaseView; attempt: Attempt | null }): JSX.Element | null {
  const text = attempt?.text.get('text') ?? ''
  if (attempt === null || text === '' || view.actions.some((name) => name === attempt.action)) {
    return null
  }
  return (
    <section class="panel">
      <h2>{desk.typed}</h2>
      {paragraphs(text)}
    </section>
  )
}
