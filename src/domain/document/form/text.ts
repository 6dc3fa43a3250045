import { type FigureName, writeFigure } from '../figure-line.ts'
import { oneLine, writeRows } from './table.ts'
import { plainOf } from '../plain.ts'
import { headingLevel } from '../recognise.ts'
import { itemNumbers } from '../to-text.ts'
import type { Block, DocumentTree } from '../tree.ts'

/** A line of the form and where it comes from: the block, and which line of it. */
export type FormLine = { line: string; block: Block; at: number; of: number }

/** Mark before the name of a table (表名). */
export const captionMark = '〔表〕'

/**
 * Writes a document as text to be edited in a form (表单正文): a line per paragraph, `#` before headings
 * that no numbering tells, `-` and `1.` before points, a full-width space per depth, rows of tables
 * between bars, pictures by the name that `nameOf` gives their file. {@link fromForm} reads it back.
 */
export function toFormText(tree: DocumentTree, nameOf: FigureName = asItIs): string {
  return formLines(tree, nameOf)
    .map(({ line }) => line)
    .join('\n')
}

/** The lines of a document in the form; a paragraph without text has none. */
export function formLines(tree: DocumentTree, nameOf: FigureName = asItIs): FormLine[] {
  return tree.blocks.flatMap((block) => {
    const lines = linesOf(block, nameOf)
    return lines.map((line, at) => ({ line: line.trimEnd(), block, at, of: lines.length }))
  })
}

function asItIs(file: string): string {
  return file
}

function linesOf(block: Block, nameOf: FigureName): string[] {
  switch (block.type) {
    case 'heading': {
      const text = oneLine(plainOf(block.text))
      const isTold = block.level <= 2 && headingLevel(text) === block.level
      return [isTold ? text : `${'#'.repeat(block.level)} ${text}`]
    }
    case 'paragraph': {
      const text = oneLine(plainOf(block.text))
      return text.trim() === '' ? [] : [text]
    }
    case 'list': {
      const marks = block.ordered ? itemNumbers(block.items) : block.items.map(() => '-')
      return block.items.map(
        ({ text, depth }, at) => `${'　'.repeat(depth)}${marks[at]} ${oneLine(plainOf(text))}`,
      )
    }
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [`${captionMark}${block.caption}`]),
        ...writeRows(block.rows),
      ]
    case 'figure':
      return [writeFigure(block, nameOf)]
    case 'signature':
      return [...block.lines]
    default:
      return block satisfies never
  }
}
