import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { validities } from '../../../domain/item/validity.data.ts'
import type { ItemRow } from '../../../usecases/item/item-view.ts'
import { escapeHtml } from '../../ui/escape.ts'
import { DataTable, type TableColumn } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { noValidity, portal } from '../../ui/words/portal.ts'

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
  rows: readonly ItemRow[]
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

function cellsOf(row: ItemRow, withAgency: boolean): string[] {
  const { indexNumber, title, docNumber, writtenOn, publishedAt, validity, agency } = row
  const link = `<a href="${escapeHtml(itemHref(row))}">${escapeHtml(title)}</a>`
  const name = withAgency ? `<small class="c-note">${escapeHtml(agency.name)}</small>` : ''
  return [
    codeHtml(indexNumber),
    link + name,
    docNumber === null ? '' : codeHtml(docNumber),
    writtenOn === null ? '' : `<time>${escapeHtml(writtenOn)}</time>`,
    `<time datetime="${escapeHtml(publishedAt)}">${publishedAt.slice(0, 10)} <span class="clock">${publishedAt.slice(11, 16)}</span></time>`,
    `<span class="tag tag-${tones[validity] ?? 'none'}">${validityName(validity)}</span>`,
  ]
}

function codeHtml(text: string): string {
  return codeParts(text)
    .map((part) => `<span class="nowrap">${escapeHtml(part)}</span>`)
    .join('<wbr/>')
}

function codeParts(text: string): string[] {
  return text.split(/(?<=\/)|(?=〔)/)
}

/** A number that may break after a slash and before the year's bracket, nowhere else. */
export function Code({ text }: { text: string }): JSX.Element {
  return <>{raw(codeHtml(text))}</>
}

/** Where an item is read: on the pages of the agency that published it. */
export function itemHref({ agency, id }: Pick<ItemRow, 'agency' | 'id'>): string {
  return `${agency.origin}/items/${encodeURIComponent(id)}`
}

/** A moment of publication to the minute (发布时间); `at` is RFC 3339 of +08:00. */
export function Minute({ at }: { at: string }): JSX.Element {
  return (
    <time datetime={at}>
      {at.slice(0, 10)} <span class="clock">{at.slice(11, 16)}</span>
    </time>
  )
}

/** State of validity as a tag (有效性). */
export function Validity({ state }: { state: string }): JSX.Element {
  return <Tag tone={tones[state] ?? 'none'}>{validityName(state)}</Tag>
}

function validityName(state: string): string {
  return validities.find(({ key }) => key === state)?.name ?? noValidity
}

const tones: Readonly<Record<string, Tone>> = {
  valid: 'green',
  invalid: 'grey',
  repealed: 'red',
  amended: 'yellow',
}
