const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Puts characters in place of XML's own five entities and of numbers; null for any other entity. */
export function decodeEntities(text: string): string | null {
  if (!text.includes('&')) return text
  let isKnown = true
  const decoded = text.replaceAll(/&([^;&]{0,12});|&/g, (_, name: string | undefined) => {
    const character = name === undefined ? null : characterOf(name)
    isKnown &&= character !== null
    return character ?? ''
  })
  return isKnown ? decoded : null
}

function characterOf(name: string): string | null {
  const named = NAMED.get(name)
  if (named !== undefined) return named
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name)
  if (digits === null) return null
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  return code > 0x10_ff_ff ? null : String.fromCodePoint(code)
}

/** Writes text so that it is text inside an element or an attribute. */
export function encodeEntities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Reads the `_x000D_` writing by which workbooks keep characters that XML has no room for. */
export function decodeSheetText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
}

/** Writes text for a workbook's cell; the counterpart of {@link decodeSheetText}. */
export function encodeSheetText(text: string): string {
  const guarded = text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return encodeEntities(guarded.replaceAll(NOT_IN_XML, writeCode))
}

// oxlint-disable-next-line no-control-regex -- these are the characters XML 1.0 has no room for
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu

function writeCode(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}
