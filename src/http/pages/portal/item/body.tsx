import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { documentHtml, noPictures, type ShowFigure } from '../../../ui/document-html.ts'
import { asChild } from '../../../ui/markup.ts'
import { KindView } from '../../../ui/kind/kind-view.tsx'
import { portal } from '../../../ui/words/portal.ts'
import { fileHref } from './links.tsx'

/** The text of a document (正文), or where to find it when the page has none. */
export function ItemBody({
  c,
  item,
  isOnPaper = false,
}: {
  c: Context<AppEnv>
  item: ItemView
  /** about to be printed: pictures are fetched at once */ isOnPaper?: boolean
}): JSX.Element {
  const tree = item.document
  // Only files that the public may read by now are among them.
  const showFigure: ShowFigure = (figure) =>
    item.attachments.some(({ id }) => id === figure.file)
      ? { href: fileHref(c, item.id, figure.file) }
      : noPictures(figure)
  const hasFields = Object.keys(item.fields).length > 0
  return (
    <div class="article-body" id="article-body">
      <KindView view={item} itemHref={c.get('site').to.item} />
      {tree.blocks.length > 0
        ? asChild(documentHtml(tree, showFigure, isOnPaper ? 'eager' : 'lazy'))
        : null}
      {tree.blocks.length > 0 || hasFields ? null : (
        <p class="none">
          {item.attachments.length > 0 ? portal.item.noBody : portal.item.noBodyNoFile}
        </p>
      )}
    </div>
  )
}
