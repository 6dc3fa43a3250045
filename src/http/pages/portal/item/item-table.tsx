import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemLine } from '../../../../usecases/item/item-view.ts'
import { escapeHtml } from '../../../ui/escape.ts'
import { asChild, markup, none, type Markup } from '../../../ui/markup.ts'
import { DataTable, type TableColumn } from '../../../ui/table.tsx'
import type { Tone } from '../../../ui/tag.tsx'
import { momentOf } from '../../../ui/moment.ts'
import { portal, validityName } from '../../../ui/words/portal.ts'

const words = portal.item

const columns: readonly TableColumn[] = [
  { label: words.indexNumber, kind: 'code' },
  { label: words.title, kind: 'title' },
  { label: words.docNumber, kind: 'code' },
  { label: words.writtenOn, kind: 'date' },
  { label: words.publishedAt, kind: 'minute' },
  { label: words.validity, kind: 'date' },
]

/** The rows of a listing in the usual six columns; `withAgency` names the publishing agency too. */
export function ItemTable({
  rows,
  caption,
  withAgency,
}: {
  rows: readonly ItemLine[]
  caption: string
  withAgency?: boolean | undefined
}): JSX.Element {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows.map((row) => ({ html: cellsOf(row, withAgency === true) }))}
    />
  )
}

function cellsOf(row: ItemLine, withAgency: boolean): Markup[] {
  const { indexNumber, title, docNumber, writtenOn, agency } = row
  const name = withAgency ? markup`<small class="c-note">${agency.name}</small>` : none
  return [
    code(indexNumber),
    markup`<a href="${itemHref(row)}">${title}</a>${name}`,
    docNumber === null ? none : code(docNumber),
    writtenOn === null ? none : markup`<time>${writtenOn}</time>`,
    minute(row.publishedAt),
    validityTag(row.validity),
  ]
}

/** A number that may break after a slash and before the year's bracket, nowhere else. */
export function code(text: string): Markup {
  let html = '<span class="nowrap">'
  let from = 0
  // A regular expression that looks about itself costs three times as much, forty times a list.
  for (let at = 1; at < text.length; at += 1) {
    if (text[at - 1] !== '/' && text[at] !== '〔') continue
    html += `${escapeHtml(text.slice(from, at))}</span><wbr/><span class="nowrap">`
    from = at
  }
  return { markup: `${html}${escapeHtml(text.slice(from))}</span>` }
}

/** Where an item is read: on the pages of the agency that published it. */
export function itemHref({ agency, id }: Pick<ItemLine, 'agency' | 'id'>): string {
  return `${agency.origin}/items/${encodeURIComponent(id)}`
}

/** An item as a line of a short list: its title and its day. */
export function listLine(row: Pick<ItemLine, 'agency' | 'id' | 'title' | 'publishedAt'>): Markup {
  const day = row.publishedAt.slice(0, 10)
  return markup`<li><span class="list-main"><a href="${itemHref(row)}">${row.title}</a></span><time datetime="${row.publishedAt}">${day}</time></li>`
}

/** A moment of publication to the minute (发布时间); `at` is RFC 3339 of +08:00. */
export function Minute({ at }: { at: string }): JSX.Element {
  return <>{asChild(minute(at))}</>
}

/** The same as markup. */
export function minute(at: string): Markup {
  const { day, clock } = momentOf(at)
  const shown = clock === null ? none : markup` <span class="clock">${clock}</span>`
  return markup`<time datetime="${at}">${day}${shown}</time>`
}

/** State of validity as a tag (有效性). */
export function validityTag(state: string): Markup {
  return markup`<span class="tag tag-${tones[state] ?? 'none'}">${validityName(state)}</span>`
}

const tones: Readonly<Record<string, Tone>> = {
  valid: 'green',
  invalid: 'grey',
  repealed: 'red',
  amended: 'yellow',
}
