import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../app-env.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { ClosedBanner } from './closed-banner.tsx'
import type { MetaProps } from './gov-meta.tsx'
import { Shell } from './shell.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader, type TabName } from './site-header.tsx'
import { common } from './words/common.ts'

/** What a portal page is made of; `breadcrumbs` leave out 首页, which every page but home has. */
export type PageProps = {
  c: Context<AppEnv>
  title: string
  /** The tab that is lit; null for pages outside the blocks */
  current: TabName | null
  meta: MetaProps
  breadcrumbs?: readonly Crumb[] | undefined
  /** Beside the content on wide screens, below it on narrow ones */
  aside?: Child
  /** What the visitor searched for, kept in the search box */
  query?: string | undefined
  /** Keeps the page out of search engines */
  hidden?: boolean | undefined
  children?: Child
}

/** A page of the citizens' portal (门户页面): name bar, search, tabs, 当前位置, content, footer. */
export function Page(props: PageProps): JSX.Element {
  const { c, title, current, meta, breadcrumbs, aside, query, hidden, children } = props
  const { agency, to } = c.get('site')
  const crumbs = breadcrumbs ?? (current === 'home' ? [] : [{ label: title }])
  const heading =
    current === 'home' ? `${common.platform} - ${agency.name}` : `${title} - ${agency.name}`
  return (
    <Shell c={c} title={heading} meta={meta} className="portal" hidden={hidden === true}>
      <SiteHeader c={c} current={current} query={query} />
      <div class="wrap">
        {crumbs.length === 0 ? null : (
          <Breadcrumbs crumbs={[{ label: common.home, href: to.home() }, ...crumbs]} />
        )}
        <ClosedBanner c={c} />
        {aside === undefined || aside === null ? (
          <main id="main" tabindex={-1}>
            {children}
          </main>
        ) : (
          <div class="columns">
            <main id="main" class="columns-main" tabindex={-1}>
              {children}
            </main>
            <aside class="columns-side">{aside}</aside>
          </div>
        )}
      </div>
      <SiteFooter c={c} />
    </Shell>
  )
}
