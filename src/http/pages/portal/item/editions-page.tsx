import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { diffText } from '../../../../domain/document/diff-text.ts'
import { diffTrees } from '../../../../domain/document/diff.ts'
import type { EditionText, EditionView } from '../../../../usecases/item/show-editions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { DocumentDiff, piecesHtml } from '../../../ui/document-diff.tsx'
import { fieldsTree } from '../../../ui/kind/fields-tree.ts'
import { KindView } from '../../../ui/kind/kind-view.tsx'
import { documentHtml, type ShowFigure } from '../../../ui/document-html.ts'
import { momentText } from '../../../ui/moment.ts'
import { Page } from '../../../ui/layout.tsx'
import { asChild } from '../../../ui/markup.ts'
import { Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { portal } from '../../../ui/words/portal.ts'
import { pictureWords } from '../../../ui/words/picture.ts'
import { pageMeta } from '../catalog/columns.ts'
import { fileHref } from './links.tsx'

const words = portal.editions

type Props = { c: Context<AppEnv>; id: string }

/** The editions of an item with what changed in each (历次版本). */
export function EditionsPage({
  c,
  id,
  editions,
}: Props & { editions: readonly EditionView[] }): JSX.Element {
  const { to } = c.get('site')
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
              <>
                {note ?? ''}
                {isOpen && n > 1 ? (
                  <>
                    {' '}
                    <a href={`${to.itemEdition(id, n)}#difference`}>{words.compare}</a>
                  </>
                ) : null}
              </>,
              momentText(publishedAt),
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
  const { to } = c.get('site')
  const title = `${edition.title}（${nameOf(edition.n)}）`
  const showFigure: ShowFigure = ({ file, alt }) =>
    edition.openFiles.includes(file)
      ? { href: fileHref(c, id, file) }
      : { words: pictureWords.former(alt) }
  return (
    <Page
      c={c}
      title={title}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(title, words.lead) }}
      hidden
    >
      <article class="article">
        <Notice tone="warning" title={edition.isCurrent ? words.current : words.old}>
          <p>
            <a href={to.item(id)}>{words.now}</a> <a href={to.itemEditions(id)}>{words.title}</a>
          </p>
        </Notice>
        <h1 class="article-title">{edition.title}</h1>
        <p class="article-facts">
          <span>
            {nameOf(edition.n)}{' '}
            <time datetime={edition.publishedAt}>{momentText(edition.publishedAt)}</time>
          </span>
          {edition.note === null ? null : (
            <span>
              {words.note}：{edition.note}
            </span>
          )}
        </p>
        <div class="article-body">
          <KindView view={edition} itemHref={to.item} />
          {asChild(documentHtml(edition.document, showFigure))}
        </div>
        <EditionDifference edition={edition} />
      </article>
    </Page>
  )
}

/** What was different in the edition before (与上一版的差别), title first. */
function EditionDifference({ edition }: { edition: EditionText }): JSX.Element | null {
  const { previous, title } = edition
  if (previous === null) return null
  return (
    <section class="article-section" id="difference">
      <h2>{words.difference.replace('{n}', String(previous.n))}</h2>
      {previous.title === title ? null : (
        <p class="difference">{asChild(piecesHtml(diffText(previous.title, title)))}</p>
      )}
      <DocumentDiff changes={diffTrees(fieldsTree(previous), fieldsTree(edition))} />
    </section>
  )
}

function nameOf(n: number): string {
  return words.nth.replace('{n}', String(n))
}
