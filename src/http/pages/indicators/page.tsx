import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { packs } from '../../../domain/statistics/indicator/indicators.data.ts'
import { opensOf } from '../../../domain/statistics/indicator/opened.ts'
import type { Indicator, IndicatorValue } from '../../../domain/statistics/indicator/types.ts'
import type {
  IndicatorsView,
  ShownIndicator,
} from '../../../usecases/statistics/show-indicators.ts'
import { Select } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { indicators as words } from '../../ui/words/indicators.ts'
import { roundingOf } from '../../ui/words/looking.ts'
import { fill, office, periodName } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { FormTable } from './form-table.tsx'
import { type FigureOpener, figureOpener } from './figure-opener.tsx'
import { knownWords, valueWords } from './value-words.ts'

/** The indicators of a period at the desk (统计指标): value, definition and coverage of each. */
export function IndicatorsPage(props: {
  frame: Frame
  view: IndicatorsView
  pack: string | undefined
  /** what the columns and carriers of the counts are called */
  nameOf: (key: string) => string
  isBadPeriod: boolean
}): JSX.Element {
  const { frame, view, pack, nameOf, isBadPeriod } = props
  const { to } = frame.c.var.site
  const { agencies } = frame.c.var.region
  const agencyName = (id: string): string => agencies.find((one) => one.id === id)?.name ?? id
  const { period, scope } = view
  const opener = figureOpener(frame.c, period.key, scope)
  const items = view.items.filter(({ indicator }) => indicator.pack !== 'monthly-form')
  return (
    <DeskPage {...frame} title={words.title} current="office">
      <h1>{words.title}</h1>
      <FigureSwitch frame={frame} part="indicators" />
      {isBadPeriod ? <Notice tone="warning" title={words.badPeriod} /> : null}
      <p class="lead">{words.lead}</p>
      <Form action={to.indicators()} method="get" className="filter filter-line no-print">
        <TextField
          name="period"
          label={office.periodLabel}
          hint={words.periodHint}
          value={period.key}
          maxlength={10}
        />
        <Select
          id="scope"
          name="scope"
          label={office.scopeLabel}
          value={scope}
          blank={null}
          options={[
            { value: 'own', label: office.own },
            { value: 'subtree', label: office.subtree },
          ]}
        />
        <Select
          id="pack"
          name="pack"
          label={words.packLabel}
          value={pack ?? ''}
          blank={words.allPacks}
          options={Object.entries(packs).map(([value, label]) => ({ value, label }))}
        />
        <SubmitRow label={office.show} />
      </Form>
      <h2>{periodName(period)}</h2>
      {[...Map.groupBy(items, ({ indicator }) => indicator.pack)].map(([name, rows]) => (
        <section>
          <h3>{packs[name]}</h3>
          <PackTable caption={packs[name]} rows={rows} nameOf={agencyName} opener={opener} />
        </section>
      ))}
      {view.form === null ? null : (
        <FormTable
          form={view.form}
          opener={opener}
          hrefOf={(format) => to.indicators({ period: period.key, scope, format })}
        />
      )}
      <Publication frame={frame} view={view} nameOf={nameOf} />
    </DeskPage>
  )
}

function PackTable(props: {
  caption: string
  rows: readonly ShownIndicator[]
  nameOf: (id: string) => string
  opener: FigureOpener
}): JSX.Element {
  return (
    <DataTable
      caption={props.caption}
      columns={[
        { label: words.name, kind: 'title' },
        { label: words.value },
        { label: words.unit },
        { label: words.coverage },
      ]}
      rows={props.rows.map(({ indicator, value, coverage }) => ({
        cells: [
          <>
            {indicator.name}
            <small class="c-note">
              {words.formula}：{indicator.formula}
              {roundingOf(indicator) === null ? null : `（${roundingOf(indicator) ?? ''}）`}
            </small>
          </>,
          <Value indicator={indicator} value={value} opener={props.opener} />,
          indicator.unit,
          <>
            {`${coverage.reporting}/${coverage.of}`}
            {coverage.missing.length === 0 ? null : (
              <small class="c-note">
                {fill(words.missing, { names: coverage.missing.map(props.nameOf).join('、') })}
              </small>
            )}
          </>,
        ],
      }))}
    />
  )
}

/** A value as a link to its records; of a rate, each of its two parts is one. */
function Value(props: {
  indicator: Indicator
  value: IndicatorValue
  opener: FigureOpener
}): JSX.Element {
  const { indicator, value, opener } = props
  const opens = opensOf(indicator)
  const text = valueWords(value, indicator.unit)
  if (!('denominator' in value) || value.denominator === undefined) {
    const isFigure = value.state === 'value' && value.value !== 0
    return <>{isFigure ? opener(opens.value, text) : text}</>
  }
  const { numerator = 0, denominator, known } = value
  const part = (key: string | null, n: number): Child =>
    n === 0 ? String(n) : opener(key, String(n))
  return (
    <>
      {text}
      <small class="c-note">
        {part(opens.numerator, numerator)} ÷ {part(opens.denominator, denominator)}
        {known === undefined ? null : `，${knownWords(known, denominator)}`}
      </small>
    </>
  )
}

/** Published items by column, theme and carrier, each number a link to what of it can still be read. */
function Publication(props: {
  frame: Frame
  view: IndicatorsView
  nameOf: (key: string) => string
}): JSX.Element {
  const { to } = props.frame.c.var.site
  const { period, scope, publication } = props.view
  const { columns, themes, channels } = publication
  const year = String(period.year)
  // A column of another agency has a name there alone.
  const ofColumn = (category: string): string | null =>
    props.nameOf(category) === category ? null : to.items({ category, year, scope })
  const parts = [
    [words.byColumn, columns, ofColumn],
    [words.byTheme, themes, (theme: string) => to.items({ theme, year, scope })],
    [words.byChannel, channels, () => to.deskChannels({ period: period.key })],
  ] as const
  const shown = parts.filter(([, counts]) => Object.keys(counts).length > 0)
  return (
    <section>
      <h2>{words.publication}</h2>
      {shown.length === 0 ? <EmptyState title={words.noPublication} /> : null}
      {shown.length === 0 ? null : <p class="c-note">{words.publicationHint}</p>}
      {shown.map(([label, counts, hrefOf]) => (
        <>
          <h3>{label}</h3>
          <DataTable
            caption={label}
            columns={[
              { label: words.key, kind: 'title' },
              { label: words.count, kind: 'number' },
            ]}
            rows={Object.entries(counts).map(([key, n]) => ({
              cells: [props.nameOf(key), countLink(n, hrefOf(key))],
            }))}
          />
        </>
      ))}
    </section>
  )
}

function countLink(n: number, href: string | null): Child {
  return href === null ? String(n) : <a href={href}>{n}</a>
}
