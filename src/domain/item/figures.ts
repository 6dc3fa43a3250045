import type { FigureName } from '../document/figure-line.ts'
import { isShowable } from '../document/picture.ts'
import { plainOf } from '../document/plain.ts'
import { toText } from '../document/to-text.ts'
import type { Block, DocumentTree } from '../document/tree.ts'
import type { FieldError } from '../shared/refusal.ts'
import type { ItemContent } from './content.ts'

type File = ItemContent['attachments'][number]
type Figure = Extract<Block, { type: 'figure' }>

/** Media types that a text can show (可放进正文的类型). */
export const showable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg'])

/** Calls attachments by their names in the form (图的文件名), by their ids where a name stands for two. */
export function figureNames(files: readonly Pick<File, 'id' | 'name'>[]): FigureName {
  return (file) => {
    const name = files.find(({ id }) => id === file)?.name
    if (name === undefined || files.filter((one) => one.name === name).length > 1) return file
    return name
  }
}

/** The attachment that a figure means: by its id, or by a name that only one has. */
function fileOf({ file }: Figure, files: readonly File[]): File | null {
  const known = files.find(({ id }) => id === file)
  if (known !== undefined) return known
  const [named, other] = files.filter(({ name }) => name === file)
  return other === undefined ? (named ?? null) : null
}

function eachFigure(tree: DocumentTree, change: (figure: Figure) => Figure): DocumentTree {
  if (!tree.blocks.some(({ type }) => type === 'figure')) return tree
  return { v: 1, blocks: tree.blocks.map((one) => (one.type === 'figure' ? change(one) : one)) }
}

/** A content whose figures name their attachments by id and know their size (图与附件对应). */
export function withFigures(content: ItemContent): ItemContent {
  const document = eachFigure(content.document, (figure) => {
    const file = fileOf(figure, content.attachments)
    const { pixels: _pixels, ...said } = figure
    if (file === null) return said
    const { id, pixels } = file
    return { ...said, file: id, ...(pixels === undefined ? {} : { pixels }) }
  })
  return document === content.document ? content : { ...content, document }
}

/** Figures whose attachment was taken away call it by its name, so that it may come back (图缺文件). */
export function namedAgain(
  tree: DocumentTree,
  before: readonly File[],
  now: readonly File[],
): DocumentTree {
  const nameOf = figureNames(before)
  return eachFigure(tree, (figure) =>
    now.some(({ id }) => id === figure.file) ? figure : { ...figure, file: nameOf(figure.file) },
  )
}

/** A text that was typed anew, with the figures that it still names (重打的正文). */
export function withFiguresOf(tree: DocumentTree, before: DocumentTree): DocumentTree {
  const figures = new Map(
    before.blocks.flatMap((block) =>
      block.type === 'figure' ? [[toText({ v: 1, blocks: [block] }).split('\n')[0], block]] : [],
    ),
  )
  if (figures.size === 0) return tree
  const blocks = tree.blocks.map((block) => {
    return block.type === 'paragraph' ? (figures.get(plainOf(block.text)) ?? block) : block
  })
  return { v: 1, blocks }
}

/** What is wrong with the figures of a text (图的检查): each needs a picture among the attachments. */
export function figureErrors({
  document,
  attachments,
}: Pick<ItemContent, 'document' | 'attachments'>): FieldError[] {
  return document.blocks.flatMap((block, at): FieldError[] => {
    if (block.type !== 'figure') return []
    const why = whyNot(fileOf(block, attachments))
    if (why === null) return []
    const pointer = `/document/blocks/${String(at)}`
    return [{ pointer, problem: 'figure-file', figure: calledBy(block), why }]
  })
}

/** How an officer knows a figure: by what it shows, and by its file where that has a name. */
function calledBy({ file, alt }: Figure): string {
  return /\.\w{1,8}$/.test(file) ? `${alt}（${file}）` : alt
}

function whyNot(file: File | null): 'missing' | 'no-picture' | 'too-large' | null {
  if (file === null) return 'missing'
  if (!showable.has(file.mediaType)) return 'no-picture'
  return file.pixels !== undefined && !isShowable(file.pixels) ? 'too-large' : null
}

/** Attachments that stand in the text as pictures (正文中的图片). */
export function filesInText({ blocks }: DocumentTree): ReadonlySet<string> {
  return new Set(blocks.flatMap((block) => (block.type === 'figure' ? [block.file] : [])))
}

/** Files that figures call by a name and not by the id of an attachment (待收图片). */
export function unnamedFigures({ document, attachments }: ItemContent): ReadonlySet<string> {
  const known = new Set(attachments.map(({ id }) => id))
  return new Set([...filesInText(document)].filter((file) => !known.has(file)))
}

/** A text whose figures call the files of some names by their ids. */
export function namedFigures(tree: DocumentTree, ids: ReadonlyMap<string, string>): DocumentTree {
  return eachFigure(tree, (figure) => ({ ...figure, file: ids.get(figure.file) ?? figure.file }))
}

/** A name that no other attachment has (不重名): 图1.png, then 图1-2.png. */
export function freeName(name: string, others: readonly { name: string }[]): string {
  const taken = new Set(others.map((other) => other.name))
  const [, stem = name, ending = ''] = /^(.*?)(\.\w{1,8})?$/su.exec(name) ?? []
  let free = name
  for (let n = 2; taken.has(free); n += 1) free = `${stem}-${String(n)}${ending}`
  return free
}
