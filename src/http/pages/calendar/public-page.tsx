import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { YearTable } from '../../../usecases/calendar/public-table.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { calendarWords as words, editionName } from '../../ui/words/calendar.ts'
import { pageMeta } from '../portal/catalog/columns.ts'
import { HolidayTable, SourceLine } from './table.tsx'

/** The working-day calendar of a year (工作日历): what every time limit is counted by, and its source. */
export function CalendarPage({ c, table }: { c: Context<AppEnv>; table: YearTable }): JSX.Element {
  const { to } = c.var.site
  const { year, n, source, local } = table
  const title = `${year} 年${words.publicTitle}`
  return (
    <Page
      c={c}
      title={title}
      current="guide"
      meta={{ level: 'list', column: pageMeta(words.publicTitle, words.publicLead) }}
    >
      <h1>{title}</h1>
      <p class="lead">{words.publicLead}</p>
      {table.provisional ? <Notice tone="warning" title={words.provisional} /> : null}
      <p>
        {n === null ? words.builtIn : editionName({ scope: 'national', year, n })}
        {source === null ? null : '：'}
        {source === null ? null : <SourceLine source={source} />}
      </p>
      <HolidayTable caption={title} table={table} />
      {source === null && table.notices.length > 0 ? (
        <ul>
          {table.notices.map((url) => (
            <li>
              <a href={url} rel="external noreferrer">
                {words.notices}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {local === null ? null : (
        <section>
          <h2>{words.local}</h2>
          {local.source === null ? null : (
            <p>
              <SourceLine source={local.source} />
            </p>
          )}
          <HolidayTable caption={words.local} table={local} />
        </section>
      )}
      <h2>{words.otherYears}</h2>
      <ul class="grid-list">
        {table.years.map((one) => (
          <li>
            <a href={to.calendar({ year: one })} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
