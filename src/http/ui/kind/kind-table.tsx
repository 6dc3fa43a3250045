import type { JSX } from 'hono/jsx/jsx-runtime'
import { type DerivedValue, totalName, wordOf } from '../../../domain/item/kinds/derive.ts'
import type { Column, ItemKind, Row, RowsField } from '../../../domain/item/kinds/kind.ts'
import type { StaffFields } from '../../../domain/item/kinds/public-fields.ts'
import { BarChart } from '../chart/bar-chart.tsx'
import { fieldText, headingOf, unitOf } from '../field-text.ts'
import { kindCells } from './kind-cells.ts'
import { markup, none, type Markup } from '../markup.ts'
import { Details } from '../notice.tsx'
import { DataTable } from '../table.tsx'
import { kindWords as words } from '../words/kind.ts'

type Props = {
  kind: ItemKind
  field: RowsField
  view: StaffFields
  itemHref: (id: string) => string
}

/** A table of a special item (明细表) with its totals, rates and how they were computed. */
export function KindTable({ kind, field, view, itemHref }: Props): JSX.Element | null {
  const { rows, shown, rates, computed, rateAt, totals } = kindCells(kind, field, view)
  if (rows.length === 0) {
    return view.fields[field.key] === undefined ? null : (
      <>
        <h3>{field.label}</h3>
        <p class="none">{words.empty}</p>
      </>
    )
  }
  const ratesOf = (row: number | 'total'): Markup[] =>
    rates.map(({ key }) => rateCell(rateAt(key, row)))
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
            html: [...shown.map((column) => cell(column, row, itemHref)), ...ratesOf(at)],
          })),
          ...(totals === null ? [] : [{ html: [...totals.map(totalCell), ...ratesOf('total')] }]),
        ]}
      />
      <Formulas computed={computed} />
    </section>
  )
}

function cell(column: Column, row: Row, itemHref: (id: string) => string): Markup {
  const value = row[column.key]
  if (value === undefined) return none
  const text = fieldText(column, value, false)
  return column.type === 'item'
    ? markup`<a href="${itemHref(text)}">${words.openItem}</a>`
    : markup`${text}`
}

function rateCell(rate: string | null): Markup {
  return rate === null ? markup`<span class="none">${words.none}</span>` : markup`${rate}`
}

/** The first names the row. */
function totalCell(sum: string | null, at: number): Markup {
  if (at === 0) return markup`<strong>${words.total}</strong>`
  return sum === null ? none : markup`<strong>${sum}</strong>`
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
