import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OfficeView } from '../../../usecases/statistics/show-office.ts'
import { Details, Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { common } from '../../ui/words/common.ts'
import { fill, office } from '../../ui/words/office.ts'
import { briefFigures } from './figure-links.ts'
import { linked } from './figure-view.tsx'

/** The figures that matter most, and the sum that they must keep. */
export function Summary({
  view,
  hrefOf,
}: {
  view: OfficeView
  hrefOf: (figure: string) => string
}): JSX.Element {
  const { applications, items } = view.statistics
  const { newReceived, carriedOver, totalProcessed, carriedForward } = applications
  const rows = [
    [office.received, newReceived.total, office.cases, briefFigures.received],
    [office.decided, totalProcessed.total, office.cases, briefFigures.decided],
    [office.forward, carriedForward.total, office.cases, 'applications.carriedForward.total'],
    [office.published, items.published, office.pieces, briefFigures.published],
    [office.queryable, items.queryable, office.pieces, 'items.all.queryable'],
  ] as const
  const over = view.period.kind === 'year' ? office.lastYear : office.lastPeriod
  return (
    <section class="panel" aria-label={office.summary}>
      <dl class="figures figures-row">
        {rows.map(([label, value, unit, key]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              {linked(value, hrefOf(key))}
              {value === null ? null : <small>{unit}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="more">
        {fill(office.formula, {
          over,
          a: carriedOver.total ?? common.noData,
          b: newReceived.total ?? common.noData,
          c: totalProcessed.total ?? common.noData,
          d: carriedForward.total ?? common.noData,
        })}
      </p>
      <SignalsView view={view} />
    </section>
  )
}

/** Who has reported, and the names of those who have not (报送情况). */
export function CoverageView({
  view,
  hrefOf,
}: {
  view: OfficeView
  hrefOf: (agency: OfficeView['silent'][number]) => string
}): JSX.Element | null {
  const { coverage, scope } = view.statistics
  if (scope === 'own') return null
  const { reporting, of } = coverage
  if (reporting === of) return <p class="lead">{fill(office.coverageAll, { n: of })}</p>
  return (
    <Notice tone="warning" title={fill(office.coverageOf, { n: of, m: reporting })}>
      <Details summary={fill(office.silent, { n: view.silent.length })}>
        <ul class="grid-list">
          {view.silent.map((agency) => (
            <li>
              <a href={hrefOf(agency)}>{agency.name}</a>
            </li>
          ))}
        </ul>
      </Details>
    </Notice>
  )
}

/** Open cases by colour; the public sees numbers only. */
function SignalsView({ view }: { view: OfficeView }): JSX.Element | null {
  const { blue, yellow, red } = view.statistics.signals
  if (blue === null || yellow === null || red === null) return null
  return (
    <p>
      {office.signals}： <Tag tone="red">{`${office.red} ${red}`}</Tag>{' '}
      <Tag tone="yellow">{`${office.yellow} ${yellow}`}</Tag>{' '}
      <Tag tone="blue">{`${office.blue} ${blue}`}</Tag>
    </p>
  )
}
