import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { apply } from '../../ui/words/apply.ts'
import { applyMeta } from './meta.ts'
import type { Slip } from './slip.ts'

/** The receipt (回执): what to keep and what happens next; prints as a slip. */
export function ReceivedPage({ c, slip }: { c: Context<AppEnv>; slip: Slip }): JSX.Element {
  const { agency, to } = c.var.site
  const atOnce = agency.settings.internetReceipt === 'at-once'
  return (
    <Page
      c={c}
      title={apply.received}
      current="apply"
      meta={applyMeta()}
      breadcrumbs={[{ label: apply.title, href: to.apply() }, { label: apply.received }]}
      hidden
    >
      <div class="apply">
        <h1>{apply.received}</h1>
        <section class="panel slip" aria-label={apply.receipt}>
          <dl class="slip-codes">
            <div>
              <dt>{apply.receipt}</dt>
              <dd>
                <output>{slip.receipt}</output>
              </dd>
            </div>
            <div>
              <dt>{apply.secret}</dt>
              <dd>
                <output>{slip.secret}</output>
              </dd>
            </div>
          </dl>
          <Notice tone="warning" title={apply.keep}>
            <p>{apply.keepWhy}</p>
          </Notice>
          <SummaryList
            rows={[
              { label: apply.submittedAt, value: minuteOf(slip.submittedAt) },
              { label: apply.receiver, value: agency.name },
            ]}
          />
        </section>
        <section class="prose">
          <h2>{apply.next}</h2>
          <ol>
            <li>{atOnce ? apply.nextAtOnce : apply.nextOfficer}</li>
            <li>{apply.nextClock}</li>
            <li>{apply.nextUnclear}</li>
          </ol>
        </section>
        <p class="submit">
          <button type="button" class="button" data-print hidden>
            {apply.print}
          </button>
          <a class="button-line" href={to.status()}>
            {apply.toStatus}
          </a>
          <a href={to.home()}>{apply.toHome}</a>
        </p>
      </div>
    </Page>
  )
}

/** What stands there once the slip is gone. */
export function SlipGonePage({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { to } = c.var.site
  return (
    <Page
      c={c}
      title={apply.gone}
      current="apply"
      meta={applyMeta()}
      breadcrumbs={[{ label: apply.title, href: to.apply() }, { label: apply.gone }]}
      hidden
    >
      <h1>{apply.gone}</h1>
      <p class="lead">{apply.goneWhy}</p>
      <p class="submit">
        <a class="button" href={to.status()}>
          {apply.toStatus}
        </a>
        <a href={to.apply()}>{apply.title}</a>
      </p>
    </Page>
  )
}
