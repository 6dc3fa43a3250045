import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../domain/agency/agency.ts'
import type { AppEnv } from '../app-env.ts'
import type { Paths } from '../paths.ts'
import { isCare } from './care.ts'
import { kept } from './kept.ts'
import { asChild, attribute, markup, none, type Markup } from './markup.ts'
import { siteOwner } from './site-facts.ts'
import { common, tabs } from './words/common.ts'
import { finding } from './words/finding.ts'

/** A tab of the portal: the four fixed blocks, 依申请公开 and the figures. */
export type TabName = keyof typeof tabs

const tabNames = ['home', 'guide', 'rules', 'catalog', 'reports', 'apply', 'statistics'] as const

const here = attribute('aria-current', 'true')

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
  const { agency, to } = c.get('site')
  const name = kept(agency, 'name', () => nameBar(c))
  const blocks = kept(agency, `tabs ${current ?? ''}`, () => {
    const shown = tabsOf(agency).map((tab) => tabItem(to, tab, tab === current))
    return markup`<nav class="tabs" aria-label="${common.tabsLabel}"><ul class="wrap">${shown}</ul></nav>`
  })
  // Old WebViews do not know the search element, hence the role.
  const search = markup`<form class="search" role="search" method="get" action="${to.search()}"><label class="away" for="site-search">${common.searchLabel}</label><input id="site-search" name="q" type="search" maxlength="100" placeholder="${common.searchPlaceholder}"${suggesting(to)}${attribute('value', query)}/><button type="submit">${common.searchButton}</button></form>`
  return (
    <>
      {asChild(
        markup`<header class="head">${tools(c)}<div class="wrap brand">${name}${search}</div>${blocks}</header>`,
      )}
    </>
  )
}

function nameBar(c: Context<AppEnv>): Markup {
  const { agency, to } = c.get('site')
  const owner = siteOwner(c)
  const above = owner.id === agency.id ? none : markup`<small>${owner.name}</small>`
  return markup`<p class="brand-name"><a href="${to.home()}"><span class="brand-agency">${above}${agency.name}</span><span class="brand-platform">${common.platform}</span></a></p>`
}

/** What the script needs to suggest while someone types; without it the box is a plain one. */
function suggesting(to: Paths): Markup {
  return markup` data-suggest="${to.api('/suggestions')}" data-label="${finding.suggestions}" data-kinds="${kinds}"`
}

const kinds = Object.entries(finding.kinds)
  .map((pair) => pair.join(':'))
  .join(',')

function tools(c: Context<AppEnv>): Markup {
  const { agency, to } = c.get('site')
  const { resolver } = c.get('parts')
  const parent = agency.parentId === null ? null : resolver.byId(agency.parentId)
  const up =
    parent === null
      ? none
      : markup`<li class="tools-parent"><a href="${resolver.originOf(parent)}/"><span class="tools-label">${common.parentSite}：</span>${parent.name}</a></li>`
  const care = isCare(c)
  const { pathname, search } = c.env.url
  return markup`<nav class="tools" aria-label="${common.toolsLabel}"><ul class="wrap">${up}<li><a href="${to.care(!care, pathname + search)}" rel="nofollow">${care ? common.careOff : common.careOn}</a></li><li><a href="${to.help()}">${common.help}</a></li><li><a href="${to.siteMap()}">${common.siteMap}</a></li></ul></nav>`
}

function tabItem(to: Paths, name: TabName, isCurrent: boolean): Markup {
  const { lead, short } = tabs[name]
  const long = lead === '' ? none : markup`<span class="tabs-long">${lead}</span>`
  return markup`<li><a href="${to[name]()}"${isCurrent ? here : none}>${long}${short}</a></li>`
}
