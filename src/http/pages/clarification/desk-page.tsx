import type { JSX } from 'hono/jsx/jsx-runtime'
import { maxFacts } from '../../../domain/clarification/input.ts'
import { lifecycle } from '../../../domain/clarification/lifecycle.ts'
import type { Action } from '../../../domain/clarification/types.ts'
import type { DeskClarification } from '../../../usecases/clarification/show-desk.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { TextArea } from '../../ui/form.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  clarification,
  clarificationActions,
  clarificationEvents,
  clarificationStates,
} from '../../ui/words/clarification.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { DeskHistory, StepForm, stepField } from '../desk/step-form.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { PromptTag } from './desk-list-page.tsx'

type Props = {
  frame: Frame
  view: DeskClarification
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A clarification at the desk (澄清办理单): text, facts about it, open steps, history. */
export function DeskClarificationPage(props: Props): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={clarification.desk}
      current="clarifications"
      breadcrumbs={[
        { label: clarification.desk, href: to.deskClarifications() },
        { label: clarification.here },
      ]}
      aside={<Steps {...props} />}
    >
      <h1>{view.claim}</h1>
      <p class="tags">
        <Tag tone="blue">{clarificationStates[view.state]}</Tag>
        <PromptTag row={view} />
        {view.state === 'published' || view.state === 'corrected' ? (
          <a href={to.clarification(view.id)}>{clarification.view}</a>
        ) : null}
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {clarification.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <section class="panel">
        <h2>{clarification.facts}</h2>
        {paragraphs(view.facts)}
      </section>
      <section class="panel">
        <SummaryList rows={rowsOf(props)} />
      </section>
      <DeskHistory
        title={clarification.history}
        entries={view.timeline}
        names={clarificationEvents}
      />
    </DeskPage>
  )
}

function rowsOf({ frame, view }: Props): { label: string; value: JSX.Element | string }[] {
  const { to } = frame.c.var.site
  const items = (
    <ul class="plain">
      {view.items.map(({ id, title }) => (
        <li>{title === null ? `${id}${clarification.gone}` : <a href={to.item(id)}>{title}</a>}</li>
      ))}
    </ul>
  )
  return [
    { label: clarification.source, value: view.source },
    ...(view.sourceUrl === null ? [] : [{ label: clarification.sourceUrl, value: view.sourceUrl }]),
    { label: clarification.seenOn, value: view.seenOn },
    { label: clarification.checkedBy, value: view.checkedBy },
    ...(view.items.length === 0 ? [] : [{ label: clarification.items, value: items }]),
    ...(view.reason === null
      ? []
      : [{ label: clarification.lastReason, value: paragraphs(view.reason) }]),
    ...view.corrections.map(({ on, reason }) => ({
      label: clarification.correctedOn.replace('{on}', on),
      value: reason,
    })),
  ]
}

/** One form for each step open to this officer; what the author may not do is told instead. */
function Steps(props: Props): JSX.Element {
  const { frame, view } = props
  const { to } = frame.c.var.site
  const own = view.isAuthor
    ? view.actions.filter((action) => action !== 'check' && action !== 'correct')
    : view.actions
  return (
    <div class="acts no-print" id="acts">
      {view.state === 'draft' ? (
        <section class="panel">
          <a class="button-line" href={to.clarificationEdit(view.id)}>
            {clarification.edit}
          </a>
        </section>
      ) : null}
      {own.length < view.actions.length ? <p class="field-hint">{clarification.ownText}</p> : null}
      {view.actions.length === 0 ? <p>{clarification.noAction}</p> : null}
      {own.map((action) => (
        <StepForm
          label={clarificationActions[action]}
          action={to.clarificationAct(view.id, action)}
          version={view.version}
          law={lifecycle.find((row) => row.from === view.state && row.action === action)?.law}
          danger={action === 'withdraw'}
        >
          <StepFields {...props} action={action} />
        </StepForm>
      ))}
    </div>
  )
}

function StepFields(props: Props & { action: Action }): JSX.Element {
  const { view, attempt, action } = props
  const field = (name: string, label: string): ReturnType<typeof stepField> =>
    stepField(attempt, action, name, label)
  const reason = (hint: string): JSX.Element => (
    <TextArea
      {...field('reason', clarification.reason)}
      hint={hint}
      rows={3}
      maxlength={1000}
      required
    />
  )
  switch (action) {
    case 'check':
      return <p>{clarification.checkWhy}</p>
    case 'publish':
      return <p>{clarification.publishWhy}</p>
    case 'return':
      return reason(clarification.returnReasonHint)
    case 'withdraw':
      return reason(clarification.reasonHint)
    case 'correct':
      return (
        <>
          <TextArea
            {...field('facts', clarification.newFacts)}
            value={field('facts', '').value ?? view.facts}
            rows={8}
            maxlength={maxFacts}
            required
          />
          {reason(clarification.reasonHint)}
        </>
      )
    default:
      return action satisfies never
  }
}
