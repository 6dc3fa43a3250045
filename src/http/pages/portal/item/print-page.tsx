import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Shell } from '../../../ui/shell.tsx'
import { momentText } from '../../../ui/moment.ts'
import { common } from '../../../ui/words/common.ts'
import { portal } from '../../../ui/words/portal.ts'
import { ItemBody } from './body.tsx'
import { filesBeside } from './links.tsx'
import { articleMeta } from './page.tsx'

const words = portal.item

/** A document on paper (公文版式, GB/T 9704): nothing but the text and where it is from. */
export function ItemPrintPage({ c, item }: { c: Context<AppEnv>; item: ItemView }): JSX.Element {
  const { agency, origin, to } = c.get('site')
  return (
    <Shell
      c={c}
      title={`${item.title} - ${agency.name}`}
      meta={articleMeta(c, item)}
      className="portal print-sheet"
      hidden
    >
      <div class="wrap">
        <header class="tools-row">
          <a class="button-line" href={to.item(item.id)}>
            {words.backToItem}
          </a>
          <button type="button" class="button" data-print="" hidden>
            {common.print}
          </button>
        </header>
        <main id="main" tabindex={-1}>
          <article class="sheet">
            <h1>{item.title}</h1>
            {item.docNumber === null ? null : <p class="sheet-number">{item.docNumber}</p>}
            <ItemBody c={c} item={item} isOnPaper />
            <dl class="sheet-facts">
              <Fact label={words.issuer} value={item.issuer} />
              <Fact label={words.indexNumber} value={item.indexNumber} />
              <Fact label={words.publishedAt} value={momentText(item.publishedAt)} />
              {filesBeside(item).map(({ name }) => (
                <Fact label={words.attachments} value={name} />
              ))}
              <Fact label={words.address} value={`${origin}/items/${item.id}`} />
            </dl>
          </article>
        </main>
      </div>
    </Shell>
  )
}

function Fact({ label, value }: { label: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
