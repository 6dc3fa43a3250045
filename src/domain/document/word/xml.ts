/**
 * Rewrites every element of a name in well-formed XML, its start tag and what is inside (部件改写);
 * of elements inside each other the innermost. One pass, so that no file makes it slow.
 */
export function mapElements(
  xml: string,
  name: string,
  rewrite: (element: string) => string,
): string {
  const open = `<${name}`
  const close = `</${name}>`
  let written = ''
  let at = 0
  let opened = -1
  let start = nextStart(xml, open, 0)
  let end = xml.indexOf(close)
  while (end !== -1) {
    if (start !== -1 && start < end) {
      const tagEnd = xml.indexOf('>', start)
      if (tagEnd === -1) break
      if (xml[tagEnd - 1] !== '/') opened = start
      start = nextStart(xml, open, tagEnd + 1)
    } else {
      const to = end + close.length
      if (opened !== -1) {
        written += xml.slice(at, opened) + rewrite(xml.slice(opened, to))
        at = to
      }
      opened = -1
      end = xml.indexOf(close, to)
    }
  }
  return written + xml.slice(at)
}

/** Value of an attribute of the first element of a name, such as w:val of w:ilvl. */
export function valueIn(xml: string, name: string): string | null {
  const at = nextStart(xml, `<${name}`, 0)
  if (at === -1) return null
  const tag = xml.slice(at, xml.indexOf('>', at))
  return /\sw:val=["']([^"']*)["']/.exec(tag)?.[1] ?? null
}

/** Whether an element that switches something on is there and not switched off. */
export function isOn(xml: string, name: string): boolean {
  if (nextStart(xml, `<${name}`, 0) === -1) return false
  return !/^(?:0|false|off)$/.test(valueIn(xml, name) ?? '')
}

function nextStart(xml: string, open: string, from: number): number {
  let at = xml.indexOf(open, from)
  while (at !== -1 && !/[\s/>]/.test(xml.charAt(at + open.length))) {
    at = xml.indexOf(open, at + open.length)
  }
  return at
}
