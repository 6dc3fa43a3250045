import type { JSX } from 'hono/jsx/jsx-runtime'
import { lifecycle } from '../../../domain/topic/lifecycle.ts'
import type { DeskTopic } from '../../../usecases/topic/show-desk.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { topic, topicActions, topicEvents, topicOrigins } from '../../ui/words/topic.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { DeskHistory, StepForm } from '../desk/step-form.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { WaitingTag } from './desk-list-page.tsx'
import { TopicStepFields } from './desk-step-fields.tsx'
import { TopicTag } from './list-page.tsx'

/** What a topic's page at the desk shows; `contact` only right after it was opened. */
export type DeskTopicProps = {
  frame: Frame
  view: DeskTopic
  today: string
  attempt: Attempt | null
  notice: StepNotice | null
  contact: string | null
}

/** A topic at the desk (点题办理单): what was written, what is shown, open steps, history. */
export function DeskTopicPage(props: DeskTopicProps): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={topic.desk}
      current="topics"
      breadcrumbs={[{ label: topic.desk, href: to.deskTopics() }, { label: topic.here }]}
      aside={<Steps {...props} />}
    >
      <h1>{view.subject}</h1>
      <p class="tags">
        <TopicTag state={view.state} />
        <WaitingTag row={view} />
        <span>{topic.seconds.replace('{n}', String(view.seconds))}</span>
        {view.isListed ? <a href={to.topic(view.id)}>{topic.publicPage}</a> : null}
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {topic.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <WrittenPanel {...props} />
      <section class="panel">
        <SummaryList rows={rowsOf(props)} />
      </section>
      <DeskHistory title={topic.history} entries={view.timeline} names={topicEvents} />
    </DeskPage>
  )
}

function WrittenPanel({ frame, view, contact }: DeskTopicProps): JSX.Element | null {
  const { to } = frame.c.var.site
  if (view.written === null) return null
  return (
    <section class="panel">
      <h2>{topic.written}</h2>
      <p class="field-hint">{topic.writtenWhy}</p>
      <p>
        <strong>{view.written.subject}</strong>
      </p>
      {paragraphs(view.written.why)}
      {contact === null ? null : (
        <Notice tone="warning" title={topic.contactShown}>
          <p>{contact}</p>
        </Notice>
      )}
      {view.hasContact && contact === null ? (
        <Form action={to.topicContact(view.id)} className="no-print">
          <SubmitRow label={topic.openContact} />
        </Form>
      ) : null}
    </section>
  )
}

function rowsOf({ frame, view }: DeskTopicProps): SummaryRow[] {
  const { to } = frame.c.var.site
  return [
    { label: topic.origin, value: topicOrigins[view.origin] },
    { label: topic.arrivedAt, value: view.arrivedAt.slice(0, 10) },
    ...(view.title === null ? [] : [{ label: topic.publicTitle, value: view.title }]),
    ...(view.grounds === null || view.grounds === ''
      ? []
      : [{ label: topic.publicGrounds, value: paragraphs(view.grounds) }]),
    ...(view.dueOn === null ? [] : [{ label: topic.dueOn, value: view.dueOn }]),
    ...(view.reason === null ? [] : [{ label: topic.refusal, value: paragraphs(view.reason) }]),
    ...(view.item === null
      ? []
      : [{ label: topic.item, value: <a href={to.item(view.item.id)}>{view.item.title}</a> }]),
    ...(view.mergedInto === null
      ? []
      : [
          {
            label: topic.mergedInto,
            value: <a href={to.deskTopic(view.mergedInto)}>{view.mergedInto}</a>,
          },
        ]),
  ]
}

/** One form for each step that the table opens to this officer. */
function Steps(props: DeskTopicProps): JSX.Element {
  const { frame, view } = props
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.length === 0 ? <p>{topic.noAction}</p> : null}
      {view.actions.map((action) => (
        <StepForm
          label={topicActions[action]}
          action={to.topicAct(view.id, action)}
          version={view.version}
          law={lifecycle.find((row) => row.from === view.state && row.action === action)?.law}
          danger={action === 'refuse'}
        >
          <TopicStepFields {...props} action={action} />
        </StepForm>
      ))}
    </div>
  )
}
