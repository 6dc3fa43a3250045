import { zipSync } from 'fflate'

const encoder = new TextEncoder()
const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** Characters that texts are made of: the first three thousand of the common block. */
const letters = { first: 0x4e_00, count: 3000 }

/**
 * Writes a Word file of about so many bytes: headings, paragraphs and tables of made-up text with
 * the marks of editing sessions that Word leaves on every paragraph; the same one at every run.
 */
export function wordFileOf(bytes: number): Uint8Array<ArrayBuffer> {
  const random = scatter(20_261_127)
  const written = (count: number): string[] =>
    Array.from({ length: count }, (_, n) => section(n + 1, random))
  // How much a section comes to is seen by packing some of them.
  const some = 20
  return pack(written(Math.ceil(bytes / (pack(written(some)).length / some))))
}

function pack(sections: readonly string[]): Uint8Array<ArrayBuffer> {
  const parts = {
    '[Content_Types].xml': `${start}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
    '_rels/.rels': `${start}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="rId1" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${start}<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body>${sections.join('')}</w:body></w:document>`,
  }
  const files = Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(files)))
}

function section(n: number, random: () => number): string {
  const paragraphs = Array.from({ length: 14 }, () => para(words(160, random), random))
  const rows = Array.from({ length: 24 }, () => {
    const cells = [
      words(10, random),
      words(6, random),
      String(random() % 1_000_000),
      words(4, random),
    ]
    return `<w:tr>${cells.map((text) => `<w:tc>${para(text, random)}</w:tc>`).join('')}</w:tr>`
  })
  return `${para(`${n}. ${words(12, random)}`, random)}${paragraphs.join('')}<w:tbl>${rows.join('')}</w:tbl>`
}

function para(text: string, random: () => number): string {
  const session = (): string => random().toString(16).padStart(8, '0').toUpperCase()
  return `<w:p w:rsidR="${session()}" w:rsidRDefault="${session()}"><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r w:rsidRPr="${session()}"><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
}

function words(count: number, random: () => number): string {
  const codes = Array.from({ length: count }, () => letters.first + (random() % letters.count))
  return String.fromCharCode(...codes)
}

/** Numbers of 32 bits without a pattern, the same ones from the same seed. */
function scatter(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e_37_79_b9) | 0
    let x = Math.imul(state ^ (state >>> 16), 0x85_eb_ca_6b)
    x = Math.imul(x ^ (x >>> 13), 0xc2_b2_ae_35)
    return (x ^ (x >>> 16)) >>> 0
  }
}
