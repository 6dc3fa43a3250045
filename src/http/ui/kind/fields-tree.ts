import type { Block, Cell, DocumentTree } from '../../../domain/document/tree.ts'
import type { DerivedValue } from '../../../domain/item/kinds/derive.ts'
import type { ItemKind, RowsField } from '../../../domain/item/kinds/kind.ts'
import { kindOf } from '../../../domain/item/kinds/kind-of.ts'
import type { StaffFields } from '../../../domain/item/kinds/public-fields.ts'
import { fieldText, headingOf } from '../field-text.ts'
import { kindCells } from './kind-cells.ts'
import { kindWords as words } from '../words/kind.ts'

type Table = Extract<Block, { type: 'table' }>
type Special = StaffFields & { document: DocumentTree }

/**
 * Writes the fields of a special item and its text as one tree (专项内容和正文), as documents and
 * differences show it: a table of facts, then each table under its name with sums and rates, then the text.
 */
export function fieldsTree({ document, ...view }: Special): DocumentTree {
  const kind = kindOf(view.kind)
  return kind === null || kind.fields.length === 0
    ? document
    : { v: 1, blocks: [...blocksOf(kind, view), ...document.blocks] }
}

function blocksOf(kind: ItemKind, view: StaffFields): Block[] {
  const facts = [
    ...kind.fields.flatMap((field) => {
      const value = view.fields[field.key]
      return field.type === 'rows' || value === undefined
        ? []
        : [factOf(field.label, fieldText(field, value, true))]
    }),
    ...view.derived.filter(({ row }) => row === null).flatMap(derivedFact),
  ]
  const tables = kind.fields.flatMap((field) =>
    field.type === 'rows' ? tableOf(kind, field, view) : [],
  )
  const note: Block = { type: 'paragraph', text: [{ text: words.masking }] }
  return [
    ...(facts.length === 0 ? [] : [{ type: 'table', rows: facts } satisfies Table]),
    ...tables,
    ...(view.isMasked ? [note] : []),
  ]
}

function derivedFact({ label, value, unit, formula }: DerivedValue): Cell[][] {
  if (value === null) return []
  const text = unit === '' ? value : `${value} ${unit}`
  return [factOf(label, formula === null ? text : `${text}（${formula}）`)]
}

function tableOf(kind: ItemKind, field: RowsField, view: StaffFields): Table[] {
  const { rows, shown, rates, rateAt, totals } = kindCells(kind, field, view)
  if (rows.length === 0) return []
  const rateCells = (row: number | 'total'): string[] =>
    rates.map(({ key }) => rateAt(key, row) ?? words.none)
  const total = totals?.map((sum, at) => (at === 0 ? words.total : (sum ?? '')))
  return [
    {
      type: 'table',
      caption: field.label,
      rows: [
        [...shown.map(headingOf), ...rates.map(({ label }) => `${label}（%）`)].map(headOf),
        ...rows.map((row, at) =>
          [
            ...shown.map((column) => fieldText(column, row[column.key], false)),
            ...rateCells(at),
          ].map(cellOf),
        ),
        ...(total === undefined ? [] : [[...total, ...rateCells('total')].map(cellOf)]),
      ],
    },
  ]
}

function factOf(label: string, text: string): Cell[] {
  return [headOf(label), cellOf(text)]
}

function headOf(text: string): Cell {
  return { ...cellOf(text), head: true }
}

function cellOf(text: string): Cell {
  return { text: text === '' ? [] : [{ text }] }
}
