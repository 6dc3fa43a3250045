import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { topic } from '../../ui/words/topic.ts'
import type { Slip } from '../apply/slip.ts'
import { topicMeta } from './meta.ts'

/** What the proposer has to keep (点题回执), shown once; `slip` is null when it is gone. */
export function TopicReceivedPage(props: { c: Context<AppEnv>; slip: Slip | null }): JSX.Element {
  const { c, slip } = props
  const { to } = c.var.site
  const title = slip === null ? topic.gone : topic.received
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
        {slip === null ? <p class="lead">{topic.goneWhy}</p> : <Kept slip={slip} />}
        <p class="submit">
          <a class="button-line" href={to.topicStatus()}>
            {topic.followTitle}
          </a>
          <a href={to.topics()}>{topic.list}</a>
        </p>
      </div>
    </Page>
  )
}

function Kept({ slip }: { slip: Slip }): JSX.Element {
  return (
    <>
      <section class="panel slip" aria-label={topic.receipt}>
        <dl class="slip-codes">
          <div>
            <dt>{topic.receipt}</dt>
            <dd>
              <output>{slip.receipt}</output>
            </dd>
          </div>
          <div>
            <dt>{topic.secret}</dt>
            <dd>
              <output>{slip.secret}</output>
            </dd>
          </div>
        </dl>
        <Notice tone="warning" title={topic.keep}>
          <p>{topic.keepWhy}</p>
        </Notice>
        <p>
          {topic.submittedAt}：{minuteOf(slip.submittedAt)}
        </p>
      </section>
      <section class="prose">
        <h2>{topic.next}</h2>
        <ol>
          {topic.nextSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
    </>
  )
}
