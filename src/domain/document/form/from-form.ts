import { type FigureName, figureOf, readFigure } from '../figure-line.ts'
import { isRow, manyLines, readRows, type WrittenCell } from './table.ts'
import { matchLines, type TypedLine } from './match.ts'
import { captionMark, formLines, type FormLine, toFormText } from './text.ts'
import { fromText } from '../from-text.ts'
import { runsOf } from '../plain.ts'
import { recognise } from '../recognise.ts'
import { retyped } from '../retyped.ts'
import { treeLimits, type Block, type Cell, type DocumentTree, type Inline } from '../tree.ts'

const point = /^(　*)(?:(\d{1,4})\.\s+|[•●◆■▪‣∙]\s*|[-*–]\s+)(?=\S)/u
const most = { items: 2000, rows: 2000, columns: 60, depth: 5 } as const

/**
 * Reads the text of a form back into a document (表单成文). Blocks of `before` whose lines are all there
 * stay what they were, with everything that the form cannot show; of changed lines only the changed
 * letters lose their setting. `nameOf` is the one that the form was written with.
 */
export function fromForm(
  text: string,
  before: DocumentTree,
  nameOf: FigureName = (file) => file,
): DocumentTree {
  const typed = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trimEnd()]))
  if (text === toFormText(before, nameOf)) return before
  const lines = matchLines(formLines(before, nameOf), typed)
  const figures = figuresOf(before, nameOf)
  const blocks: Block[] = []
  let loose: Block[] = []
  const flush = (): void => {
    blocks.push(...recognise(loose))
    loose = []
  }
  for (let at = 0; at < lines.length;) {
    const kept = keptAt(lines, at)
    if (kept !== null) flush()
    const run =
      kept ??
      figureAt(lines, at, figures) ??
      tableAt(lines, at) ??
      listAt(lines, at) ??
      signedAt(lines, at)
    const made = run ?? looseAt(lines, at)
    if (kept === null) loose.push(...made.blocks)
    else blocks.push(...made.blocks)
    at += made.lines
  }
  flush()
  return { v: 1, blocks: fitted(blocks, nameOf) }
}

type Run = { lines: number; blocks: Block[] }
type Figure = Extract<Block, { type: 'figure' }>

/** Figures by the name that the form calls their file. */
function figuresOf({ blocks }: DocumentTree, nameOf: FigureName): Map<string, Figure> {
  return new Map(
    blocks.flatMap((block) => (block.type === 'figure' ? [[nameOf(block.file), block]] : [])),
  )
}

function shownAs(figures: ReadonlyMap<string, Figure>, alt: string): Figure | null {
  return [...figures.values()].find((figure) => figure.alt === alt) ?? null
}

function figureAt(
  lines: readonly TypedLine[],
  at: number,
  figures: ReadonlyMap<string, Figure>,
): Run | null {
  const written = readFigure(lines[at]?.line ?? '')
  if (written === null) return null
  const before = figures.get(written.name)
  // A line that says nothing but what an old figure shows means that figure.
  const meant = before === undefined && written.alt === '' ? shownAs(figures, written.name) : null
  return { lines: 1, blocks: [meant ?? figureOf(written, before ?? null)] }
}

/** A block all of whose lines stand there as they were, and to which no line was added. */
function keptAt(lines: readonly TypedLine[], at: number): Run | null {
  const first = lines[at]?.same
  if (first === null || first === undefined || first.at !== 0) return null
  const { block, of } = first
  for (let next = 0; next < of; next += 1) {
    const same = lines[at + next]?.same
    if (same?.block !== block || same.at !== next) return null
  }
  const [above, below] = [lines[at - 1], lines[at + of]]
  return joins(block, below) || joins(block, above) ? null : { lines: of, blocks: [block] }
}

/** Whether a new line beside a table or list is one more of its rows or points. */
function joins({ type }: Block, beside: TypedLine | undefined): boolean {
  if (beside === undefined || oldOf(beside) !== null) return false
  return (type === 'table' && isRow(beside.line)) || (type === 'list' && point.test(beside.line))
}

function oldOf({ same, was }: TypedLine): FormLine | null {
  return same ?? was
}

/** Lines from `at` on that fit and belong to one old block, or to none. */
function runOf(
  lines: readonly TypedLine[],
  at: number,
  longest: number,
  fits: (line: TypedLine) => boolean,
): TypedLine[] {
  const run: TypedLine[] = []
  let block: Block | null = null
  for (let line = lines[at]; line !== undefined && fits(line); line = lines[at + run.length]) {
    const own = oldOf(line)?.block ?? null
    if (run.length >= longest || (own !== null && block !== null && own !== block)) break
    block ??= own
    run.push(line)
  }
  return run
}

function tableAt(lines: readonly TypedLine[], at: number): Run | null {
  const name = lines[at]?.line.startsWith(captionMark) === true ? 1 : 0
  const run = runOf(lines, at + name, most.rows, ({ line }) => isRow(line))
  const read = run.length === 0 ? null : readRows(run.map(({ line }) => line))
  if (read === null || read.some(({ length }) => length > most.columns)) return null
  const caption = name === 1 ? plainLine(lines[at]?.line.slice(captionMark.length) ?? '') : ''
  const rows = read.map((cells, index) => rowOf(cells, run[index]))
  return {
    lines: run.length + name,
    blocks: [{ type: 'table', ...(caption ? { caption } : {}), rows }],
  }
}

