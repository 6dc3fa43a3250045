import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { EditionText, EditionView } from '../../../usecases/item/show-editions.ts'
import type { AppEnv } from '../../app-env.ts'
import { documentHtml } from '../../ui/document-html.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { asChild } from '../../ui/markup.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { portal } from '../../ui/words/portal.ts'
import { pageMeta } from './columns.ts'

const words = portal.editions

type Props = { c: Context<AppEnv>; id: string }

/** The editions of an item with what changed in each (历次版本). */
export function EditionsPage({
  c,
  id,
  editions,
}: Props & { editions: readonly EditionView[] }): JSX.Element {
  const { to } = c.var.site
  const [newest] = editions
  return (
    <Page
      c={c}
      title={words.title}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(words.title, words.lead) }}
      hidden
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {editions.length === 0 ? (
        <p>{words.onlyOne}</p>
      ) : (
        <DataTable
          caption={words.title}
          columns={[{ label: words.edition }, { label: words.note }, { label: words.at }]}
          rows={editions.map(({ n, note, publishedAt, isOpen }) => ({
            cells: [
              isOpen ? (
                <a href={n === newest?.n ? to.item(id) : to.itemEdition(id, n)}>{nameOf(n)}</a>
              ) : (
                `${nameOf(n)}（${words.closed}）`
              ),
              note ?? '',
              minuteOf(publishedAt),
            ],
          }))}
        />
      )}
      <p class="submit">
        <a class="button-line" href={to.item(id)}>
          {words.now}
        </a>
      </p>
    </Page>
  )
}

/** An earlier edition as it was (旧版本), with a sign that it is not the one that counts. */
export function EditionPage({ c, id, edition }: Props & { edition: EditionText }): JSX.Element {
  const { to } = c.var.site
  const title = `${edition.title}（${nameOf(edition.n)}）`
  return (
    <Page
      c={c}
      title={title}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(title, words.lead) }}
      hidden
    >
      <article class="article">
        <Notice tone="warning" title={words.old}>
          <p>
            <a href={to.item(id)}>{words.now}</a> <a href={to.itemEditions(id)}>{words.title}</a>
          </p>
        </Notice>
        <h1 class="article-title">{edition.title}</h1>
        <p class="article-facts">
          <span>
            {nameOf(edition.n)}{' '}
            <time datetime={edition.publishedAt}>{minuteOf(edition.publishedAt)}</time>
          </span>
          {edition.note === null ? null : (
            <span>
              {words.note}：{edition.note}
            </span>
          )}
        </p>
        <div class="article-body">{asChild(documentHtml(edition.document, () => null))}</div>
      </article>
    </Page>
  )
}

function nameOf(n: number): string {
  return words.nth.replace('{n}', String(n))
}
