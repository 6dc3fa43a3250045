import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { changeKinds } from '../../../domain/service/change-kinds.data.ts'
import type { PowerNumbers } from '../../../usecases/service/count-powers.ts'
import type { AppEnv } from '../../app-env.ts'
import { figure } from '../../ui/chart/chart-scale.ts'
import { Page } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { service } from '../../ui/words/power.ts'
import { pageMeta } from '../portal/catalog/columns.ts'
import { CountsTable, NumberBars } from './counts-table.tsx'
import { PowersSwitch } from './powers-switch.tsx'

type Props = { c: Context<AppEnv>; numbers: PowerNumbers }

/** How many powers and approvals there are (职权和审批事项数量), own or of the subtree. */
export function NumbersPage({ c, numbers }: Props): JSX.Element {
  const { to, agency } = c.var.site
  const hasChildren = c.var.region.agencies.some(({ parentId }) => parentId === agency.id)
  const { coverage, asOf } = numbers
  return (
    <Page
      c={c}
      title={service.numbersTitle}
      current={null}
      meta={{
        level: 'list',
        column: pageMeta(service.numbersTitle, service.numbersDescription),
      }}
      breadcrumbs={[{ label: service.powers, href: to.powers() }, { label: service.numbers }]}
    >
      <h1>{service.numbersTitle}</h1>
      <p class="lead">{service.numbersLead}</p>
      <PowersSwitch to={to} current="counts" />
      {hasChildren ? <Scopes c={c} numbers={numbers} /> : null}
      {asOf === null ? null : (
        <p class="c-note">
          {service.numbersAsOf.replace('{at}', `${asOf.slice(0, 10)} ${asOf.slice(11, 16)}`)}
        </p>
      )}
      {numbers.scope === 'subtree' ? (
        <p>
          {service.coverage
            .replace('{of}', String(coverage.of))
            .replace('{n}', String(coverage.reporting))}
        </p>
      ) : null}
      {numbers.total === 0 ? (
        <EmptyState title={service.numbersNone} />
      ) : (
        <CountsTable counts={numbers} />
      )}
      <Changes numbers={numbers} />
      <Children c={c} numbers={numbers} />
    </Page>
  )
}

function Scopes({ c, numbers }: Props): JSX.Element {
  const { to } = c.var.site
  return (
    <nav class="switch" aria-label={service.scopeLabel}>
      <ul>
        {(['own', 'subtree'] as const).map((scope) => (
          <li>
            <a
              href={to.powerCounts({ scope })}
              aria-current={scope === numbers.scope ? 'true' : undefined}
            >
              {service[scope]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Changes({ numbers }: { numbers: PowerNumbers }): JSX.Element | null {
  const { changes, year } = numbers
  const title = service.changesOfYear.replace('{year}', String(year))
  if (Object.values(changes).every((n) => n === 0)) return null
  return (
    <section class="panel">
      <h2>{title}</h2>
      <NumberBars caption={title} types={changeKinds} numbers={changes} />
    </section>
  )
}

function Children({ c, numbers }: Props): JSX.Element | null {
  const { resolver } = c.var.parts
  if (numbers.children.length === 0) return null
  return (
    <section class="panel">
      <h2>{service.children}</h2>
      <DataTable
        caption={service.children}
        columns={[
          { label: service.child, kind: 'title' },
          { label: service.agencies, kind: 'number' },
          { label: service.total, kind: 'number' },
        ]}
        rows={numbers.children.map(({ agency, agencies, total }) => {
          const found = resolver.byId(agency.id)
          const scope = agencies > 1 ? 'subtree' : 'own'
          return {
            cells: [
              found === null ? (
                agency.name
              ) : (
                <a href={`${resolver.originOf(found)}/powers/counts?scope=${scope}`}>
                  {agency.name}
                </a>
              ),
              figure(agencies),
              figure(total),
            ],
          }
        })}
      />
    </section>
  )
}
