import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** What a page may cost to read; beyond it what was read so far is taken. */
const most = { characters: 8_000_000, elements: 400_000, depth: 256, separators: 2000 } as const

/** A picture inside the text, which is dropped anyway */
const picture = /(["'])data:[^"'<>]*/gi

class Enough extends Error {}

/**
 * Parses HTML as browsers do, within bounds (解析网页): depth, elements, attributes and length that no
 * honest page has end the reading, and `isCut` says so. Never throws.
 */
export function parseHtml(html: string): { nodes: HtmlNode[]; isCut: boolean } {
  const whole = html.replaceAll(picture, '$1')
  const text = honestPart(whole.slice(0, most.characters))
  let document: DefaultTreeAdapterTypes.Document = defaultTreeAdapter.createDocument()
  let elements = 0
  let depth = 0
  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => document,
    createElement(name, namespace, attributes) {
      elements += 1
      if (elements > most.elements) throw new Enough()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      depth += 1
      if (depth > most.depth) throw new Enough()
    },
    onItemPop() {
      depth -= 1
    },
  }
  try {
    document = parse(text, { treeAdapter: adapter })
    return { nodes: document.childNodes, isCut: text.length < whole.length }
  } catch (error) {
    if (!(error instanceof Enough)) throw error
    return { nodes: document.childNodes, isCut: true }
  }
}

/** The text up to a tag with so many attributes that comparing their names would take forever. */
function honestPart(html: string): string {
  let separators = 0
  let isTag = false
  for (let at = 0; at < html.length; at += 1) {
    const unit = html.charCodeAt(at)
    if (!isTag) {
      if (unit !== 0x3c || !/[a-z/]/i.test(html.charAt(at + 1))) continue
      isTag = true
      separators = 0
    } else if (unit === 0x3e) {
      isTag = false
    } else if (unit <= 0x20 || unit === 0x2f || unit === 0x22 || unit === 0x27) {
      separators += 1
      if (separators > most.separators) return html.slice(0, html.lastIndexOf('<', at))
    }
  }
  return html
}
