/** An element found in XML: where it begins and ends, both in letters. */
export type Span = { name: string; from: number; to: number }

/**
 * Elements of some names in well-formed XML, the outermost ones in their order (部件中的元素); what is
 * inside one is not looked at. One pass over the text.
 */
export function outermost(xml: string, names: readonly string[]): Span[] {
  const tag = new RegExp(`<(/?)(${names.join('|')})(?=[\\s/>])[^>]*>`, 'g')
  const found: Span[] = []
  let open: { name: string; from: number; depth: number } | null = null
  for (const { 0: whole, 1: slash, 2: name = '', index } of xml.matchAll(tag)) {
    const to = index + whole.length
    const isEmpty = whole.endsWith('/>')
    if (open === null) {
      if (slash === '/') continue
      if (isEmpty) found.push({ name, from: index, to })
      else open = { name, from: index, depth: 1 }
    } else if (name === open.name && !isEmpty) {
      open.depth += slash === '/' ? -1 : 1
      if (open.depth > 0) continue
      found.push({ name, from: open.from, to })
      open = null
    }
  }
  return found
}

/** What is between the start tag and the end tag of an element. */
export function insideOf(element: string): string {
  const from = element.indexOf('>') + 1
  const to = element.lastIndexOf('</')
  return to < from ? '' : element.slice(from, to)
}

/** Writes an XML text anew with some spans of it replaced. */
export function replaced(
  xml: string,
  spans: readonly Span[],
  write: (element: string, span: Span) => string,
): string {
  let written = ''
  let at = 0
  for (const span of spans) {
    written += xml.slice(at, span.from) + write(xml.slice(span.from, span.to), span)
    at = span.to
  }
  return written + xml.slice(at)
}

/** Start tags of elements of a name, in their order. */
export function tagsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

/** Value of an attribute of a start tag, its entities read; null when it is not there. */
export function attributeOf(tag: string, name: string): string | null {
  const [, double, single] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? []
  const value = double ?? single
  return value === undefined ? null : value.replaceAll(entity, readEntity)
}

const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function readEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0x10_ffff ? '' : String.fromCodePoint(code)
}
