import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../domain/agency/agency.ts'
import type { AppEnv } from '../app-env.ts'
import type { Paths } from '../paths.ts'
import { isCare } from './care.ts'
import { siteOwner } from './site-facts.ts'
import { common, tabs } from './words/common.ts'

/** A tab of the portal: the four fixed blocks, 依申请公开 and the figures. */
export type TabName = keyof typeof tabs

const tabNames = ['home', 'guide', 'rules', 'catalog', 'reports', 'apply', 'statistics'] as const

/** Tabs of an agency: 公共企事业单位 has no rules, reports or applications (条例第55条). */
export function tabsOf(agency: Agency): readonly TabName[] {
  if (agency.kind !== 'public-utility') return tabNames
  return tabNames.filter((name) => name !== 'rules' && name !== 'reports' && name !== 'apply')
}

/** The head of a portal page (页头): helps, name bar with search, tabs. */
export function SiteHeader({
  c,
  current,
  query,
}: {
  c: Context<AppEnv>
  current: TabName | null
  query?: string | undefined
}): JSX.Element {
  const { agency, to } = c.var.site
  const owner = siteOwner(c)
  return (
    <header class="head">
      <Tools c={c} />
      <div class="wrap brand">
        <p class="brand-name">
          <a href={to.home()}>
            <span class="brand-agency">
              {owner.id === agency.id ? null : <small>{owner.name}</small>}
              {agency.name}
            </span>
            <span class="brand-platform">{common.platform}</span>
          </a>
        </p>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- old WebViews do not know the search element */}
        <form class="search" role="search" method="get" action={to.search()}>
          <label class="away" for="site-search">
            {common.searchLabel}
          </label>
          <input
            id="site-search"
            name="q"
            type="search"
            maxlength={100}
            placeholder={common.searchPlaceholder}
            value={query}
          />
          <button type="submit">{common.searchButton}</button>
        </form>
      </div>
      <nav class="tabs" aria-label={common.tabsLabel}>
        <ul class="wrap">
          {tabsOf(agency).map((name) => (
            <li>
              <a href={tabPath(to, name)} aria-current={name === current ? 'true' : undefined}>
                {tabs[name].lead === '' ? null : <span class="tabs-long">{tabs[name].lead}</span>}
                {tabs[name].short}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Tools({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  const { resolver } = c.var.parts
  const parent = agency.parentId === null ? null : resolver.byId(agency.parentId)
  const { pathname, search } = new URL(c.req.url)
  const care = isCare(c)
  return (
    <nav class="tools" aria-label={common.toolsLabel}>
      <ul class="wrap">
        {parent === null ? null : (
          <li class="tools-parent">
            <a href={`${resolver.originOf(parent)}/`}>
              <span class="tools-label">{common.parentSite}：</span>
              {parent.name}
            </a>
          </li>
        )}
        <li>
          <a href={to.care(!care, pathname + search)} rel="nofollow">
            {care ? common.careOff : common.careOn}
          </a>
        </li>
        <li>
          <a href={to.help()}>{common.help}</a>
        </li>
        <li>
          <a href={to.siteMap()}>{common.siteMap}</a>
        </li>
      </ul>
    </nav>
  )
}

function tabPath(to: Paths, name: TabName): string {
  return to[name]()
}
