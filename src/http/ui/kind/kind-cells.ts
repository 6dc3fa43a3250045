import { rowsOf, sumOf, writeMicro } from '../../../domain/item/kinds/amount.ts'
import type { DerivedValue } from '../../../domain/item/kinds/derive.ts'
import type { Column, Derived, ItemKind, Row, RowsField } from '../../../domain/item/kinds/kind.ts'
import type { StaffFields } from '../../../domain/item/kinds/public-fields.ts'

/** What stands in a table of a special item (明细表内容), whether on a page or in a document. */
export type KindCells = {
  rows: readonly Row[]
  /** columns in which anything stands */ shown: readonly Column[]
  /** computed columns, in percent */ rates: readonly Derived[]
  computed: readonly DerivedValue[]
  /** a rate of a row, or of the whole where `row` is `total`; null when it cannot be computed */
  rateAt: (key: string, row: number | 'total') => string | null
  /** sums below the columns that have one, null below the others; null for a table without sums */
  totals: readonly (string | null)[] | null
}

/** Gathers rows, rates and sums of a table of a special item. */
export function kindCells(kind: ItemKind, field: RowsField, view: StaffFields): KindCells {
  const rows = rowsOf(view.fields, field.key)
  const shown = field.columns.filter(({ key }) => rows.some((row) => row[key] !== undefined))
  const rates = kind.derived.filter((rule) => 'in' in rule && rule.in === field.key && isRate(rule))
  const computed = view.derived.filter(
    ({ key, row }) => row !== null && rates.some((rule) => rule.key === key),
  )
  return {
    rows,
    shown,
    rates,
    computed,
    rateAt(key, row) {
      // In the order of the rows, the total last.
      const own = computed.filter((one) => one.key === key)
      return own.at(row === 'total' ? -1 : row)?.value ?? null
    },
    totals: totalsOf(field, view, shown),
  }
}

function totalsOf(
  { key: table, totals = [] }: RowsField,
  { fields }: StaffFields,
  shown: readonly Column[],
): (string | null)[] | null {
  if (totals.length === 0) return null
  return shown.map(({ key }) => {
    const sum = totals.includes(key) ? sumOf(fields, [{ in: table, field: key }]) : null
    return sum === null ? null : writeMicro(sum)
  })
}

function isRate({ derive }: { derive: string }): boolean {
  return derive === 'rate' || derive === 'growth'
}
