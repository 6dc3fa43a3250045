import type { Block, DocumentTree } from '../../domain/document/tree.ts'
import { rowsOf } from '../../domain/item/kinds/amount.ts'
import type { Fields, ItemKind, RowsField } from '../../domain/item/kinds/kind.ts'
import { kindOf } from '../../domain/item/kinds/kind-of.ts'
import { fieldText, headingOf } from './field-text.ts'

/**
 * Writes the fields of a special item and its text as one tree (专项内容和正文), so that two editions are
 * told apart as a whole: a table of facts, then each table under its name, then the text.
 */
export function fieldsTree({
  kind: kindId,
  fields,
  document,
}: {
  kind: string
  fields: Fields
  document: DocumentTree
}): DocumentTree {
  const kind = kindOf(kindId)
  return kind === null
    ? document
    : { v: 1, blocks: [...blocksOf(kind, fields), ...document.blocks] }
}

function blocksOf(kind: ItemKind, fields: Fields): Block[] {
  const facts = kind.fields.flatMap((field) => {
    const value = fields[field.key]
    return field.type === 'rows' || value === undefined
      ? []
      : [rowOf([field.label, fieldText(field, value, true)])]
  })
  const tables = kind.fields.flatMap((field) =>
    field.type === 'rows' ? tableOf(field, fields) : [],
  )
  return facts.length === 0 ? tables : [{ type: 'table', rows: facts }, ...tables]
}

function tableOf(field: RowsField, fields: Fields): Block[] {
  const rows = rowsOf(fields, field.key)
  if (rows.length === 0) return []
  return [
    { type: 'heading', level: 2, text: [{ text: field.label }] },
    {
      type: 'table',
      rows: [
        rowOf(field.columns.map(headingOf)),
        ...rows.map((row) =>
          rowOf(field.columns.map((column) => fieldText(column, row[column.key], false))),
        ),
      ],
    },
  ]
}

function rowOf(texts: readonly string[]): Extract<Block, { type: 'table' }>['rows'][number] {
  return texts.map((text) => ({ text: text === '' ? [] : [{ text }] }))
}
