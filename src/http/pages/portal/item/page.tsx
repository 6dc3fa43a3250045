import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import type { Crumb } from '../../../ui/breadcrumbs.tsx'
import type { MetaProps } from '../../../ui/gov-meta.tsx'
import { Page } from '../../../ui/layout.tsx'
import { common } from '../../../ui/words/common.ts'
import { portal } from '../../../ui/words/portal.ts'
import { ItemChannelList } from '../../channel/item-channels.tsx'
import { ClarificationNotice } from '../../clarification/item-notice.tsx'
import { columnCrumbs, columnMeta, columnPath, pageMeta } from '../catalog/columns.ts'
import { ItemBody } from './body.tsx'
import { ItemFacts } from './facts.tsx'
import { Interpretations, ItemFiles, ItemNeighbours, RelatedItems } from './links.tsx'
import { ItemDownloads } from './downloads.tsx'
import { Minute } from './item-table.tsx'
import { ValidityNotice } from './validity-notice.tsx'

const words = portal.item

/** One document (详情页): its metadata, text, attachments, and what stands beside it. */
export function ItemPage({ c, item }: { c: Context<AppEnv>; item: ItemView }): JSX.Element {
  const { to } = c.get('site')
  return (
    <Page
      c={c}
      title={item.title}
      current={tabOf(item)}
      meta={articleMeta(c, item)}
      breadcrumbs={itemCrumbs(c, item)}
    >
      <article class="article">
        <ClarificationNotice c={c} item={item} />
        <ValidityNotice c={c} item={item} />
        <ItemFacts c={c} item={item} />
        <h1 class="article-title">{item.title}</h1>
        <p class="article-facts">
          <span>
            {words.publishedAt}：<Minute at={item.publishedAt} />
          </span>
          <span>
            {words.source}：{item.issuer}
          </span>
          {item.edition === 1 ? null : (
            <span>
              <a href={to.itemEditions(item.id)}>
                {portal.editions.changed.replace('{n}', String(item.edition))}
              </a>
            </span>
          )}
        </p>
        <ItemBody c={c} item={item} />
        <ItemFiles c={c} item={item} />
        <ItemDownloads c={c} item={item} />
        <ItemChannelList item={item} />
        <div class="tools-row">
          <a class="button-line" href={to.itemPrint(item.id)}>
            {words.printView}
          </a>
          <button
            type="button"
            class="button-line"
            data-read="article-body"
            data-stop={common.stopReading}
            aria-pressed="false"
            hidden
          >
            {common.readAloud}
          </button>
          <a class="button-line" href={to.api(`/items/${encodeURIComponent(item.id)}`)}>
            {words.api}
          </a>
        </div>
        <Interpretations c={c} item={item} />
        <RelatedItems item={item} />
        <ItemNeighbours c={c} item={item} />
      </article>
    </Page>
  )
}

/** The ten tags of a document's page. */
export function articleMeta(c: Context<AppEnv>, item: ItemView): MetaProps {
  const column = columnPath(c.get('site').agency, item.category).at(-1)
  return {
    level: 'article',
    column:
      column === undefined
        ? pageMeta(portal.list.all, portal.list.allDescription)
        : columnMeta(column),
    article: { title: item.title, publishedAt: item.publishedAt, source: item.issuer },
  }
}

/** 当前位置 of a document: its column, then 正文. */
export function itemCrumbs(c: Context<AppEnv>, item: ItemView): Crumb[] {
  const path = columnPath(c.get('site').agency, item.category)
  return [...columnCrumbs(path, c.get('site').to, true), { label: words.here }]
}

function tabOf(item: ItemView): 'rules' | 'reports' | 'catalog' {
  const block = item.columnPath[0]?.id
  if (block === 'disclosure-rules') return 'rules'
  return block === 'annual-reports' ? 'reports' : 'catalog'
}
