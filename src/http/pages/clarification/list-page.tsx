import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Clarifications } from '../../../usecases/clarification/list.ts'
import type { ClarificationLine } from '../../../usecases/clarification/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { clarification, clarificationStates } from '../../ui/words/clarification.ts'
import { pageMeta } from '../portal/catalog/columns.ts'

/** Published clarifications (澄清公告), newest first. */
export function ClarificationListPage(props: {
  c: Context<AppEnv>
  list: Clarifications
  isFirst: boolean
}): JSX.Element {
  const { c, list, isFirst } = props
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={clarification.title}
      current={null}
      meta={{
        level: 'list',
        column: pageMeta(clarification.title, clarification.description),
      }}
    >
      <h1>{clarification.title}</h1>
      <p class="lead">{clarification.lead}</p>
      {list.items.length === 0 ? (
        <EmptyState title={clarification.none}>
          <p>{clarification.noneWhy}</p>
        </EmptyState>
      ) : (
        <ol class="results">
          {list.items.map((line) => (
            <Line c={c} line={line} />
          ))}
        </ol>
      )}
      <Pager
        next={list.next === null ? null : to.clarifications({ cursor: list.next })}
        first={isFirst ? null : to.clarifications()}
      />
      <p class="table-foot">
        <a href={to.clarificationFeed()}>{clarification.feed}</a>
      </p>
    </Page>
  )
}

function Line({ c, line }: { c: Context<AppEnv>; line: ClarificationLine }): JSX.Element {
  const { to } = c.var.site
  return (
    <li>
      <h2 class="claim">
        <a href={to.clarification(line.id)}>{line.claim}</a>
      </h2>
      <p class="results-facts">
        <span>{minuteOf(line.publishedAt)}</span>
        <span>
          {clarification.source}：{line.source}
        </span>
        <span>
          {clarification.checkedBy}：{line.checkedBy}
        </span>
        {line.state === 'corrected' ? (
          <Tag tone="yellow">{clarificationStates.corrected}</Tag>
        ) : null}
      </p>
    </li>
  )
}
