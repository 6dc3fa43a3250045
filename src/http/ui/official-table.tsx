import type { JSX } from 'hono/jsx/jsx-runtime'
import { type FigureCell, isHead, type TableLayout } from '../../domain/report/layout.ts'
import { asChild, attribute, markup, none, type Markup } from './markup.ts'

/** A table of the annual report in the national layout (年报表格); on narrow screens it scrolls inside its own frame. */
export function OfficialTable({
  layout,
  caption,
  figure,
}: {
  layout: TableLayout
  caption: string
  /** What stands in the cell of a figure */
  figure: (cell: FigureCell) => Markup
}): JSX.Element {
  const rows = layout.rows.map((row) => {
    const cells = row.map((cell) => {
      const spans = markup`${span('colspan', cell.columns)}${span('rowspan', cell.rows)}`
      if (!isHead(cell)) return markup`<td class="c-number"${spans}>${figure(cell)}</td>`
      const isWide = cell.of === 'column' ? cell.columns > 1 : cell.rows > 1
      const kind = cell.of === 'column' ? 'col' : 'row'
      return markup`<th scope="${isWide ? `${kind}group` : kind}"${spans}>${cell.text}</th>`
    })
    return markup`<tr>${cells}</tr>`
  })
  // The heads of tables three and four are repeated on every printed page; table two has its own within.
  const heads =
    layout.table === 'proactive' ? 0 : layout.rows.filter((row) => row.every(isHead)).length
  const [top, body] = [rows.slice(0, heads), rows.slice(heads)]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll" tabindex={0} aria-label={caption}>
      {asChild(
        markup`<table class="table table-report"><caption class="away">${caption}</caption>${heads === 0 ? none : markup`<thead>${top}</thead>`}<tbody>${body}</tbody></table>`,
      )}
    </section>
  )
}

function span(name: 'colspan' | 'rowspan', size: number): Markup {
  return attribute(name, size > 1 ? String(size) : null)
}
