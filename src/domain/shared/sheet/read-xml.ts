import { decodeEntities } from './xml-entities.ts'

/** What a reader is told while XML goes by; names come without their prefix, texts decoded. */
export type XmlHandler = {
  open?: (name: string, attributes: ReadonlyMap<string, string>, isEmpty: boolean) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Why reading stopped: a DTD or entity (refused outright), broken XML, or null when all went by. */
export type XmlFault = 'entities' | 'broken' | null

/** Takes XML piece by piece; `push` answers false when it makes no sense to go on. */
export type XmlReader = { push: (piece: Uint8Array) => boolean; end: () => XmlFault }

/** Longest tag or text that is waited for: a cell holds at most 32,767 characters. */
const MAX_TOKEN = 1_048_576

/**
 * Makes a reader of well-formed UTF-8 XML that never expands anything: a DTD is refused,
 * of entities only the five of XML itself and character numbers are known (no XXE, no bombs).
 */
export function xmlReader(handler: XmlHandler): XmlReader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  const open: string[] = []
  let rest = ''
  let fault: XmlFault = null

  function token(markup: string): XmlFault {
    if (markup.startsWith('<?')) return null
    if (markup.startsWith('<!--')) return null
    if (markup.startsWith('<![CDATA[')) {
      handler.text?.(markup.slice(9, -3))
      return null
    }
    if (markup.startsWith('<!')) return 'entities'
    if (markup.startsWith('</')) {
      const name = localName(markup.slice(2, -1).trim())
      if (open.pop() !== name) return 'broken'
      handler.close?.(name)
      return null
    }
    return openTag(markup)
  }

  function openTag(markup: string): XmlFault {
    const match = /^<([^\s/>]+)/.exec(markup)
    if (match?.[1] === undefined) return 'broken'
    const isEmpty = markup.endsWith('/>')
    const attributes = readAttributes(markup.slice(match[0].length, isEmpty ? -2 : -1))
    if (typeof attributes === 'string') return attributes
    const name = localName(match[1])
    if (!isEmpty) open.push(name)
    if (open.length > 100) return 'broken'
    handler.open?.(name, attributes, isEmpty)
    if (isEmpty) handler.close?.(name)
    return null
  }

  function consume(): XmlFault {
    let at = 0
    while (at < rest.length) {
      const tag = rest.indexOf('<', at)
      if (tag === -1) break
      if (tag > at && open.length > 0) {
        const text = decodeEntities(rest.slice(at, tag))
        if (text === null) return 'entities'
        handler.text?.(text)
      }
      at = tag
      const end = markupEnd(rest, tag)
      if (end === -1) break
      const found = token(rest.slice(tag, end))
      if (found !== null) return found
      at = end
    }
    rest = rest.slice(at)
    return rest.length > MAX_TOKEN ? 'broken' : null
  }

  function take(piece: Uint8Array | null): XmlFault {
    try {
      rest += piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      return 'broken'
    }
    return consume()
  }

  return {
    push(piece) {
      fault ??= take(piece)
      return fault === null
    },
    end() {
      fault ??= take(null)
      return fault ?? (open.length > 0 || rest.trim() !== '' ? 'broken' : null)
    },
  }
}

/** Finds the place after a tag, comment or CDATA section; -1 when it is not all here yet. */
function markupEnd(text: string, from: number): number {
  if (text.startsWith('<!--', from)) return after(text, '-->', from + 4)
  if (text.startsWith('<![CDATA[', from)) return after(text, ']]>', from + 9)
  if (text.startsWith('<?', from)) return after(text, '?>', from + 2)
  let quote = ''
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') return at + 1
    else if (character === '"' || character === "'") quote = character
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

/** Reads `name="value"` pairs in one pass; a fault when they are not that. */
function readAttributes(text: string): Map<string, string> | 'entities' | 'broken' {
  const attributes = new Map<string, string>()
  let at = 0
  while (text.slice(at).trim() !== '') {
    const equals = text.indexOf('=', at)
    if (equals === -1 || attributes.size > 64) return 'broken'
    let from = equals + 1
    while (text[from] === ' ' || text[from] === '\n' || text[from] === '\t') from += 1
    const quote = text[from]
    const to = quote === '"' || quote === "'" ? text.indexOf(quote, from + 1) : -1
    if (to === -1) return 'broken'
    const value = decodeEntities(text.slice(from + 1, to))
    if (value === null) return 'entities'
    attributes.set(text.slice(at, equals).trim(), value)
    at = to + 1
  }
  return attributes
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
