import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemQuery } from '../../../../usecases/item/finding/item-query.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { feeds as words } from '../../../ui/words/finding.ts'
import { searchWords } from '../../../ui/words/search-words.ts'
import { pageMeta } from '../catalog/columns.ts'
import { asked } from './list-query.ts'

/** How to follow a list or search (订阅): its stable addresses in three forms, and what to do with them. */
export function FeedsPage({ c, query }: { c: Context<AppEnv>; query: ItemQuery }): JSX.Element {
  const { agency, origin, to } = c.get('site')
  const place = new URL(origin).origin
  const same = asked(query)
  const parts = searchWords(agency, query)
  const forms = [
    { name: words.rss, href: to.feed(same) },
    { name: words.atom, href: to.feedAtom(same) },
    { name: words.json, href: to.feedJson(same) },
  ]
  return (
    <Page
      c={c}
      title={words.title}
      current={null}
      meta={{ level: 'list', column: pageMeta(words.title, words.description) }}
      hidden={parts.length > 0}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{parts.length === 0 ? words.all : parts.join('，')}</h2>
      <dl class="feeds-forms">
        {forms.map(({ name, href }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <a href={href}>{`${place}${href}`}</a>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={query.q === undefined ? to.items(same) : to.search(same)}>{words.back}</a>
      </p>
      <h2>{words.howTitle}</h2>
      <ol class="notice-list">
        {words.how.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <h2>{words.columnsTitle}</h2>
      <p>
        {words.columns} <a href={to.feedsOpml()}>{words.opml}</a>
      </p>
    </Page>
  )
}
