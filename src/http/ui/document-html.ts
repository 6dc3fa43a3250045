import { isAddressee } from '../../domain/document/plain.ts'
import type { Block, Cell, DocumentTree, Inline } from '../../domain/document/tree.ts'
import { escapeHtml } from './escape.ts'
import { attribute, markup, none, type Markup } from './markup.ts'
import { documentWords as words } from './words/document.ts'
import { pictureWords } from './words/picture.ts'

type Figure = Extract<Block, { type: 'figure' }>

/** How a figure is shown (图的显示): the address of its picture, or words where there is none to be had. */
export type FigureFace = { href: string } | { words: string }
/** Tells how each figure of a text is shown. */
export type ShowFigure = (figure: Figure) => FigureFace

/** A text whose pictures nobody has at hand. */
export const noPictures: ShowFigure = ({ alt }) => ({ words: pictureWords.unavailable(alt) })

/** Width of a whole picture on the page, in CSS pixels: 44 characters of 18. */
const fullWidth = 792

/** Writes a document as HTML (正文): everything in it is text, so nothing needs to be stripped. */
export function documentHtml(
  tree: DocumentTree,
  showFigure: ShowFigure,
  loading: 'lazy' | 'eager' = 'lazy',
): Markup {
  // A level is never skipped below the page's own h1, whatever the numbering says.
  let above = 1
  let tables = 0
  return markup`${tree.blocks.map((block, index) => {
    if (block.type === 'heading') {
      above = Math.min(block.level + 1, above + 1)
      return headingHtml(above, block)
    }
    if (block.type === 'table') {
      tables += 1
      return tableHtml(block, tables)
    }
    return block.type === 'figure'
      ? figureHtml(block, showFigure(block), loading)
      : blockHtml(block, index)
  })}`
}

function headingHtml(rank: number, { level, text }: Extract<Block, { type: 'heading' }>): Markup {
  const inside = textHtml(text)
  switch (rank) {
    case 2:
      return markup`<h2 class="level-${level}">${inside}</h2>`
    case 3:
      return markup`<h3 class="level-${level}">${inside}</h3>`
    case 4:
      return markup`<h4 class="level-${level}">${inside}</h4>`
    default:
      return markup`<h5 class="level-${level}">${inside}</h5>`
  }
}

function blockHtml(
  block: Exclude<Block, { type: 'heading' | 'table' | 'figure' }>,
  index: number,
): Markup {
  switch (block.type) {
    case 'paragraph':
      return markup`<p${paragraphClass(block, index)}>${textHtml(block.text)}</p>`
    case 'list':
      return listHtml(block)
    case 'signature':
      return markup`${block.lines.map((line) => markup`<p class="sign">${line}</p>`)}`
    default:
      return block satisfies never
  }
}

function paragraphClass(block: Extract<Block, { type: 'paragraph' }>, index: number): Markup {
  if (index === 0 && isAddressee(block)) return attribute('class', 'to')
  return attribute('class', block.align)
}

/** Writes runs of text with their settings and line breaks. */
export function textHtml(text: readonly Inline[]): Markup {
  return markup`${text.map(runHtml)}`
}

function runHtml({ text, marks = [], href }: Inline): Markup {
  let inside: Markup = { markup: escapeHtml(text).replaceAll('\n', '<br>') }
  for (const mark of marks) inside = marked(mark, inside)
  return href === undefined
    ? inside
    : markup`<a${attribute('href', href)} rel="external noopener nofollow">${inside}</a>`
}

function marked(mark: NonNullable<Inline['marks']>[number], inside: Markup): Markup {
  switch (mark) {
    case 'bold':
      return markup`<strong>${inside}</strong>`
    case 'italic':
      return markup`<em>${inside}</em>`
    case 'underline':
      return markup`<u>${inside}</u>`
    case 'strike':
      return markup`<s>${inside}</s>`
    case 'superscript':
      return markup`<sup>${inside}</sup>`
    case 'subscript':
      return markup`<sub>${inside}</sub>`
    default:
      return mark satisfies never
  }
}

/** Depths become nested lists; an item that lies deeper than one below is drawn one below. */
function listHtml({ ordered, items }: Extract<Block, { type: 'list' }>): Markup {
  const [open, close]: [Markup, Markup] = ordered
    ? [markup`<ol>`, markup`</ol>`]
    : [markup`<ul>`, markup`</ul>`]
  const parts: Markup[] = [open]
  let depth = 0
  for (const [index, item] of items.entries()) {
    const next = Math.min(item.depth, index === 0 ? 0 : depth + 1)
    if (next > depth) parts.push(open)
    else if (index > 0) parts.push(markup`</li>`)
    for (; depth > next; depth -= 1) parts.push(markup`${close}</li>`)
    depth = next
    parts.push(markup`<li>${textHtml(item.text)}`)
  }
  for (; depth > 0; depth -= 1) parts.push(markup`</li>${close}`)
  return markup`${parts}</li>${close}`
}

/** A table that scrolls in its own frame; without a caption it is named by its place among the tables. */
function tableHtml({ caption, rows }: Extract<Block, { type: 'table' }>, n: number): Markup {
  const title = caption === undefined ? none : markup`<caption>${caption}</caption>`
  return markup`<div class="article-frame" tabindex="0" role="region"${attribute('aria-label', caption ?? `${words.table} ${n}`)}><table class="article-table">${title}<tbody>${rows.map((row) => markup`<tr>${row.map(cellHtml)}</tr>`)}</tbody></table></div>`
}

function cellHtml({ text, head, colspan, rowspan }: Cell): Markup {
  const spans = markup`${attribute('colspan', colspan?.toString())}${attribute('rowspan', rowspan?.toString())}`
  return head === true
    ? markup`<th${spans}>${textHtml(text)}</th>`
    : markup`<td${spans}>${textHtml(text)}</td>`
}

/** The size is known before the picture is there, so that no line moves when it comes. */
function figureHtml(figure: Figure, face: FigureFace, loading: 'lazy' | 'eager'): Markup {
  const { alt, caption } = figure
  const below = caption === undefined ? none : markup`<figcaption>${caption}</figcaption>`
  if ('words' in face) {
    const told = markup`<p class="picture-words">${face.words}</p>`
    return caption === undefined ? told : markup`<figure>${told}${below}</figure>`
  }
  return markup`<figure><img${attribute('src', face.href)}${attribute('alt', alt)}${sizeOf(figure)} loading="${loading}" decoding="async">${below}${wholeOf(figure, face.href)}</figure>`
}

/** A picture with more in it than a telephone shows can be taken away: it is not among the attachments below. */
function wholeOf({ alt, pixels }: Figure, href: string): Markup {
  if (pixels === undefined || Math.max(pixels.width, pixels.height) < fullWidth) return none
  return markup`<a class="picture-whole no-print"${attribute('href', href)} download="">${pictureWords.whole}<span class="away">：${alt}</span></a>`
}

function sizeOf({ width: share, pixels }: Figure): Markup {
  if (pixels === undefined) {
    return share === undefined ? none : attribute('width', String(widthOf(share)))
  }
  const width = share === undefined ? pixels.width : widthOf(share)
  const height = Math.max(1, Math.round((width * pixels.height) / pixels.width))
  return markup`${attribute('width', String(width))}${attribute('height', String(height))}`
}

function widthOf(share: number): number {
  return Math.round((fullWidth * share) / 100)
}
