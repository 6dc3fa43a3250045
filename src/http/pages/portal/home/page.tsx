import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Home, HomeRow } from '../../../../usecases/item/home.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { asChild, attribute, markup, type Markup } from '../../../ui/markup.ts'
import { tabsOf } from '../../../ui/site-header.tsx'
import { tabName } from '../../../ui/words/common.ts'
import { portal } from '../../../ui/words/portal.ts'
import { HomeAside } from './aside.tsx'
import { HomeColumns } from './columns.tsx'
import { lowerAgencies } from './lower.ts'
import { listLine } from '../item/item-table.tsx'
import { panelHead } from '../panel-head.ts'

const words = portal.home

type Props = { c: Context<AppEnv>; home: Home }

/** The front page (首页): the five doors, what is new, the statutory columns, whom to ask. */
export function HomePage({ c, home }: Props): JSX.Element {
  const { agency, to } = c.get('site')
  return (
    <Page c={c} title={agency.name} current="home" meta={{ level: 'home' }}>
      <h1 class="away">{`${agency.name}${words.platform}`}</h1>
      {asChild(doors(c))}
      <div class="pair pair-wide">
        {asChild(panel(words.latest, to.items(), home.latest, words.latestEmpty))}
        <HomeAside c={c} home={home} />
      </div>
      {asChild(lowerAgencies(c))}
      <div class="pair">
        {home.byColumn.map(({ column, rows }) =>
          asChild(panel(column.name, to.items({ category: column.id }), rows, words.emptyColumn)),
        )}
      </div>
      <HomeColumns c={c} />
    </Page>
  )
}

function doors(c: Context<AppEnv>): Markup {
  const { agency, to } = c.get('site')
  const shown = tabsOf(agency)
  const links = (['guide', 'rules', 'catalog', 'reports', 'apply'] as const)
    .filter((name) => shown.includes(name))
    .map((name) => {
      const lit = attribute('class', name === 'apply' ? 'doors-apply' : null)
      return markup`<li${lit}><a href="${to[name]()}"><strong>${tabName(name)}</strong><span class="doors-note">${words[name]}</span></a></li>`
    })
  return markup`<nav aria-label="${words.doors}"><ul class="doors">${links}</ul></nav>`
}

function panel(title: string, href: string, rows: readonly HomeRow[], empty: string): Markup {
  const list =
    rows.length === 0
      ? markup`<p class="none">${empty}</p>`
      : markup`<ul class="list">${rows.map(listLine)}</ul>`
  return markup`<section class="panel">${panelHead(title, href, words.more)}${list}</section>`
}
