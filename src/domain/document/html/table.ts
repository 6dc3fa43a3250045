import type { HtmlElement, HtmlNode } from './parse.ts'
import { flatLines, type RawBlock, type ReadNodes } from './raw.ts'
import { plainOf } from '../plain.ts'
import { joinLines } from '../runs.ts'
import type { Cell } from '../tree.ts'

const most = { rows: 2000, columns: 60, caption: 300 } as const

type ReadCell = { element: HtmlElement; isHead: boolean; blocks: RawBlock[] }

/**
 * Reads a table (表格): cells with their spans and heads. A table that only arranges a page, one
 * cell or tables inside, gives way to what it holds; one too long becomes several.
 */
export function tableOf(element: HtmlElement, read: ReadNodes): RawBlock[] {
  const rows = rowsOf(element, false).map((row) =>
    elementsOf(row.element).map((cell) => ({
      element: cell,
      isHead: row.isHead || cell.tagName === 'th',
      blocks: read(cell.childNodes),
    })),
  )
  const cells = rows.flat()
  const isLayout = cells.length === 1 || cells.some(({ blocks }) => blocks.some(isTable))
  const title = elementsOf(element).find(({ tagName }) => tagName === 'caption')
  const before = title === undefined ? [] : read(title.childNodes)
  if (isLayout) return [...before, ...cells.flatMap(({ blocks }) => blocks)]
  const caption = plainOf(joinLines(before.flatMap(flatLines), ' '))
    .slice(0, most.caption)
    .trim()
  const tables = cut(rows.filter((row) => row.length > 0)).filter(holdsText)
  const isCaption = caption !== '' && caption.isWellFormed() && !/[\n\t]/.test(caption)
  return tables.map((part, index) =>
    isCaption && index === 0
      ? { type: 'table', caption, rows: part }
      : { type: 'table', rows: part },
  )
}

/** Rows in parts that one table may hold; no cell reaches below its own part. */
function cut(rows: readonly ReadCell[][]): Cell[][][] {
  const parts: Cell[][][] = []
  for (let at = 0; at < rows.length; at += most.rows) {
    const part = rows.slice(at, at + most.rows)
    parts.push(
      part.map((row, index) => {
        const fitting = row.length > most.columns ? withLastJoined(row) : row
        return fitting.map((cell) => cellOf(cell, part.length - index))
      }),
    )
  }
  return parts
}

function withLastJoined(row: readonly ReadCell[]): ReadCell[] {
  const kept = row.slice(0, most.columns)
  const last = kept.at(-1)
  const rest = row.slice(most.columns).flatMap(({ blocks }) => blocks)
  return last === undefined
    ? kept
    : [...kept.slice(0, -1), { ...last, blocks: [...last.blocks, ...rest] }]
}

function cellOf({ element, isHead, blocks }: ReadCell, rowsLeft: number): Cell {
  const colspan = span(element, 'colspan', most.columns)
  const rowspan = Math.min(span(element, 'rowspan', 500), rowsLeft)
  return {
    text: joinLines(blocks.flatMap(flatLines)),
    ...(isHead ? { head: true } : {}),
    ...(colspan < 2 ? {} : { colspan }),
    ...(rowspan < 2 ? {} : { rowspan }),
  }
}

function span(element: HtmlElement, name: string, limit: number): number {
  const value = element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
  return /^\s*\d{1,4}\s*$/.test(value) ? Math.min(limit, Number(value)) : 1
}

/** Rows of a table, those of thead marked; tables inside cells are not looked into. */
function rowsOf(
  element: HtmlElement,
  isHead: boolean,
): { element: HtmlElement; isHead: boolean }[] {
  return elementsOf(element).flatMap((child) => {
    if (child.tagName === 'tr') return [{ element: child, isHead }]
    const isGroup = /^t(?:head|body|foot)$/.test(child.tagName)
    return isGroup ? rowsOf(child, child.tagName === 'thead') : []
  })
}

function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter((node: HtmlNode) => 'tagName' in node)
}

function isTable({ type }: RawBlock): boolean {
  return type === 'table'
}

function holdsText(rows: Cell[][]): boolean {
  return rows.some((row) => row.some(({ text }) => text.length > 0))
}
