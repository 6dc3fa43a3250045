import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Home } from '../../../usecases/item/home.ts'
import type { ItemRow } from '../../../usecases/item/item-view.ts'
import type { AppEnv } from '../../app-env.ts'
import { escapeHtml } from '../../ui/escape.ts'
import { Page } from '../../ui/layout.tsx'
import { tabsOf } from '../../ui/site-header.tsx'
import { tabName } from '../../ui/words/common.ts'
import { portal } from '../../ui/words/portal.ts'
import { HomeAside } from './home-aside.tsx'
import { HomeColumns } from './home-columns.tsx'
import { itemHref } from './item-table.tsx'
import { PanelHead } from './panel-head.tsx'

const words = portal.home

type Props = { c: Context<AppEnv>; home: Home }

/** The front page (首页): the five doors, what is new, the statutory columns, whom to ask. */
export function HomePage({ c, home }: Props): JSX.Element {
  const { agency, to } = c.var.site
  return (
    <Page c={c} title={agency.name} current="home" meta={{ level: 'home' }}>
      <h1 class="away">{`${agency.name}${words.platform}`}</h1>
      <Doors c={c} />
      <div class="pair pair-wide">
        <section class="panel">
          <PanelHead title={words.latest} href={to.items()} more={words.more} />
          <NewItems rows={home.latest} empty={words.latestEmpty} />
        </section>
        <HomeAside c={c} home={home} />
      </div>
      <div class="pair">
        {home.byColumn.map(({ column, rows }) => (
          <section class="panel">
            <PanelHead
              title={column.name}
              href={to.items({ category: column.id })}
              more={words.more}
            />
            <NewItems rows={rows} empty={words.emptyColumn} />
          </section>
        ))}
      </div>
      <HomeColumns c={c} />
    </Page>
  )
}

function Doors({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  const shown = tabsOf(agency)
  const doors = (['guide', 'rules', 'catalog', 'reports', 'apply'] as const).filter((name) =>
    shown.includes(name),
  )
  return (
    <nav aria-label={words.doors}>
      <ul class="doors">
        {doors.map((name) => (
          <li class={name === 'apply' ? 'doors-apply' : undefined}>
            <a href={to[name]()}>
              <strong>{tabName(name)}</strong>
              <span class="doors-note">{words[name]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NewItems({ rows, empty }: { rows: readonly ItemRow[]; empty: string }): JSX.Element {
  if (rows.length === 0) return <p class="none">{empty}</p>
  return <ul class="list">{raw(rows.map(rowHtml).join(''))}</ul>
}

function rowHtml(row: ItemRow): string {
  const link = `<a href="${escapeHtml(itemHref(row))}">${escapeHtml(row.title)}</a>`
  const time = `<time datetime="${row.publishedAt}">${row.publishedAt.slice(0, 10)}</time>`
  return `<li><span class="list-main">${link}</span>${time}</li>`
}
