import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PersonalDataView } from '../../../usecases/application/personal-data/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Hidden } from '../../ui/form.tsx'
import { fieldId } from '../../ui/form-names.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { apply } from '../../ui/words/apply.ts'
import { personalData as words } from '../../ui/words/personal-data.ts'
import { timelineText } from '../../ui/words/timeline.ts'
import { dataRows } from '../data-rows.ts'
import type { Filled } from './form-parts.tsx'
import { applyMeta } from './meta.ts'
import { type Pair, PairForm } from './pair-form.tsx'
import {
  ContactForm,
  ErasureForm,
  IdentityForm,
  NoticesForm,
  RequestsTable,
} from './personal-data-forms.tsx'

/** What the page shows; `secret` goes back with each act, by which it is checked again. */
export type PersonalDataPageProps = {
  c: Context<AppEnv>
  view: PersonalDataView
  secret: string
  filled: Filled
  notice: string | null
}

/** An applicant's own data (我的个人信息): what is kept, why and until when, who looked, and what he may do. */
export function PersonalDataPage(props: PersonalDataPageProps): JSX.Element {
  const { c, view, secret, filled, notice } = props
  const { to } = c.var.site
  const pair = { receipt: view.receipt, secret }
  return (
    <Page
      c={c}
      title={words.title}
      current="apply"
      meta={applyMeta()}
      breadcrumbs={[
        { label: apply.title, href: to.apply() },
        { label: apply.status, href: to.status() },
        { label: words.title },
      ]}
      hidden
    >
      <div class="apply">
        <h1>{words.title}</h1>
        <ErrorSummary errors={filled.errors} />
        {notice === null ? null : <Notice tone="success" title={notice} />}
        <p class="lead">{words.lead}</p>
        <Kept c={c} view={view} pair={pair} />
        <section class="panel no-print">
          <h2>{words.copy}</h2>
          <p>{words.copyWhy}</p>
          <PairForm action={to.personalData('copy')} pair={pair}>
            <p class="submit">
              <button type="submit" class="button-line" name="format" value="csv">
                {words.copyCsv}
              </button>
              <button type="submit" class="button-line" name="format" value="json">
                {words.copyJson}
              </button>
            </p>
          </PairForm>
        </section>
        <NoticesForm c={c} view={view} pair={pair} />
        <RequestsTable view={view} />
        <ContactForm c={c} view={view} pair={pair} filled={filled} />
        <IdentityForm c={c} view={view} pair={pair} filled={filled} />
        <ErasureForm c={c} view={view} pair={pair} filled={filled} />
        <Acts view={view} />
        <PairForm action={to.status()} pair={pair}>
          <p class="submit">
            <button type="submit" class="button-line">
              {words.back}
            </button>
          </p>
        </PairForm>
      </div>
    </Page>
  )
}

function Kept(props: { c: Context<AppEnv>; view: PersonalDataView; pair: Pair }): JSX.Element {
  const { c, view, pair } = props
  const { openings } = view
  const rows: SummaryRow[] = [
    ...dataRows(view).map(([label, value]) => ({ label, value })),
    { label: words.why, value: words.whyText },
    { label: words.until, value: untilText(view) },
    {
      label: words.looked,
      value:
        openings.last === null
          ? words.lookedNever
          : words.lookedTimes(openings.n, minuteOf(openings.last)),
    },
  ]
  return (
    <section class="panel" id={fieldId('kept')}>
      <div class="panel-head">
        <h2>{words.kept}</h2>
        <PairForm action={c.var.site.to.personalData()} pair={pair}>
          <Hidden name="show" value={view.isFull ? 'masked' : 'full'} />
          <button type="submit" class="button-line no-print">
            {view.isFull ? words.hide : words.showFull}
          </button>
        </PairForm>
      </div>
      <p class="field-hint">{view.isFull ? words.fullWhy : words.maskedWhy}</p>
      <SummaryList rows={rows} />
    </section>
  )
}

function untilText({ retention }: PersonalDataView): string {
  if (retention === null) return words.untilOpen
  const { term, keptUntil } = retention
  return keptUntil === null ? words.untilEver : words.untilDay(keptUntil, String(term))
}

function Acts({ view }: { view: PersonalDataView }): JSX.Element | null {
  if (view.acts.length === 0) return null
  return (
    <section class="panel">
      <h2>{words.acts}</h2>
      <Timeline
        steps={view.acts.map(({ at, event, data }) => ({
          at: minuteOf(at),
          label: timelineText(event, data),
          note: null,
        }))}
      />
    </section>
  )
}
