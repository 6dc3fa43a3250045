import type { JSX } from 'hono/jsx/jsx-runtime'
import { rowsOf, sumOf, writeMicro } from '../../domain/item/kinds/amount.ts'
import { type DerivedValue, totalName, wordOf } from '../../domain/item/kinds/derive.ts'
import type { Column, ItemKind, Row, RowsField } from '../../domain/item/kinds/kind.ts'
import type { StaffFields } from '../../domain/item/kinds/public-fields.ts'
import { BarChart } from './bar-chart.tsx'
import { fieldText, headingOf, unitOf } from './field-text.ts'
import { markup, none, type Markup } from './markup.ts'
import { Details } from './notice.tsx'
import { DataTable } from './table.tsx'
import { kindWords as words } from './words/kind.ts'

type Props = {
  kind: ItemKind
  field: RowsField
  view: StaffFields
  itemHref: (id: string) => string
}

/** A table of a special item (明细表) with its totals, rates and how they were computed. */
export function KindTable({ kind, field, view, itemHref }: Props): JSX.Element | null {
  const rows = rowsOf(view.fields, field.key)
  if (rows.length === 0) {
    return view.fields[field.key] === undefined ? null : (
      <>
        <h3>{field.label}</h3>
        <p class="none">{words.empty}</p>
      </>
    )
  }
  const shown = field.columns.filter(({ key }) => rows.some((row) => row[key] !== undefined))
  const rates = kind.derived.filter((rule) => 'in' in rule && rule.in === field.key && isRate(rule))
  const computed = view.derived.filter(({ key, row }) => row !== null && keyIn(rates, key))
  return (
    <section class="kind-table">
      <h3>{field.label}</h3>
      <Chart kind={kind} field={field} rows={rows} />
      <DataTable
        caption={field.label}
        wide
        columns={[
          ...shown.map((column) => ({
            label: headingOf(column),
            kind: unitOf(column) === null ? undefined : ('number' as const),
          })),
          ...rates.map(({ label }) => ({ label: `${label}（%）`, kind: 'number' as const })),
        ]}
        rows={[
          ...rows.map((row, at) => ({
            html: [
              ...shown.map((column) => cell(column, row, itemHref)),
              ...rates.map(({ key }) => rateCell(ratesOf(computed, key)[at])),
            ],
          })),
          ...totalRow(field, view, shown, rates, computed),
        ]}
      />
      <Formulas computed={computed} />
    </section>
  )
}

function isRate({ derive }: { derive: string }): boolean {
  return derive === 'rate' || derive === 'growth'
}

function keyIn(rules: readonly { key: string }[], key: string): boolean {
  return rules.some((rule) => rule.key === key)
}

/** Computed values of one key, in the order of the rows, the total last. */
function ratesOf(computed: readonly DerivedValue[], key: string): DerivedValue[] {
  return computed.filter((one) => one.key === key)
}

function cell(column: Column, row: Row, itemHref: (id: string) => string): Markup {
  const value = row[column.key]
  if (value === undefined) return none
  const text = fieldText(column, value, false)
  return column.type === 'item' ? markup`<a href="${itemHref(text)}">${text}</a>` : markup`${text}`
}

function rateCell(rate: DerivedValue | undefined): Markup {
  return rate?.value === null || rate === undefined
    ? markup`<span class="none">${words.none}</span>`
    : markup`${rate.value}`
}

function totalRow(
  field: RowsField,
  view: StaffFields,
  shown: readonly Column[],
  rates: readonly { key: string }[],
  computed: readonly DerivedValue[],
): { html: Markup[] }[] {
  const { totals = [] } = field
  if (totals.length === 0) return []
  const cells = shown.map(({ key }, index) => {
    if (index === 0) return markup`<strong>${words.total}</strong>`
    const sum = totals.includes(key) ? sumOf(view.fields, [{ in: field.key, field: key }]) : null
    return sum === null ? none : markup`<strong>${writeMicro(sum)}</strong>`
  })
  return [{ html: [...cells, ...rates.map(({ key }) => rateCell(ratesOf(computed, key).at(-1)))] }]
}

/** How every rate came about: formula, numerator, denominator, rounding. */
function Formulas({ computed }: { computed: readonly DerivedValue[] }): JSX.Element | null {
  const known = computed.filter(({ value }) => value !== null)
  const formulas = [
    ...new Set(computed.map(({ formula, rounding }) => `${formula}（${rounding}）`)),
  ]
  if (known.length === 0) return null
  return (
    <Details summary={words.how}>
      {formulas.map((formula) => (
        <p>{formula}</p>
      ))}
      <ul>
        {known.map(({ label, row, numerator, denominator, value }) => (
          <li>
            {row ?? totalName} {label}：{numerator} ÷ {denominator} = {value}%
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Chart({
  kind,
  field,
  rows,
}: Pick<Props, 'kind' | 'field'> & { rows: readonly Row[] }): JSX.Element | null {
  if (kind.chart?.rows !== field.key || rows.length < 2 || rows.length > 30) return null
  const columns = kind.chart.columns.flatMap(
    (key) => field.columns.find((column) => column.key === key) ?? [],
  )
  const values = columns.map(({ key }) => rows.map((row) => numberIn(row, key)))
  if (values.flat().some((value) => value !== null && value < 0)) return null
  const [first] = columns
  return (
    <BarChart
      caption={columns.map(({ label }) => label).join('、')}
      categories={rows.map((row) => wordOf(field, row))}
      series={columns.map(({ label: name }, index) => ({ name, values: values[index] ?? [] }))}
      unit={first === undefined ? '' : (unitOf(first) ?? '')}
    />
  )
}

function numberIn(row: Row, key: string): number | null {
  const value = row[key]
  return typeof value === 'number' ? value : null
}
