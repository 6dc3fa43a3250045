/**
 * Chinese character maps (CMap) that PDF files name without bringing them. Only words are wanted,
 * never glyphs, so a character's number is its Unicode value, except that ASCII keeps the numbers it
 * has in Adobe-GB1: files that use those numbers themselves still show their digits.
 */
export function chineseCMap(name: string): Uint8Array | null {
  const text = textOf(name)
  return text === null ? null : new TextEncoder().encode(text)
}

const ASCII = '<0020> <007e> 1'
const WIDE = '1 begincodespacerange <0000> <ffff> endcodespacerange'

function textOf(name: string): string | null {
  if (name === 'Adobe-GB1-UCS2') {
    return cmap(
      name,
      `${WIDE} 3 beginbfrange <0000> <ffff> <0000> <0001> <005f> <0020> <032e> <038b> <0021> endbfrange`,
    )
  }
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) {
    return cmap(
      name,
      `${WIDE} 1 begincidrange <0000> <ffff> 0 endcidrange 1 begincidrange ${ASCII} endcidrange`,
    )
  }
  if (/^(?:GBK2?K?p?|GBK|GBKp|GBK2K|GB|GBpc)(?:-EUC)?-[HV]$/.test(name)) return cmap(name, gbk())
  return null
}

function cmap(name: string, body: string): string {
  return `/CMapName /${name} def begincmap ${body} endcmap`
}

/** Two-byte GBK to Unicode, row by row, as the platform's own decoder knows it. */
function gbk(): string {
  const decoder = new TextDecoder('gbk')
  const lines = [
    '2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange',
    '1 begincidrange <20> <7e> 1 endcidrange',
  ]
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const row: string[] = []
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const [character = '\u{fffd}', ...rest] = decoder.decode(new Uint8Array([lead, trail]))
      if (rest.length > 0 || character === '\u{fffd}') continue
      const code = (lead * 256 + trail).toString(16)
      row.push(`<${code}> ${String(character.codePointAt(0) ?? 0)}`)
    }
    lines.push(`${String(row.length)} begincidchar ${row.join(' ')} endcidchar`)
  }
  return lines.join('\n')
}
