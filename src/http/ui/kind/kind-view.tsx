import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DerivedValue } from '../../../domain/item/kinds/derive.ts'
import type { Field } from '../../../domain/item/kinds/kind.ts'
import { kindOf } from '../../../domain/item/kinds/kind-of.ts'
import type { StaffFields } from '../../../domain/item/kinds/public-fields.ts'
import { fieldText } from '../field-text.ts'
import { KindTable } from './kind-table.tsx'
import { SummaryList, type SummaryRow } from '../summary-list.tsx'
import { kindWords as words } from '../words/kind.ts'

/** What the public reads of a special item (专项信息公开页): facts, tables, computed figures, a chart. */
export function KindView({
  view,
  itemHref,
}: {
  /** the public's view, or the staff's */ view: StaffFields
  itemHref: (id: string) => string
}): JSX.Element | null {
  const kind = kindOf(view.kind)
  if (kind === null || kind.fields.length === 0) return null
  const tables = kind.fields.filter((field) => field.type === 'rows')
  const single = view.derived.filter(({ row }) => row === null)
  const rows = kind.fields.flatMap((field) => factOf(field, view, itemHref))
  return (
    <section class="kind-view" aria-label={kind.name}>
      <h2>
        {kind.name}
        <small>（{words.facts}）</small>
      </h2>
      <SummaryList rows={[...rows, ...single.flatMap(derivedRow)]} />
      {tables.map((field) => (
        <KindTable kind={kind} field={field} view={view} itemHref={itemHref} />
      ))}
      {view.isMasked ? <p class="field-hint">{words.masking}</p> : null}
    </section>
  )
}

function factOf(
  field: Field,
  { fields }: StaffFields,
  itemHref: (id: string) => string,
): SummaryRow[] {
  const value = fields[field.key]
  if (field.type === 'rows' || value === undefined) return []
  const text = fieldText(field, value, true)
  if (field.type === 'item') {
    return [{ label: field.label, value: <a href={itemHref(text)}>{words.openItem}</a> }]
  }
  if (field.type !== 'text') return [{ label: field.label, value: text }]
  const [first = '', ...others] = text.split('\n')
  return [{ label: field.label, value: [first, ...others.flatMap((line) => [<br />, line])] }]
}

function derivedRow({ label, value, unit, formula }: DerivedValue): SummaryRow[] {
  if (value === null) return []
  const text = unit === '' ? value : `${value} ${unit}`
  return [
    { label, value: formula === null ? text : [text, <small class="c-note">{formula}</small>] },
  ]
}
