import { listOf } from './list.ts'
import type { HtmlElement, HtmlNode } from './parse.ts'
import { styleOf, type HtmlStyle } from './style.ts'
import type { Dropped, RawBlock } from './raw.ts'
import { tableOf } from './table.ts'
import { linkOf } from '../link.ts'
import { markOf, webMark } from '../picture-mark.ts'
import { addRun, joinLines, runLines } from '../runs.ts'
import { marks as everyMark, type Inline } from '../tree.ts'

/** How the text at a place of the page is set. */
type Setting = {
  marks: readonly string[]
  href: string | null
  align: 'center' | 'right' | null
  isPre: boolean
}

const active =
  /^(?:script|style|noscript|template|iframe|frame|frameset|object|embed|applet|audio|video|canvas|svg|math|select|textarea|button|input|head|title|link|meta|base|xml)$/
const silent = /^(?:style|head|title|link|meta|base|template|xml)$/
const block =
  /^(?:html|body|p|div|section|article|main|header|footer|nav|aside|address|blockquote|center|pre|dl|dt|dd|form|fieldset|legend|figure|figcaption|details|summary|li|tr|td|th|tbody|caption|hr|h[1-6])$/
const inline =
  /^(?:a|abbr|acronym|b|strong|i|em|u|s|strike|ins|sup|sub|span|font|small|big|code|kbd|samp|var|cite|q|mark|time|label|tt|wbr|bdi|bdo|dfn|nobr|o:p|st1:[a-z]+)$/

/** What pictures are, or are put in. */
const frame = /^(?:img|image|picture|v:imagedata|v:shape)$/

const wide = /([⺀-鿿豈-﫿＀-￯　-〿])[ \t\r\n\f]*[\r\n][ \t\r\n\f]*(?=[⺀-鿿豈-﫿＀-￯　-〿])/g