/** A written row; cells of a row that was there before keep head and setting, place by place. */
function rowOf(cells: readonly WrittenCell[], typed: TypedLine | undefined): Cell[] {
  const old = typed === undefined ? null : oldOf(typed)
  const before =
    old?.block.type === 'table' ? old.block.rows[rowAt(old, old.block.rows.length)] : null
  const isFit = before?.length === cells.length
  return cells.map(({ text, colspan, rowspan }, index) => {
    const cell = isFit ? before[index] : undefined
    return {
      text: cell === undefined ? runsOf(text) : retyped(cell.text, text),
      ...(cell?.head === true ? { head: true as const } : {}),
      ...(colspan < 2 ? {} : { colspan }),
      ...(rowspan < 2 ? {} : { rowspan }),
    }
  })
}

/** The name of a table stands before its rows. */
function rowAt({ at, of }: FormLine, rows: number): number {
  return at - (of - rows)
}

function listAt(lines: readonly TypedLine[], at: number): Run | null {
  const first = lines[at]
  const isOrdered = first !== undefined && point.exec(first.line)?.[2] !== undefined
  const run = runOf(lines, at, most.items, ({ line }) => {
    const found = point.exec(line)
    return found !== null && (found[1] !== '' || (found[2] !== undefined) === isOrdered)
  })
  const isList = run.some((line) => oldOf(line)?.block.type === 'list')
  if (
    run.length === 0 ||
    (!isList && (run.length < 2 || run.some((line) => oldOf(line) !== null)))
  ) {
    return null
  }
  const items = run.map((typed) => {
    const depth = Math.min(most.depth, point.exec(typed.line)?.[1]?.length ?? 0)
    const text = manyLines(typed.line.replace(point, ''))
    return { text: withSetting(typed, text), depth }
  })
  return { lines: run.length, blocks: [{ type: 'list', ordered: isOrdered, items }] }
}

/** A signature in which a line was changed, or of which some lines stay. */
function signedAt(lines: readonly TypedLine[], at: number): Run | null {
  const run = runOf(lines, at, 10, (line) => oldOf(line)?.block.type === 'signature')
  return run.length === 0
    ? null
    : {
        lines: run.length,
        blocks: [
          { type: 'signature', lines: run.map(({ line }) => plainLine(line).slice(0, 200)) },
        ],
      }
}

/** A line where a document holds nothing but one: a tab out of a spreadsheet becomes a blank. */
function plainLine(line: string): string {
  return line.replaceAll('\t', ' ').trim()
}

function looseAt(lines: readonly TypedLine[], at: number): Run {
  const typed = lines[at]
  if (typed === undefined) return { lines: 1, blocks: [] }
  const old = oldOf(typed)?.block
  const heading = old?.type === 'paragraph' ? null : headingIn(typed)
  if (heading !== null) return { lines: 1, blocks: [heading] }
  const pasted = pastedAt(lines, at)
  if (pasted !== null) return pasted
  const text = withSetting(typed, manyLines(typed.line.trim()))
  const align = old?.type === 'paragraph' && old.align !== undefined ? { align: old.align } : {}
  return { lines: 1, blocks: [{ type: 'paragraph', text, ...align }] }
}

/** A heading that its mark tells. */
function headingIn(typed: TypedLine): Block | null {
  const marked = /^(#{1,4})\s+(?=\S)/u.exec(typed.line)
  const level = ([1, 2, 3, 4] as const).find((one) => one === marked?.[1]?.length)
  if (marked === null || level === undefined) return null
  const text = withSetting(typed, manyLines(typed.line.slice(marked[0].length)))
  return { type: 'heading', level, text }
}

/** New rows out of a spreadsheet, cells parted by tabs. */
function pastedAt(lines: readonly TypedLine[], at: number): Run | null {
  const run = runOf(lines, at, most.rows, (one) => oldOf(one) === null && one.line.includes('\t'))
  if (run.length < 2) return null
  const { blocks } = fromText(run.map(({ line }) => line).join('\n'))
  return { lines: run.length, blocks }
}

/** The text of a line with the setting that its letters had before. */
function withSetting(typed: TypedLine, text: string): Inline[] {
  const old = oldOf(typed)
  switch (old?.block.type) {
    case 'paragraph':
    case 'heading':
      return retyped(old.block.text, text)
    case 'list':
      return retyped(old.block.items[old.at]?.text ?? [], text)
    default:
      return runsOf(text)
  }
}

/** More blocks than a document holds: the last one takes the rest as lines. */
function fitted(blocks: Block[], nameOf: FigureName): Block[] {
  if (blocks.length <= treeLimits.blocks) return blocks
  const rest = toFormText({ v: 1, blocks: blocks.slice(treeLimits.blocks - 1) }, nameOf)
  return [...blocks.slice(0, treeLimits.blocks - 1), { type: 'paragraph', text: runsOf(rest) }]
}
