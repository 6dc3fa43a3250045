import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { GazetteIssue } from '../../../usecases/channel/gazette.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { channel } from '../../ui/words/channel.ts'
import { pageMeta } from '../portal/catalog/columns.ts'

/** The issues of the gazette with what each holds (政府公报), newest first. */
export function GazettePage(props: {
  c: Context<AppEnv>
  issues: readonly GazetteIssue[]
}): JSX.Element {
  const { c, issues } = props
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={channel.gazette}
      current={null}
      meta={{ level: 'list', column: pageMeta(channel.gazette, channel.gazetteDescription) }}
    >
      <h1>{channel.gazette}</h1>
      <p class="lead">{channel.gazetteLead}</p>
      {issues.length === 0 ? (
        <EmptyState title={channel.gazetteNone}>
          <p>{channel.gazetteNoneWhy}</p>
        </EmptyState>
      ) : null}
      {issues.map(({ on, issue, items }) => (
        <section class="panel">
          <h2>
            {issue}
            <small>（{on}）</small>
          </h2>
          <ul class="list">
            {items.map(({ id, title }) => (
              <li>
                <a class="list-main" href={to.item(id)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
