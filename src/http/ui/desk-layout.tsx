import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Actor } from '../../domain/shared/actor.ts'
import type { AppEnv } from '../app-env.ts'
import type { Paths } from '../paths.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { Shell } from './shell.tsx'
import { common, desk, roleNames } from './words/common.ts'

/** A place of the staff desk (工作台). */
export type DeskTab = keyof typeof desk.tabs

type Staff = Pick<Extract<Actor, { type: 'staff' }>, 'name' | 'roles'>

/** What a desk page is made of; `staff` is null before login, and then there is no navigation. */
export type DeskPageProps = {
  c: Context<AppEnv>
  title: string
  current: DeskTab | null
  staff: Staff | null
  /** Tabs this person may open; all when left out */
  tabs?: readonly DeskTab[] | undefined
  breadcrumbs?: readonly Crumb[] | undefined
  aside?: Child
  children?: Child
}

/** The places of the desk in the order of its navigation (工作台导航). */
export const deskTabs = [
  'today',
  'cases',
  'enter',
  'disputes',
  'items',
  'norms',
  'letters',
  'catalog',
  'imports',
  'clarifications',
  'topics',
  'channels',
  'services',
  'incidents',
  'office',
  'staff',
] as const

/** A page of the staff desk (工作台页面): dense, with agency, person and role always in sight. */
export function DeskPage(props: DeskPageProps): JSX.Element {
  const { c, title, current, staff, tabs, breadcrumbs, aside, children } = props
  const { agency, to } = c.var.site
  return (
    <Shell
      c={c}
      title={`${title} - ${desk.name} - ${agency.name}`}
      meta={{ level: 'home' }}
      className="desk"
      script="desk.js"
      hidden
    >
      <header class="desk-head">
        <div class="wrap desk-bar">
          <p class="desk-name">
            <a href={to.desk()}>
              {agency.name}
              <span>{desk.name}</span>
            </a>
          </p>
          {staff === null ? null : <Person to={to} staff={staff} />}
        </div>
        {staff === null ? null : (
          <nav class="desk-nav" aria-label={desk.navLabel}>
            <ul class="wrap">
              {(tabs ?? deskTabs).map((name) => (
                <li>
                  <a href={tabPath(to, name)} aria-current={name === current ? 'true' : undefined}>
                    {desk.tabs[name]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <div class="wrap">
        {breadcrumbs === undefined ? null : (
          <Breadcrumbs crumbs={[{ label: desk.name, href: to.desk() }, ...breadcrumbs]} />
        )}
        <div class={aside === undefined || aside === null ? undefined : 'columns columns-right'}>
          <main id="main" class="columns-main" tabindex={-1}>
            {children}
          </main>
          {aside === undefined || aside === null ? null : (
            <aside class="columns-side">{aside}</aside>
          )}
        </div>
      </div>
      <footer class="desk-foot">
        <p class="wrap">
          <a href={to.home()}>{desk.portal}</a>
          <a href={to.help()}>{common.help}</a>
        </p>
      </footer>
    </Shell>
  )
}

function Person({ to, staff }: { to: Paths; staff: Staff }): JSX.Element {
  return (
    <div class="desk-person">
      <span class="desk-who">
        <a href={to.account()} title={desk.account}>
          {staff.name}
        </a>
        <small>{staff.roles.map((role) => roleNames[role]).join('、')}</small>
      </span>
      <form method="post" action={to.logout()}>
        <button type="submit" class="button-quiet">
          {desk.logout}
        </button>
      </form>
    </div>
  )
}

function tabPath(to: Paths, name: DeskTab): string {
  switch (name) {
    case 'today':
      return to.today()
    case 'cases':
      return to.cases()
    case 'enter':
      return to.newCase()
    case 'items':
      return to.deskItems()
    case 'norms':
      return to.deskNorms()
    case 'letters':
      return to.letters()
    case 'catalog':
      return to.deskCatalog()
    case 'imports':
      return to.imports()
    case 'channels':
      return to.deskChannels()
    case 'services':
      return to.deskPowers()
    case 'disputes':
      return to.disputes()
    case 'incidents':
      return to.incidents()
    case 'topics':
      return to.deskTopics()
    case 'clarifications':
      return to.deskClarifications()
    case 'office':
      return to.office()
    case 'staff':
      return to.staff()
    default:
      return name satisfies never
  }
}
