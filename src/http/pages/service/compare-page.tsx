import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PowerEdition } from '../../../domain/service/compare.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { PowerComparison } from '../../../usecases/service/compare-powers.ts'
import type { AppEnv } from '../../app-env.ts'
import { Select } from '../../ui/choices.tsx'
import { DateField, Form, SubmitRow } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { changeKindOptions, powerTypeNames, service } from '../../ui/words/power.ts'
import { labelOf } from '../label-of.ts'
import { pageMeta } from '../portal/catalog/columns.ts'
import { LogTable } from './log-table.tsx'
import { PowerTable } from './power-table.tsx'
import { PowersSwitch } from './powers-switch.tsx'

/** How the list changed between two days (清单比对), and the log of that time. */
export function ComparePage(props: {
  c: Context<AppEnv>
  kind: string | undefined
  view: PowerComparison
}): JSX.Element {
  const { c, kind, view } = props
  const { to } = c.var.site
  const today = localDateOf(c.var.ctx.now)
  return (
    <Page
      c={c}
      title={service.compareTitle}
      current={null}
      meta={{
        level: 'list',
        column: pageMeta(service.compareTitle, service.compareDescription),
      }}
      breadcrumbs={[{ label: service.powers, href: to.powers() }, { label: service.compareTitle }]}
    >
      <h1>{service.compareTitle}</h1>
      <p class="lead">{service.compareLead}</p>
      <PowersSwitch to={to} current="changes" />
      <Form action={to.powerChanges()} method="get" className="filter no-print">
        <div class="filter-grid">
          <DateField name="from" label={service.from} value={view.from} max={today} />
          <DateField name="until" label={service.until} value={view.until} max={today} />
          <Select
            name="kind"
            label={service.kind}
            blank={service.anyKind}
            value={kind}
            options={changeKindOptions}
          />
        </div>
        <SubmitRow
          label={service.compareShow}
          secondary={{ label: service.reset, href: to.powerChanges() }}
        />
      </Form>
      {view.isCut ? <Notice tone="warning" title={service.isCut} /> : null}
      <Difference view={view} />
      <section class="panel">
        <div class="panel-head">
          <h2>{service.log}</h2>
          <a class="no-print" href={to.powersFeed()}>
            {service.feed}
          </a>
        </div>
        {view.log.length === 0 ? <p>{service.logNone}</p> : <LogTable log={view.log} />}
      </section>
    </Page>
  )
}

function Difference({ view }: { view: PowerComparison }): JSX.Element {
  const { added, removed, amended } = view.difference
  if (added.length + removed.length + amended.length === 0) {
    return <EmptyState title={service.noDifference} />
  }
  return (
    <>
      <Part title={service.addedSince} powers={added} />
      <Part title={service.removedSince} powers={removed} />
      {amended.length === 0 ? null : (
        <section class="panel">
          <h2>{numbered(service.amendedSince, amended.length)}</h2>
          <DataTable
            caption={numbered(service.amendedSince, amended.length)}
            columns={[{ label: service.before }, { label: service.after }]}
            rows={amended.map(({ before, after }) => ({
              cells: [inWords(before), inWords(after)],
            }))}
          />
        </section>
      )}
    </>
  )
}

function Part({ title, powers }: { title: string; powers: PowerEdition[] }): JSX.Element | null {
  if (powers.length === 0) return null
  const name = numbered(title, powers.length)
  return (
    <section class="panel">
      <h2>{name}</h2>
      <PowerTable caption={name} powers={powers} hrefOf={() => null} />
    </section>
  )
}

function inWords({ name, code, type, unit, basis }: PowerEdition): string {
  return `${name}（${code}，${labelOf(powerTypeNames, type)}，${unit}）：${basis.join('；')}`
}

function numbered(text: string, n: number): string {
  return text.replace('{n}', String(n))
}
