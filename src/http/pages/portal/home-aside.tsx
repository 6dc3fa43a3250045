import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Home } from '../../../usecases/item/home.ts'
import type { AppEnv } from '../../app-env.ts'
import { figure } from '../../ui/chart-scale.ts'
import { SummaryList } from '../../ui/summary-list.tsx'
import { portal } from '../../ui/words/portal.ts'
import { PanelHead } from './panel-head.tsx'

const words = portal.home
const mostLower = 10

/** Beside the newest items: figures, whom to ask, the agencies below. */
export function HomeAside({ c, home }: { c: Context<AppEnv>; home: Home }): JSX.Element {
  const { agency, to } = c.var.site
  const { guide } = agency
  return (
    <div>
      <section class="panel">
        <PanelHead title={words.figures} href={to.statistics()} more={words.allFigures} />
        <dl class="figures">
          <Figure label={words.published} n={home.counts.published} />
          <Figure label={words.thisYear} n={home.counts.publishedThisYear} />
        </dl>
      </section>
      <section class="panel">
        <PanelHead title={words.contact} href={to.guide()} more={words.more} />
        <p class="panel-name">{guide.body}</p>
        <SummaryList
          stacked
          rows={[
            { label: words.telephone, value: guide.telephone },
            { label: words.hours, value: guide.hours },
            { label: words.address, value: guide.address },
          ]}
        />
      </section>
      <LowerAgencies c={c} />
    </div>
  )
}

function Figure({ label, n }: { label: string; n: number }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {figure(n)}
        <small>{words.pieces}</small>
      </dd>
    </div>
  )
}

function LowerAgencies({ c }: { c: Context<AppEnv> }): JSX.Element | null {
  const { agency, to } = c.var.site
  const lower = c.var.region.agencies.filter(({ parentId }) => parentId === agency.id)
  if (lower.length === 0) return null
  return (
    <section class="panel">
      <PanelHead title={words.lower} href={to.agencies()} more={words.allLower} />
      <ul class="grid-list grid-two">
        {lower.slice(0, mostLower).map((one) => (
          <li>
            <a href={`${c.var.parts.resolver.originOf(one)}/`}>{one.shortName}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
