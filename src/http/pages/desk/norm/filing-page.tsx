import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  type FilingDeskAction,
  filingLifecycle,
  isFilingAction,
} from '../../../../domain/norm/filing.ts'
import type { FilingView } from '../../../../usecases/norm/show-filing.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { DateField, Form, Hidden, SubmitRow, TextArea } from '../../../ui/form.tsx'
import { Details } from '../../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { filingActions, norm as words } from '../../../ui/words/norm.ts'
import { paragraphs } from '../../paragraphs.tsx'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import type { StepNotice } from '../step-answer.ts'
import { StepOutcome } from '../step-outcome.tsx'
import { agencyName } from '../letter/lines.tsx'
import { FilingState } from './filings-page.tsx'
import { filledField } from './norm-fields.tsx'

type Props = { frame: Frame; view: FilingView; attempt: Attempt | null }

/** A filing from below with the document's text and the steps open to this officer (备案审查). */
export function FilingPage(props: Props & { notice: StepNotice | null }): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  const { content } = view
  return (
    <DeskPage
      {...frame}
      title={view.title}
      current="norms"
      breadcrumbs={[
        { label: words.title, href: to.deskNorms() },
        { label: words.views.filings, href: to.filings() },
        { label: view.title },
      ]}
      aside={<FilingActions frame={frame} view={view} attempt={attempt} />}
    >
      <h1>{view.title}</h1>
      <p class="tags">
        <FilingState filing={view} />
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <section class="panel">
        <h2>{words.filingFacts}</h2>
        <SummaryList rows={factsOf(frame, view)} />
      </section>
      {content === null ? null : (
        <section class="panel">
          <h2>{words.filingText}</h2>
          <div class="prose">{paragraphs(content.text)}</div>
          {content.isCut ? <p class="field-hint">{words.filingCut}</p> : null}
        </section>
      )}
    </DeskPage>
  )
}

function factsOf(frame: Frame, view: FilingView): SummaryRow[] {
  const { content } = view
  const all: [string, string | null][] = [
    [words.sender, agencyName(frame, view.sender)],
    [words.number, view.number],
    [words.publishedOn, view.publishedOn],
    [words.effectiveOn, content?.effectiveOn ?? null],
    [words.expiresOn, content?.expiresOn ?? null],
    [words.fileBy, view.fileBy],
    [words.filedOn, view.filedOn],
    [words.reviewBy, view.dueOn],
    [words.makerOpinion, content?.opinion ?? null],
    [words.correction, content?.note ?? null],
    [words.verdict, view.opinion],
    [words.decidedOn, view.decidedOn],
    [words.correctBy, view.correctBy],
  ]
  return all.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]))
}

function FilingActions({ frame, view, attempt }: Props): JSX.Element {
  const open = view.actions.filter(isFilingAction)
  return (
    <div class="acts no-print" id="acts">
      {open.length === 0 ? (
        <section class="panel">
          <h2>{words.noAction}</h2>
          <p>{words.noActionWhy}</p>
        </section>
      ) : (
        open.map((action) =>
          action === 'revoke' ? (
            <Details summary={filingActions[action]} open={attempt?.action === action}>
              <ActionForm frame={frame} view={view} attempt={attempt} action={action} />
            </Details>
          ) : (
            <section class="panel">
              <h2>{filingActions[action]}</h2>
              <ActionForm frame={frame} view={view} attempt={attempt} action={action} />
            </section>
          ),
        )
      )}
    </div>
  )
}

function ActionForm({
  frame,
  view,
  attempt,
  action,
}: Props & { action: FilingDeskAction }): JSX.Element {
  const { to } = frame.c.var.site
  const filled = attempt?.action === action ? attempt : { text: new Map(), errors: {} }
  const step = filingLifecycle.find((row) => row.from === view.state && row.action === action)
  return (
    <Form action={to.filingAct(view.letterId, action)}>
      <Hidden name="version" value={view.version} />
      <TextArea
        {...filledField(filled, 'opinion', words.verdict, `f-${action}-opinion`)}
        required={action !== 'accept'}
        rows={3}
        maxlength={2000}
      />
      {action === 'return' ? (
        <DateField {...filledField(filled, 'correctBy', words.correctBy)} required />
      ) : null}
      {step === undefined ? null : (
        <p class="field-hint">
          {words.law}
          {step.law}
        </p>
      )}
      <SubmitRow label={filingActions[action]} danger={action === 'revoke'} />
    </Form>
  )
}
