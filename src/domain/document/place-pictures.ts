import type { RawBlock } from './html/raw.ts'
import { flatLines } from './html/raw.ts'
import { hasMark, marksIn, stretchesOf, webMark } from './picture-mark.ts'
import { plainOf } from './plain.ts'
import { addRun, trimmedRuns } from './runs.ts'
import type { Block, Cell, Inline } from './tree.ts'
import { drawnKinds } from './word/drawings.ts'

/** A picture in a text. */
export type Figure = Extract<Block, { type: 'figure' }>

/** What is to be known of a picture of a file that was read in (图片处理说明), a closed list. */
export const remarkKinds = [
  'web',
  'linked',
  'missing',
  'broken',
  'too-large',
  'too-many',
  'gif',
  'bmp',
  'tiff',
  'emf',
  'wmf',
  'unknown-picture',
  'in-table',
  'in-header',
  'trimmed',
  ...drawnKinds,
] as const

/** One remark: what happened, and the text beside which it did; '' at the very beginning. */
export type PictureRemark = { kind: (typeof remarkKinds)[number]; near: string }

/** Remarks of something that came in all the same. */
const keptKinds: ReadonlySet<PictureRemark['kind']> = new Set(['in-table', 'trimmed', 'text-box'])

/** What a mark stands for: a figure, or why there is none. */
export type Resolved = { figure?: Figure; remarks: PictureRemark['kind'][] }
/** Tells what a mark stands for; null for one that nobody set. */
export type Resolve = (mark: string) => Resolved | null

/** A page on which pictures are only pointed to. */
export const webPictures: Resolve = (mark) => (mark === webMark ? { remarks: ['web'] } : null)

/** Most remarks of one file. */
const mostRemarks = 200
/** Most letters of a text that tells a place. */
const nearLength = 20

/**
 * Puts pictures where their marks stand (放置图片): between the sentences of a paragraph, but never inside
 * one; beside headings; after a table or a numbered list. Every other letter stays.
 */
export function placePictures(
  blocks: readonly RawBlock[],
  resolve: Resolve,
): { blocks: RawBlock[]; remarks: PictureRemark[]; left: number } {
  const told: Told = { remarks: [], left: 0 }
  const placed: RawBlock[] = []
  let before = ''
  for (const block of blocks) {
    const lines = flatLines(block).map(plainOf)
    if (!lines.some(hasMark) && !hasMark(captionOf(block))) {
      placed.push(block)
      before = lines.findLast((line) => line.trim() !== '') ?? before
      continue
    }
    const own = lines.map((line) => marksIn(line).text.trim()).filter((line) => line !== '')
    const near = nearOf(own[0] ?? before)
    placed.push(...placedIn(block, readFigure(resolve, near, told)))
    before = own.at(-1) ?? before
  }
  return { blocks: placed, ...told }
}

function nearOf(text: string): string {
  return Array.from(text.replaceAll(/\s+/g, ' ').trim()).slice(0, nearLength).join('')
}

/** Reads a mark: the figures that it stands for, none or one; what is to be told is kept. */
type Read = (name: string, isInTable?: boolean) => Figure[]

/** What is told of pictures, and how many did not come in. */
type Told = { remarks: PictureRemark[]; left: number }

/** Keeps a remark, as long as anybody reads them; the count goes on. */
export function tell(told: Told, kind: PictureRemark['kind'], near: string): void {
  if (told.remarks.length < mostRemarks) told.remarks.push({ kind, near })
  if (!keptKinds.has(kind)) told.left += 1
}

function readFigure(resolve: Resolve, near: string, told: Told): Read {
  return (name, isInTable = false) => {
    const found = resolve(name)
    if (found === null) return []
    for (const kind of found.remarks) tell(told, kind, near)
    if (found.figure === undefined) return []
    if (isInTable) tell(told, 'in-table', near)
    return [found.figure]
  }
}

