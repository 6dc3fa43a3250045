import { markOf } from '../picture-mark.ts'
import { attributeOf, insideOf, outermost, replaced, tagsOf } from './element.ts'

/** A picture that a Word file shows (Word 图片): the relationship under which its file lies, and how it is shown. */
export type WordPictureRef = {
  of: 'picture'
  rel: string | null
  isLinked: boolean
  /** what the author wrote of it */ alt: string | null
  /** width on the page in points, and the height of one that is turned on its side */
  width: number | null
  /** degrees by which it is turned on the page, clockwise */ turn: number
  /** cut on the page: the file has more than is seen */ isCut: boolean
}

/** What a Word file draws that is no picture, a closed list. */
export const drawnKinds = [
  'chart',
  'smart-art',
  'shape',
  'text-box',
  'object',
  'formula-object',
  'hidden',
  'in-note',
] as const

/** Something drawn at a place of a Word file. */
export type Drawing = WordPictureRef | { of: (typeof drawnKinds)[number] }

const drawn = ['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object'] as const
const isDrawn = /<(?:mc:AlternateContent|w:drawing|w:pict|w:object)[\s>]/
const box = ['w:txbxContent'] as const
/** How deep boxes in boxes are looked into. */
const deepest = 8
/** English metric units of a point. */
const emu = 12_700

/**
 * Writes a mark where something is drawn (图的位置), and keeps the text of boxes there; `drawings` takes
 * what each mark stands for. Of two ways to draw the same thing one is taken.
 */
export function markDrawings(xml: string, drawings: Drawing[], depth = 0): string {
  if (!isDrawn.test(xml)) return xml
  if (depth > deepest) return `<w:t>${markOf(String(drawings.push({ of: 'shape' }) - 1))}</w:t>`
  return replaced(xml, outermost(xml, drawn), (element, { name }) => {
    if (name === 'mc:AlternateContent') return markDrawings(chosen(element), drawings, depth + 1)
    const boxes = outermost(element, box)
    const own = replaced(element, boxes, () => '')
    const found = drawingsIn(name, own, boxes.length > 0)
    const marks = found.map((drawing) => markOf(String(drawings.push(drawing) - 1))).join('')
    const texts = boxes.map(({ from, to }) => {
      const inside = markDrawings(insideOf(element.slice(from, to)), drawings, depth + 1)
      return `<w:txbxContent>${inside}</w:txbxContent>`
    })
    const text = texts.length === 0 ? '' : `<w:pict>${texts.join('')}</w:pict>`
    return `${marks === '' ? '' : `<w:t>${marks}</w:t>`}${text}`
  })
}

/** The way of drawing that is read: the newer one where it draws, otherwise the one for old readers. */
function chosen(alternatives: string): string {
  const inside = insideOf(alternatives)
  const sides = outermost(inside, ['mc:Choice', 'mc:Fallback']).map(({ name, from, to }) => {
    return { name, xml: insideOf(inside.slice(from, to)) }
  })
  const drawing = sides.find(({ name, xml }) => name === 'mc:Choice' && isDrawn.test(xml))
  return (drawing ?? sides.find(({ name }) => name === 'mc:Fallback'))?.xml ?? ''
}

function drawingsIn(name: string, xml: string, hasText: boolean): Drawing[] {
  if (name === 'w:object') return [{ of: isFormula(xml) ? 'formula-object' : 'object' }]
  return name === 'w:pict' ? oldDrawings(xml, hasText) : newDrawings(xml, hasText)
}

function isFormula(xml: string): boolean {
  const [tag = ''] = tagsOf(xml, 'o:OLEObject')
  return /equation|mathtype/i.test(attributeOf(tag, 'ProgID') ?? '')
}

