import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { TopicStatus } from '../../../usecases/topic/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { topic } from '../../ui/words/topic.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { TopicTag } from './list-page.tsx'
import { topicMeta } from './meta.ts'

type Props = { c: Context<AppEnv>; filled: Filled; status: TopicStatus | null }

/** Asks for receipt and query password (查询我的点题), and shows how the topic stands. */
export function TopicStatusPage({ c, filled, status }: Props): JSX.Element {
  const { to } = c.var.site
  const title = status === null ? topic.followTitle : topic.statusOf
  return (
    <Page
      c={c}
      title={title}
      current={null}
      meta={topicMeta()}
      breadcrumbs={[{ label: topic.title, href: to.topics() }, { label: title }]}
      hidden
    >
      <div class="apply">
        <h1>{title}</h1>
        {status === null ? (
          <Asking c={c} filled={filled} />
        ) : (
          <section class="panel">
            <SummaryList rows={rowsOf(c, status)} />
          </section>
        )}
      </div>
    </Page>
  )
}

function Asking({ c, filled }: { c: Context<AppEnv>; filled: Filled }): JSX.Element {
  const { to } = c.var.site
  return (
    <>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{topic.statusLead}</p>
      <Form action={to.topicStatus()}>
        <TextField
          {...fieldOf(filled, 'receipt', topic.receipt)}
          autocomplete="off"
          width="medium"
          maxlength={64}
          required
        />
        <TextField
          {...fieldOf(filled, 'secret', topic.secret)}
          autocomplete="off"
          width="medium"
          maxlength={64}
          required
        />
        <SubmitRow label={topic.find} secondary={{ label: topic.title, href: to.topics() }} />
      </Form>
    </>
  )
}

function rowsOf(c: Context<AppEnv>, status: TopicStatus): SummaryRow[] {
  const { to } = c.var.site
  const { item, reason, dueOn, topic: page } = status
  return [
    { label: topic.receipt, value: status.receipt },
    { label: topic.submittedAt, value: minuteOf(status.submittedAt) },
    { label: topic.state, value: <TopicTag state={status.state} /> },
    ...(dueOn === null ? [] : [{ label: topic.dueOn, value: dueOn }]),
    ...(reason === null ? [] : [{ label: topic.refusal, value: paragraphs(reason) }]),
    ...(item === null
      ? []
      : [{ label: topic.item, value: <a href={to.item(item.id)}>{item.title}</a> }]),
    ...(page === null
      ? []
      : [
          {
            label: topic.secondsHead,
            value: (
              <>
                {topic.seconds.replace('{n}', String(status.seconds))}{' '}
                <a href={to.topic(page)}>{topic.publicPage}</a>
              </>
            ),
          },
        ]),
  ]
}
