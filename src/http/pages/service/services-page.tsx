import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isServiceType } from '../../../domain/service/power-types.data.ts'
import type { ServiceLine } from '../../../usecases/service/guide-view.ts'
import type { Services } from '../../../usecases/service/list-matters.ts'
import type { AppEnv } from '../../app-env.ts'
import { Select } from '../../ui/choices.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Tag } from '../../ui/tag.tsx'
import { powerTypeNames, powerTypeOptions, service } from '../../ui/words/power.ts'
import { labelOf } from '../label-of.ts'
import { pageMeta } from '../portal/catalog/columns.ts'

const types = powerTypeOptions.filter(({ value }) => isServiceType(value))

/** What one may apply for at an agency (办事指南列表), found by name and type. */
export function ServicesPage(props: {
  c: Context<AppEnv>
  query: Readonly<Record<string, string>>
  list: Services
}): JSX.Element {
  const { c, query, list } = props
  const { to } = c.var.site
  const { cursor: _cursor, ...filters } = query
  return (
    <Page
      c={c}
      title={service.services}
      current={null}
      meta={{ level: 'list', column: pageMeta(service.services, service.servicesDescription) }}
    >
      <h1>{service.services}</h1>
      <p class="lead">{service.servicesLead}</p>
      <Form action={to.services()} method="get" className="filter no-print">
        <div class="filter-grid">
          <TextField
            name="q"
            label={service.search}
            value={query['q']}
            maxlength={100}
            type="search"
          />
          <Select
            name="type"
            label={service.type}
            blank={service.anyType}
            value={query['type']}
            options={types}
          />
        </div>
        <SubmitRow label={service.find} secondary={{ label: service.reset, href: to.services() }} />
      </Form>
      {list.items.length === 0 ? (
        <NoServices isAsked={query['q'] !== undefined || query['type'] !== undefined} />
      ) : (
        <ol class="results">
          {list.items.map((line) => (
            <Line c={c} line={line} />
          ))}
        </ol>
      )}
      <Pager
        next={list.next === null ? null : to.services({ ...filters, cursor: list.next })}
        first={query['cursor'] === undefined ? null : to.services(filters)}
      />
      <p class="table-foot">
        <a href={to.powers()}>{service.powers}</a>
      </p>
    </Page>
  )
}

/** What was looked for and not found is another thing than an agency without any. */
function NoServices({ isAsked }: { isAsked: boolean }): JSX.Element {
  return (
    <EmptyState title={isAsked ? service.servicesNone : service.servicesNever}>
      <p>{isAsked ? service.servicesNoneWhy : service.servicesNeverWhy}</p>
    </EmptyState>
  )
}

function Line({ c, line }: { c: Context<AppEnv>; line: ServiceLine }): JSX.Element {
  const { to } = c.var.site
  return (
    <li>
      <h2>
        <a href={to.service(line.id)}>{line.name}</a>
      </h2>
      <p class="results-facts">
        <span>{labelOf(powerTypeNames, line.type)}</span>
        <span>{line.unit}</span>
        <span>{promiseWords(line.promisedDays)}</span>
        {line.lacking.length === 0 ? null : (
          <Tag tone="grey">{service.lacks.replace('{n}', String(line.lacking.length))}</Tag>
        )}
      </p>
    </li>
  )
}

function promiseWords(days: number | null): string {
  if (days === null) return service.noPromise
  return days === 0 ? service.atOnce : service.promised.replace('{n}', String(days))
}