/** Reads nodes of a page into blocks (网页成文); what is left out is counted in `dropped`. */
export function htmlBlocks(nodes: readonly HtmlNode[], dropped: Dropped): RawBlock[] {
  const blocks: RawBlock[] = []
  let runs: Inline[] = []
  /** depth of the Word list whose bullet was just seen */
  let bulletDepth: number | null = null

  const read = (inner: readonly HtmlNode[]): RawBlock[] => htmlBlocks(inner, dropped)

  /** Ends the paragraph that is being written. */
  function flush({ align }: Pick<Setting, 'align'>): void {
    const lines = runLines(runs)
    runs = []
    if (bulletDepth !== null && lines.length > 0) addPoint(joinLines(lines), bulletDepth)
    else {
      for (const line of lines) {
        blocks.push({
          type: 'paragraph',
          text: joinLines([line]),
          ...(align === null ? {} : { align }),
        })
      }
    }
    bulletDepth = null
  }

  function addPoint(text: Inline[], depth: number): void {
    const last = blocks.at(-1)
    if (last?.type === 'list' && !last.ordered && last.items.length < 2000) {
      last.items.push({ text, depth })
    } else blocks.push({ type: 'list', ordered: false, items: [{ text, depth }] })
  }

  function addText(text: string, { marks, href, isPre }: Setting): void {
    let written = text
    if (!isPre) {
      written = text.replaceAll(wide, '$1').replaceAll(/[ \t\r\n\f]+/g, ' ')
      if (written.startsWith(' ') && /(?:^|[\s\n])$/.test(runs.at(-1)?.text.slice(-1) ?? '')) {
        written = written.slice(1)
      }
    }
    if (written === '') return
    const set = everyMark.filter((mark) => marks.includes(mark))
    addRun(runs, {
      text: written,
      ...(set.length === 0 ? {} : { marks: set }),
      ...(href === null ? {} : { href }),
    })
  }

  function heading(element: HtmlElement, setting: Setting): void {
    flush(setting)
    for (const child of element.childNodes) visit(child, { ...setting, marks: [] })
    const lines = runLines(runs)
    runs = []
    bulletDepth = null
    if (lines.length === 0) return
    const rank = /^h([1-6])$/.exec(element.tagName)?.[1]
    const isTitle = /(?:^|\s)(?:title|MsoTitle)(?:\s|$)/.test(attributeOf(element, 'class'))
    blocks.push({ type: 'ranked', rank: Number(rank ?? 1), text: joinLines(lines, ''), isTitle })
  }

  function link(element: HtmlElement, setting: Setting): void {
    const asked = attributeOf(element, 'href')
    // The way back from a note to its place leads nowhere here.
    if (/^#(?:foot|end)note-ref/.test(asked)) return
    const href = linkOf(asked)
    if (href === null && asked !== '' && !asked.startsWith('#')) dropped.links += 1
    for (const child of element.childNodes) visit(child, { ...setting, href })
  }

  /** Elements that are more than a setting of their text; true when the element was taken. */
  function special(element: HtmlElement, setting: Setting, style: HtmlStyle): boolean {
    const { tagName, childNodes } = element
    if (tagName === 'br') runs.push({ text: '\n' })
    else if (tagName === 'a') link(element, setting)
    else if (style.isListMark) listMark(textIn(childNodes).trim(), setting)
    else if (/^h[1-6]$/.test(tagName) || isWordTitle(element)) heading(element, setting)
    else if (/^(?:ul|ol|menu|dir|table)$/.test(tagName)) {
      flush(setting)
      blocks.push(...(tagName === 'table' ? tableOf(element, read) : listOf(element, read)))
    } else return false
    return true
  }

  function listMark(mark: string, setting: Setting): void {
    if (/^[^\p{L}\p{N}]?$|^[olnuØüvq§]$/u.test(mark)) bulletDepth ??= 0
    else addText(mark, setting)
  }

  function visitElement(element: HtmlElement, setting: Setting): void {
    const { tagName } = element
    if (isPicture(tagName)) addText(markOf(webMark), setting)
    if (active.test(tagName)) {
      if (!silent.test(tagName)) dropped.active += 1
      return
    }
    const style = styleOf(element)
    dropped.active += style.handlers
    if (style.isHidden || tagName === 'del') {
      if (textIn(element.childNodes).trim() !== '') dropped.hidden += 1
      return
    }
    const inside: Setting = {
      marks: style.marks.length === 0 ? setting.marks : [...setting.marks, ...style.marks],
      href: setting.href,
      align: style.align === 'left' ? null : (style.align ?? setting.align),
      isPre: setting.isPre || tagName === 'pre',
    }
    if (!special(element, inside, style)) visitInside(element, setting, inside, style.list)
  }

  function visitInside(
    { tagName, childNodes }: HtmlElement,
    outside: Setting,
    inside: Setting,
    listDepth: number | null,
  ): void {
    const isBlock = block.test(tagName)
    if (!isBlock && !inline.test(tagName) && !frame.test(tagName)) dropped.unknown += 1
    if (isBlock) flush(outside)
    for (const child of childNodes) visit(child, inside)
    if (!isBlock) return
    if (bulletDepth !== null) bulletDepth = Math.min(5, listDepth ?? 0)
    flush(inside)
  }

  function visit(node: HtmlNode, setting: Setting): void {
    if (node.nodeName === '#text' && 'value' in node) addText(node.value, setting)
    else if ('tagName' in node) visitElement(node, setting)
  }

  const plain: Setting = { marks: [], href: null, align: null, isPre: false }
  for (const node of nodes) visit(node, plain)
  flush(plain)
  return blocks
}

function isPicture(name: string): boolean {
  return /^(?:img|image|v:imagedata)$/.test(name)
}

function isWordTitle(element: HtmlElement): boolean {
  return element.tagName === 'p' && /(?:^|\s)MsoTitle(?:\s|$)/.test(attributeOf(element, 'class'))
}

function attributeOf(element: HtmlElement, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}

function textIn(nodes: readonly HtmlNode[]): string {
  let text = ''
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value
    else if ('childNodes' in node) text += textIn(node.childNodes)
  }
  return text
}
