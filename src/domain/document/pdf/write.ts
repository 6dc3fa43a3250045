import { officialPage as page } from '../official-page.ts'
import type { Face } from './face.ts'
import { glyphFontNames, glyphFontObjects, newGlyphFonts, type GlyphFonts } from './glyphs.ts'
import { hex, joined, n, stream } from './object.ts'
import { pictureName } from './canvas.ts'
import type { PdfPicture } from './picture.ts'
import type { Pixels } from '../png/unpack.ts'

/** Fonts by the names that systems here have; none is embedded, readers take the nearest they have. */
const fonts: Readonly<Record<Face, { name: string; flags: number; weight: number }>> = {
  song: { name: 'STSong-Light', flags: 6, weight: 400 },
  fang: { name: 'FangSong', flags: 6, weight: 400 },
  hei: { name: 'SimHei', flags: 4, weight: 700 },
  kai: { name: 'KaiTi', flags: 14, weight: 400 },
}

/** Writes pages of drawing orders as a PDF file with `title` as its only document information. */
export function writePdf(
  pages: readonly string[],
  title: string,
  {
    seal = null,
    glyphs = newGlyphFonts(),
    pictures = [],
  }: { seal?: Pixels | null; glyphs?: GlyphFonts; pictures?: readonly PdfPicture[] } = {},
): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const objects: Uint8Array[] = []
  const add = (text: string): number => objects.push(encoder.encode(text))
  const sealAt = firstPage + pages.length * 2
  const made = sealAt + (seal === null ? 0 : 2)
  const outlines = glyphFontObjects(glyphs, made)
  const shown = pictureObjects(pictures, made + outlines.length)
  const drawn = resourcesOf(seal === null ? [] : [`/Seal ${sealAt} 0 R`], shown.names)
  const kids = pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')
  add('<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>')
  add(
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 ${n(page.width)} ${n(page.height)}]/Resources<</Font 4 0 R${drawn}>>>>`,
  )
  add(`<</Title<feff${hex(title)}>>>`)
  const faces = Object.entries(fonts)
  const named = faces.map(([face], index) => `/${face} ${5 + index * 3} 0 R`).join('')
  add(`<<${named}${glyphFontNames(glyphs, made)}>>`)
  for (const [, { name, flags, weight }] of faces) {
    const own = objects.length + 1
    add(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/UniGB-UTF16-H/DescendantFonts[${own + 1} 0 R]>>`,
    )
    // Without W the figures and Latin letters, CIDs 1 to 95, would stand a whole em apart.
    add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000/W[1 95 500]/FontDescriptor ${own + 2} 0 R>>`,
    )
    add(
      `<</Type/FontDescriptor/FontName/${name}/Flags ${flags}/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV ${weight === 700 ? 120 : 80}/FontWeight ${weight}>>`,
    )
  }
  for (const content of pages) {
    const own = objects.length + 1
    add(`<</Type/Page/Parent 2 0 R/Contents ${own + 1} 0 R>>`)
    objects.push(stream(encoder.encode(content)))
  }
  if (seal !== null) objects.push(...sealObjects(seal, objects.length + 1))
  objects.push(...outlines, ...shown.objects)
  return assembled(objects, encoder)
}

/** Multiplied, so that name and date stay black below the red of a seal, as they do on paper. */
const stampState = '/ExtGState<</Stamp<</Type/ExtGState/BM/Multiply>>>>'

function resourcesOf(seal: readonly string[], pictures: readonly string[]): string {
  const names = [...seal, ...pictures].join('')
  return `${names === '' ? '' : `/XObject<<${names}>>`}${seal.length === 0 ? '' : stampState}`
}

/** The pictures of a file from object `at` on, and their names. */
function pictureObjects(
  pictures: readonly PdfPicture[],
  at: number,
): { names: string[]; objects: Uint8Array[] } {
  const objects: Uint8Array[] = []
  const names = pictures.map((picture, index) => {
    const own = at + objects.length
    objects.push(...picture.objects(own))
    return `/${pictureName(index)} ${own} 0 R`
  })
  return { names, objects }
}

function sealObjects({ width, height, rgb, alpha }: Pixels, at: number): Uint8Array[] {
  const size = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`
  return [
    stream(rgb, `${size}/ColorSpace/DeviceRGB/SMask ${at + 1} 0 R`),
    stream(alpha, `${size}/ColorSpace/DeviceGray`),
  ]
}

/** Number of the first page's object, after catalogue, page tree, information and fonts. */
const firstPage = 5 + Object.keys(fonts).length * 3

function assembled(objects: readonly Uint8Array[], encoder: TextEncoder): Uint8Array<ArrayBuffer> {
  const parts = [new Uint8Array([...encoder.encode('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]
  let at = parts[0]?.length ?? 0
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const [index, object] of objects.entries()) {
    table += `${String(at).padStart(10, '0')} 00000 n \n`
    const part = joined([
      encoder.encode(`${index + 1} 0 obj\n`),
      object,
      encoder.encode('\nendobj\n'),
    ])
    parts.push(part)
    at += part.length
  }
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R/Info 3 0 R>>\nstartxref\n${at}\n%%EOF\n`
  return joined([...parts, encoder.encode(table + trailer)])
}
