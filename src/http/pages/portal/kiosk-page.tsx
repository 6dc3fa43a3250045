import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { columnsOf } from '../../../domain/catalog/tree.ts'
import type { Home } from '../../../usecases/item/home.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form } from '../../ui/form.tsx'
import { Shell } from '../../ui/shell.tsx'
import { kiosk } from '../../ui/words/kiosk.ts'
import { columnHref, pageMeta } from './catalog/columns.ts'

/** The page of a reading place (查阅点): large buttons to columns, the newest items, search, guide. */
export function KioskPage({ c, home }: { c: Context<AppEnv>; home: Home }): JSX.Element {
  const { agency, to } = c.get('site')
  const block = columnsOf(agency).find(({ id }) => id === 'statutory-content')
  return (
    <Shell
      c={c}
      title={`${kiosk.title} - ${agency.name}`}
      meta={{ level: 'list', column: pageMeta(kiosk.title, kiosk.description) }}
      className="kiosk"
      hidden
    >
      <header class="kiosk-head">
        <p>{agency.name}</p>
        <h1>{kiosk.title}</h1>
      </header>
      <main id="main" class="kiosk-main" tabindex={-1}>
        <Form action={to.search()} method="get" className="kiosk-search">
          <label for="kiosk-q">{kiosk.search}</label>
          <input id="kiosk-q" class="input" type="search" name="q" maxlength={100} />
          <button type="submit" class="button">
            {kiosk.search}
          </button>
        </Form>
        <section>
          <h2>{kiosk.columns}</h2>
          <ul class="kiosk-buttons">
            {(block?.children ?? []).map(({ id, name }) => (
              <li>
                <a href={columnHref(id, to)}>{name}</a>
              </li>
            ))}
            <li>
              <a href={to.guide()}>{kiosk.guide}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{kiosk.latest}</h2>
          {home.latest.length === 0 ? <p>{kiosk.latestNone}</p> : null}
          <ul class="kiosk-list">
            {home.latest.map(({ id, title, publishedAt }) => (
              <li>
                <a href={to.item(id)}>
                  {title}
                  <time>{publishedAt.slice(0, 10)}</time>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a class="kiosk-more" href={to.items()}>
              {kiosk.more}
            </a>
          </p>
        </section>
        <p>
          {kiosk.staff}
          <strong>{home.contact.telephone}</strong>
        </p>
        <p>
          <a class="kiosk-more" href={to.kiosk()}>
            {kiosk.back}
          </a>
        </p>
      </main>
    </Shell>
  )
}
