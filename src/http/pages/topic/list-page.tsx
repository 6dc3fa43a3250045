import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { State } from '../../../domain/topic/types.ts'
import type { Topics } from '../../../usecases/topic/list.ts'
import type { TopicView } from '../../../usecases/topic/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { topic, topicStates } from '../../ui/words/topic.ts'
import { topicMeta } from './meta.ts'

/** Topics that the agency opened to the public (点题公开), newest first. */
export function TopicListPage(props: {
  c: Context<AppEnv>
  list: Topics
  isFirst: boolean
}): JSX.Element {
  const { c, list, isFirst } = props
  const { to } = c.var.site
  return (
    <Page c={c} title={topic.title} current={null} meta={topicMeta()}>
      <h1>{topic.title}</h1>
      <p class="lead">{topic.lead}</p>
      <p class="submit">
        <a class="button" href={to.newTopic()}>
          {topic.newTitle}
        </a>
        <a href={to.topicStatus()}>{topic.followTitle}</a>
      </p>
      {list.items.length === 0 ? (
        <EmptyState title={topic.none}>
          <p>{topic.noneWhy}</p>
        </EmptyState>
      ) : (
        <ol class="results">
          {list.items.map((view) => (
            <Line c={c} view={view} />
          ))}
        </ol>
      )}
      <Pager
        next={list.next === null ? null : to.topics({ cursor: list.next })}
        first={isFirst ? null : to.topics()}
      />
    </Page>
  )
}

function Line({ c, view }: { c: Context<AppEnv>; view: TopicView }): JSX.Element {
  const { to } = c.var.site
  return (
    <li>
      <h2>
        <a href={to.topic(view.id)}>{view.title}</a>
      </h2>
      <p class="results-facts">
        <TopicTag state={view.state} />
        <span>{view.openedAt.slice(0, 10)}</span>
        <span>{topic.seconds.replace('{n}', String(view.seconds))}</span>
        {view.state === 'adopted' && view.dueOn !== null ? (
          <span>
            {topic.dueOn}：{view.dueOn}
          </span>
        ) : null}
      </p>
    </li>
  )
}

const tones: Readonly<Record<State, Tone>> = {
  submitted: 'grey',
  open: 'blue',
  adopted: 'yellow',
  answered: 'green',
  refused: 'grey',
  merged: 'grey',
}

/** The state of a topic, in words and colour. */
export function TopicTag({ state }: { state: State }): JSX.Element {
  return <Tag tone={tones[state]}>{topicStates[state]}</Tag>
}
