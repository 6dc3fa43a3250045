import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isServiceType } from '../../../domain/service/power-types.data.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { PowerList } from '../../../usecases/service/list-powers.ts'
import type { AppEnv } from '../../app-env.ts'
import { Select } from '../../ui/choices.tsx'
import { DateField, Form, SubmitRow } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { powerTypeOptions, service } from '../../ui/words/power.ts'
import { pageMeta } from '../portal/catalog/columns.ts'
import { CountsTable } from './counts-table.tsx'
import { PowerTable } from './power-table.tsx'
import { PowersSwitch } from './powers-switch.tsx'

type Props = { c: Context<AppEnv>; query: Readonly<Record<string, string>>; list: PowerList }

/** The list of powers of a day (权责清单), with its numbers and its versions. */
export function PowersPage({ c, query, list }: Props): JSX.Element {
  const { to } = c.var.site
  const today = localDateOf(c.var.ctx.now)
  const { cursor: _cursor, ...filters } = query
  // What left the list has no guide to read any more.
  const isNow = list.day === today
  return (
    <Page
      c={c}
      title={service.powers}
      current={null}
      meta={{ level: 'list', column: pageMeta(service.powers, service.powersDescription) }}
    >
      <h1>{service.powers}</h1>
      <p class="lead">{service.powersLead}</p>
      <PowersSwitch to={to} current="powers" />
      <Form action={to.powers()} method="get" className="filter no-print">
        <div class="filter-grid">
          <DateField name="day" label={service.day} value={list.day} max={today} />
          <Select
            name="type"
            label={service.type}
            blank={service.anyType}
            value={query['type']}
            options={powerTypeOptions}
          />
        </div>
        <SubmitRow label={service.show} secondary={{ label: service.reset, href: to.powers() }} />
      </Form>
      <h2>{service.asOf.replace('{day}', list.day)}</h2>
      {list.items.length === 0 ? (
        <NoPowers list={list} />
      ) : (
        <PowerTable
          caption={service.powers}
          powers={list.items}
          hrefOf={({ id, type }) => (isNow && isServiceType(type) ? to.service(id) : null)}
        />
      )}
      <Pager
        next={list.next === null ? null : to.powers({ ...filters, cursor: list.next })}
        first={query['cursor'] === undefined ? null : to.powers(filters)}
      />
      {list.counts.total === 0 ? null : <CountsTable counts={list.counts} />}
      <Versions c={c} list={list} />
    </Page>
  )
}

/** A list that was never published is another thing than a day or type without any. */
function NoPowers({ list }: { list: PowerList }): JSX.Element {
  const isPublished = list.revisions.length > 0
  return (
    <EmptyState title={isPublished ? service.powersNone : service.powersNever}>
      <p>{isPublished ? service.powersNoneWhy : service.powersNeverWhy}</p>
    </EmptyState>
  )
}

function Versions({ c, list }: Omit<Props, 'query'>): JSX.Element | null {
  const { to } = c.var.site
  if (list.revisions.length === 0) return null
  return (
    <section class="panel">
      <h2>{service.versions}</h2>
      <ul class="list">
        {list.revisions.map(({ revision, on, reason, entries }) => (
          <li>
            <span class="list-main">
              <a href={to.powers({ day: on })}>
                {service.version.replace('{n}', String(revision))}
              </a>
              ，{service.versionEntries.replace('{n}', String(entries))}：{reason}
            </span>
            <time>{on}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}
