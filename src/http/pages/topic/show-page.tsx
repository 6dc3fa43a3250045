import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { TopicView } from '../../../usecases/topic/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { topic } from '../../ui/words/topic.ts'
import { paragraphs } from '../paragraphs.tsx'
import { TopicTag } from './list-page.tsx'
import { topicMeta } from './meta.ts'

/** One topic (点题详情): what is asked, how it stands, and the button that seconds it. */
export function TopicPage(props: {
  c: Context<AppEnv>
  view: TopicView
  notice: { tone: 'success' | 'warning'; title: string } | null
}): JSX.Element {
  const { c, view, notice } = props
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={view.title}
      current={null}
      meta={topicMeta()}
      breadcrumbs={[{ label: topic.title, href: to.topics() }, { label: topic.here }]}
    >
      <article class="article measured">
        <h1>{view.title}</h1>
        <p class="tags">
          <TopicTag state={view.state} />
          <span>{topic.seconds.replace('{n}', String(view.seconds))}</span>
        </p>
        {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
        {view.grounds === null ? null : (
          <section class="article-section">
            <h2>{topic.grounds}</h2>
            {paragraphs(view.grounds)}
          </section>
        )}
        <SummaryList rows={rowsOf(c, view)} />
        {view.state === 'open' || view.state === 'adopted' ? (
          <Form action={to.secondTopic(view.id)} className="no-print">
            <p class="field-hint">{topic.secondWhy}</p>
            <button type="submit" class="button">
              {topic.second}
            </button>
          </Form>
        ) : null}
      </article>
    </Page>
  )
}

function rowsOf(c: Context<AppEnv>, view: TopicView): SummaryRow[] {
  const { to } = c.var.site
  return [
    { label: topic.openedAt, value: minuteOf(view.openedAt) },
    ...(view.dueOn === null ? [] : [{ label: topic.dueOn, value: view.dueOn }]),
    ...(view.decidedOn === null ? [] : [{ label: topic.decidedOn, value: view.decidedOn }]),
    ...(view.reason === null ? [] : [{ label: topic.refusal, value: paragraphs(view.reason) }]),
    ...(view.item === null
      ? []
      : [{ label: topic.item, value: <a href={to.item(view.item.id)}>{view.item.title}</a> }]),
  ]
}
