import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ListColumn, ListValue } from '../../../../domain/item/kinds/list-columns.ts'
import type { ItemKind } from '../../../../domain/item/kinds/kind.ts'
import type { ItemLine } from '../../../../usecases/item/item-view.ts'
import { listHeads, listText } from '../../../ui/list-columns.ts'
import { markup, none, type Markup } from '../../../ui/markup.ts'
import { DataTable } from '../../../ui/table.tsx'
import { portal } from '../../../ui/words/portal.ts'
import { code, itemHref } from './item-table.tsx'

const words = portal.item

/** A list of one special kind (专项列表): its own columns between title and day of publication. */
export function SpecialTable({
  kind,
  rows,
  caption,
  withAgency,
}: {
  kind: ItemKind
  rows: readonly ItemLine[]
  caption: string
  withAgency: boolean
}): JSX.Element {
  const heads = listHeads(kind)
  return (
    <DataTable
      caption={`${caption}：${kind.name}`}
      columns={[
        { label: words.title, kind: 'title' },
        ...heads.map(({ head }) => head),
        { label: words.publishedAt, kind: 'date' },
      ]}
      rows={rows.map((row) => ({
        html: [
          titleOf(row, withAgency),
          ...heads.map(({ column }) => cellOf(column, row.listed[column.key])),
          dayOf(row.publishedAt),
        ],
      }))}
    />
  )
}

function titleOf(row: ItemLine, withAgency: boolean): Markup {
  const name = withAgency ? markup`<small class="c-note">${row.agency.name}</small>` : none
  return markup`<a href="${itemHref(row)}">${row.title}</a>${name}`
}

function cellOf(column: ListColumn, value: ListValue | undefined): Markup {
  const text = listText(column, value)
  if (text === '') return none
  switch (column.field?.type) {
    case 'date':
      return markup`<time>${text}</time>`
    case 'code':
      return code(text)
    default:
      return markup`${text}`
  }
}

function dayOf(at: string): Markup {
  return markup`<time datetime="${at}">${at.slice(0, 10)}</time>`
}
