import type { JSX } from 'hono/jsx/jsx-runtime'
import { asChild, markup, type Markup } from '../../ui/markup.ts'
import { portal } from '../../ui/words/portal.ts'
import { bodyLines, type BodyLine } from './body-text.ts'

/** The text of a document (正文), or where to find it when the page has none. */
export function ItemBody({ body, hasFiles }: { body: string; hasFiles: boolean }): JSX.Element {
  const lines = bodyLines(body)
  return (
    <div class="article-body" id="article-body">
      {lines.length === 0 ? (
        <p class="none">{hasFiles ? portal.item.noBody : portal.item.noBodyNoFile}</p>
      ) : (
        asChild(markup`${lines.map(written)}`)
      )}
    </div>
  )
}

function written({ kind, text }: BodyLine): Markup {
  switch (kind) {
    case 'heading':
      return markup`<h2>${text}</h2>`
    case 'subheading':
      return markup`<h3>${text}</h3>`
    case 'to':
      return markup`<p class="to">${text}</p>`
    case 'sign':
      return markup`<p class="sign">${text}</p>`
    case 'paragraph':
      return markup`<p>${text}</p>`
    default:
      return kind satisfies never
  }
}