/** DrawingML: one picture, a group of them, or something else. */
function newDrawings(whole: string, hasText: boolean): Drawing[] {
  const xml = replaced(whole, outermost(whole, ['mc:Fallback']), () => '')
  const [about = ''] = tagsOf(xml, 'wp:docPr')
  if (/^(?:1|true)$/.test(attributeOf(about, 'hidden') ?? '')) return [{ of: 'hidden' }]
  const pictures = outermost(xml, ['pic:pic']).map(({ from, to }) => xml.slice(from, to))
  const isAlone = pictures.length === 1 && !/<(?:wpg|wpc):/.test(xml)
  const [extent = ''] = tagsOf(xml, 'wp:extent')
  const found: Drawing[] = pictures.map((picture) => {
    const [name = ''] = tagsOf(picture, 'pic:cNvPr')
    const own = pictureIn(picture)
    const side = own.turn === 90 || own.turn === 270 ? 'cy' : 'cx'
    const width = isAlone ? pointsOf(attributeOf(extent, side)) : null
    const alt = altOf(isAlone ? about : name) ?? altOf(name)
    return Object.assign(own, { alt, width })
  })
  if (/<c:chart[\s/>]|drawingml\/2006\/chart"/.test(xml)) found.push({ of: 'chart' })
  else if (/<dgm:relIds[\s/>]|drawingml\/2006\/diagram"/.test(xml)) found.push({ of: 'smart-art' })
  else if (hasText) found.push({ of: 'text-box' })
  else if (found.length === 0 || /<wps:wsp[\s/>]/.test(xml)) found.push({ of: 'shape' })
  return found
}

function pictureIn(xml: string): Omit<WordPictureRef, 'alt' | 'width'> {
  const [blip = ''] = tagsOf(xml, 'a:blip')
  const [cut = ''] = tagsOf(xml, 'a:srcRect')
  const [turn = ''] = tagsOf(xml, 'a:xfrm')
  const rel = attributeOf(blip, 'r:embed')
  const isCut = ['l', 't', 'r', 'b'].some((side) => Number(attributeOf(cut, side) ?? 0) > 0)
  const degrees = (Number(attributeOf(turn, 'rot') ?? 0) / 60_000) % 360
  return { of: 'picture', rel, isLinked: rel === null, isCut, turn: (degrees + 360) % 360 }
}

/** VML, as Word wrote it before 2007 and WPS still does. */
function oldDrawings(xml: string, hasText: boolean): Drawing[] {
  const shapes = tagsOf(xml, 'v:(?:shape|rect|roundrect|oval|line|polyline|arc|curve|image|group)')
  const [shape = ''] = shapes
  const style = attributeOf(shape, 'style') ?? ''
  const pictures = tagsOf(xml, 'v:imagedata')
  const found: Drawing[] = pictures.map((data) => {
    const rel = attributeOf(data, 'r:id')
    return {
      of: 'picture',
      rel,
      isLinked: rel === null,
      alt: cleanAlt(attributeOf(shape, 'alt')) ?? cleanAlt(attributeOf(data, 'o:title')),
      width: pictures.length === 1 ? widthIn(style) : null,
      isCut: /\scrop(?:left|top|right|bottom)=/.test(data),
      turn: Number(/(?:^|;)\s*rotation:(-?\d{1,3})(?:;|$)/.exec(style)?.[1] ?? 0),
    }
  })
  const isRule = attributeOf(shape, 'o:hr') !== null
  if (hasText) found.push({ of: 'text-box' })
  else if (found.length === 0 && shapes.length > 0 && !isRule) found.push({ of: 'shape' })
  return found
}

function widthIn(style: string): number | null {
  const [, number, unit] = /(?:^|;)\s*width:([\d.]{1,10})(pt|in|cm|mm|px)?/.exec(style) ?? []
  const points = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }
  return number === undefined ? null : Number(number) * (points[unitOf(unit)] ?? 1)
}

function unitOf(unit: string | undefined): 'pt' | 'in' | 'cm' | 'mm' | 'px' {
  return unit === 'in' || unit === 'cm' || unit === 'mm' || unit === 'px' ? unit : 'pt'
}

function pointsOf(units: string | null): number | null {
  const points = Number(units ?? Number.NaN) / emu
  return Number.isFinite(points) && points > 0 ? points : null
}

function altOf(tag: string): string | null {
  return cleanAlt(attributeOf(tag, 'descr')) ?? cleanAlt(attributeOf(tag, 'title'))
}

/** Names of files and what a program wrote by itself: none of it says what a picture shows. */
const noAlt =
  /^(?:[a-z]:[\\/].*|file:.*|https?:.*|[\w-]{16,}|.*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)|(?:图片|图像|图|picture|image|img|qq图片|微信图片|截图)?[\s_\d-]*)$/i
const byMachine =
  /(?:描述|说明)已自动生成|自动生成的说明|AI\s*生成的内容可能不正确|description automatically/i

function cleanAlt(text: string | null): string | null {
  const lines = (text ?? '')
    .slice(0, 2000)
    .split(/[\r\n]+/)
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
  const line = lines.find((one) => one !== '') ?? ''
  return line === '' || noAlt.test(line) || byMachine.test(text ?? '') ? null : line.slice(0, 300)
}
