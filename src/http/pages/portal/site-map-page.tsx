import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { columnsOf, type Column } from '../../../domain/catalog/tree.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { tabsOf } from '../../ui/site-header.tsx'
import { calendarWords } from '../../ui/words/calendar.ts'
import { channel } from '../../ui/words/channel.ts'
import { kiosk } from '../../ui/words/kiosk.ts'
import { tabName } from '../../ui/words/common.ts'
import { portal } from '../../ui/words/portal.ts'
import { reportCheck } from '../../ui/words/report-check.ts'
import { columnHref, pageMeta } from './catalog/columns.ts'
import { placesOf } from './finding/more-places.ts'

const words = portal.siteMap

/** Everything there is on the portal, on one page (网站地图). */
export function SiteMapPage({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.get('site')
  const block = columnsOf(agency).find(({ id }) => id === 'statutory-content')
  const services = [
    { label: words.search, href: to.search() },
    ...(agency.kind === 'public-utility' ? [] : [{ label: words.status, href: to.status() }]),
    ...placesOf(c),
    { label: reportCheck.title, href: to.checkReport() },
    { label: calendarWords.publicTitle, href: to.calendar() },
    { label: channel.gazette, href: to.gazette() },
    { label: kiosk.title, href: to.kiosk() },
    { label: words.agencies, href: to.agencies() },
    { label: words.feed, href: to.feeds() },
    { label: words.api, href: to.apiReference() },
    { label: words.help, href: to.help() },
  ]
  return (
    <Page
      c={c}
      title={words.title}
      current={null}
      meta={{ level: 'list', column: pageMeta(words.title, words.description) }}
    >
      <h1>{words.title}</h1>
      <section class="panel">
        <h2>{words.blocks}</h2>
        <Links links={tabsOf(agency).map((name) => ({ label: tabName(name), href: to[name]() }))} />
      </section>
      <section class="panel">
        <h2>{words.columns}</h2>
        <Links
          links={flat(block?.children ?? []).map(({ id, name }) => ({
            label: name,
            href: columnHref(id, to),
          }))}
        />
      </section>
      <section class="panel">
        <h2>{words.services}</h2>
        <Links links={services} />
      </section>
    </Page>
  )
}

function Links({ links }: { links: readonly { label: string; href: string }[] }): JSX.Element {
  return (
    <ul class="grid-list">
      {links.map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

function flat(columns: readonly Column[]): Column[] {
  return columns.flatMap((column) => [column, ...flat(column.children)])
}
