/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- on phones CSS turns rows into blocks, and only the roles keep them a table for screen readers */
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { asChild, attribute, markup, type Markup } from './markup.ts'

/** A column of a table; on phones every row is a card and `label` stands before each value. */
export type TableColumn = {
  label: string
  kind?: 'text' | 'title' | 'reason' | 'number' | 'date' | 'minute' | 'code' | undefined
}

/** A row: one cell per column, in order; `html` holds cells that are escaped already, for long lists. */
export type TableRow =
  | { cells: readonly Child[]; current?: boolean | undefined }
  | { html: readonly Markup[] }

/** A table that becomes cards on narrow screens (数据表); roles keep it a table for screen readers. */
export function DataTable({
  caption,
  columns,
  rows,
  showCaption,
  wide,
}: {
  caption: string
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
  showCaption?: boolean | undefined
  /** Stays a table on phones and scrolls inside its frame */
  wide?: boolean | undefined
}): JSX.Element {
  const starts = columns.map(
    ({ label, kind }) =>
      markup`<td role="cell"${attribute('class', kindClass(kind))} data-label="${label}">`.markup,
  )
  const table = (
    <table class={wide === true ? 'table' : 'table table-cards'} role="table">
      <caption class={showCaption === true ? undefined : 'away'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, kind }) => (
            <th scope="col" role="columnheader" class={kindClass(kind)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) =>
          'html' in row ? (
            asChild(rowOf(starts, row.html))
          ) : (
            <tr role="row" class={row.current === true ? 'row-current' : undefined}>
              {columns.map(({ label, kind }, index) => (
                <td role="cell" class={kindClass(kind)} data-label={label}>
                  {row.cells[index]}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
  if (wide !== true) return table
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
    <section class="scroll" tabindex={0} aria-label={caption}>
      {table}
    </section>
  )
}

function rowOf(starts: readonly string[], cells: readonly Markup[]): Markup {
  let row = ''
  for (let at = 0; at < starts.length; at += 1) {
    row += `${starts[at] ?? ''}${cells[at]?.markup ?? ''}</td>`
  }
  return { markup: `<tr role="row">${row}</tr>` }
}

function kindClass(kind: TableColumn['kind']): string | undefined {
  return kind === undefined || kind === 'text' ? undefined : `c-${kind}`
}