function placedIn(block: RawBlock, read: Read): RawBlock[] {
  switch (block.type) {
    case 'paragraph':
      return inParagraph(block, read)
    case 'ranked':
    case 'heading':
      return beside(block, read)
    case 'list':
      return inList(block, read)
    case 'table':
      return afterTable(block, read)
    case 'signature':
    case 'figure':
      return [block]
    default:
      return block satisfies never
  }
}

type Texts<T> = Extract<RawBlock, { type: T }>

/** A sentence that a picture interrupts stays whole, and the picture follows it. */
function inParagraph(block: Texts<'paragraph'>, read: Read): RawBlock[] {
  const placed: RawBlock[] = []
  let runs: Inline[] = []
  let waiting: Figure[] = []
  const flush = (): void => {
    const text = trimmedRuns(runs)
    if (text.length > 0) placed.push({ ...block, text })
    placed.push(...waiting)
    runs = []
    waiting = []
  }
  for (const stretch of stretchesOf(block.text)) {
    if ('name' in stretch) {
      const figures = read(stretch.name)
      waiting.push(...figures)
      if (isBetween(runs)) flush()
    } else for (const run of stretch.runs) addRun(runs, run)
  }
  flush()
  return placed
}

/** Whether a text may end here: nothing was said yet, or a sentence or line is over. */
function isBetween(runs: readonly Inline[]): boolean {
  const end = (runs.at(-1)?.text ?? '').slice(-50).trimEnd()
  return end === '' || /[。！？；：.!?;:…”’）)]$/u.test(end)
}

function beside(block: Texts<'ranked' | 'heading'>, read: Read): RawBlock[] {
  const before: Figure[] = []
  const after: Figure[] = []
  const runs: Inline[] = []
  for (const stretch of stretchesOf(block.text)) {
    if ('runs' in stretch) runs.push(...stretch.runs)
    else (plainOf(runs).trim() === '' ? before : after).push(...read(stretch.name))
  }
  const text = trimmedRuns(runs)
  return [...before, ...(text.length === 0 ? [] : [{ ...block, text }]), ...after]
}

/** A list with bullets goes on behind a picture; one with numbers would begin anew. */
function inList(block: Texts<'list'>, read: Read): RawBlock[] {
  const placed: RawBlock[] = []
  const late: Figure[] = []
  let items: Texts<'list'>['items'] = []
  const flush = (): void => {
    if (items.length > 0) placed.push({ ...block, items })
    items = []
  }
  for (const item of block.items) {
    const stretches = stretchesOf(item.text)
    const figures = stretches.flatMap((one) => ('name' in one ? read(one.name) : []))
    const text = trimmedRuns(stretches.flatMap((one) => ('runs' in one ? one.runs : [])))
    if (text.length > 0) items.push({ ...item, text })
    if (block.ordered) late.push(...figures)
    else if (figures.length > 0) {
      flush()
      placed.push(...figures)
    }
  }
  flush()
  return [...placed, ...late]
}

/** Cells hold text alone: pictures follow the table; a table of nothing but pictures gives way to them. */
function afterTable(block: Texts<'table'>, read: Read): RawBlock[] {
  const marks: string[] = marksIn(captionOf(block)).names
  const rows = block.rows.map((row) =>
    row.map((cell): Cell => {
      const stretches = stretchesOf(cell.text)
      marks.push(...stretches.flatMap((one) => ('name' in one ? [one.name] : [])))
      return {
        ...cell,
        text: trimmedRuns(stretches.flatMap((one) => ('runs' in one ? one.runs : []))),
      }
    }),
  )
  const caption = marksIn(captionOf(block)).text.trim()
  const { caption: _caption, ...rest } = block
  const holdsText = rows.some((row) => row.some(({ text }) => text.length > 0))
  const figures = marks.flatMap((name) => read(name, holdsText))
  if (!holdsText && caption === '') return figures
  return [{ ...rest, ...(caption === '' ? {} : { caption }), rows }, ...figures]
}

function captionOf(block: RawBlock): string {
  return block.type === 'table' ? (block.caption ?? '') : ''
}
