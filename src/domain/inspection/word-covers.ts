import { black, type Colour, colourOf, isDark, white } from './colour.ts'

type Attributes = ReadonlyMap<string, string>
type Shape = {
  isArea: boolean
  /** undefined while nothing was said, null for none or one that shines through */
  fill: Colour | undefined
  text: string
}
/** What floats as one: `isWhole` when words keep clear of it, or nobody can say where it lies. */
type Floating = {
  end: string
  name: string
  isFront: boolean
  isClear: boolean
  covers: boolean
  isBlack: boolean
  text: string
}

/** Shapes that people lay over words; lines, arrows and callouts are none. */
const AREAS = new Set(['rect', 'roundRect', 'ellipse', 'flowChartProcess', 'snip1Rect'])
const VML_AREAS = /^#_x0000_t(?:1|2|3|109|202)$/
const SCHEME: ReadonlyMap<string, number> = new Map([
  ['tx1', black],
  ['dk1', black],
  ['bg1', white],
  ['lt1', white],
])

/** Watches a story of a Word file for shapes and pictures that lie over its words (遮盖). */
export type CoverWatch = {
  open: (name: string, attributes: Attributes, path: readonly string[]) => void
  /** words inside a shape */
  text: (text: string) => void
  close: (name: string) => void
  /** fill of the shape whose words come now; null when it is not known */
  ground: () => Colour
  /** something lies behind the words, so that what is white may well be seen */
  hasBackdrop: () => boolean
}

/**
 * Makes a watch: `found` hears the name of each opaque empty shape or picture in front of the text,
 * and of each black one whatever it says. Boxes with words of their own, as charts have, are none.
 */
export function coverWatch(
  isOpaquePicture: (relationship: string) => boolean,
  found: (name: string) => void,
): CoverWatch {
  let floating: Floating | null = null
  let shape: Shape | null = null
  let picture: { id: string; isSeenThrough: boolean } | null = null
  let hasBackdrop = false

  function begin(end: string, isFront: boolean): void {
    floating = { end, name: '', isFront, isClear: false, covers: false, isBlack: false, text: '' }
  }

  function openVml(name: string, attributes: Attributes, on: Floating): void {
    const style = attributes.get('style') ?? ''
    if (/^(?:group|rect|roundrect|oval|shape)$/.test(name)) {
      on.name ||= attributes.get('alt') ?? attributes.get('id') ?? ''
      if (shape === null && /position:\s*absolute/.test(style)) {
        if (/z-index:\s*-/.test(style)) hasBackdrop = true
        else if (!on.text) on.isFront = true
      }
    }
    if (/^(?:rect|roundrect|oval|shape)$/.test(name)) {
      const isArea = name !== 'shape' || VML_AREAS.test(attributes.get('type') ?? '')
      const isFilled = !/^(?:f|false)$/.test(attributes.get('filled') ?? 't')
      const fill = isFilled
        ? (colourOf(attributes.get('fillcolor') ?? 'white') ?? 0x80_80_80)
        : null
      shape = { isArea: isArea && !attributes.has('o:connectortype'), fill, text: '' }
    } else if (name === 'fill' && shape !== null && isThin(attributes)) shape.fill = null
    else if (name === 'imagedata' && shape !== null) {
      shape.isArea = false
      const id = attributes.get('r:id') ?? ''
      if (!attributes.has('chromakey') && isOpaquePicture(id)) on.covers = true
    } else if (name === 'textpath' && shape !== null) shape.isArea = false
    else if (name === 'wrap' && (attributes.get('type') ?? 'none') !== 'none') on.isClear = true
  }

  function openDrawing(
    name: string,
    attributes: Attributes,
    path: readonly string[],
    on: Floating,
  ): void {
    const [owner, parent] = [path.at(-2), path.at(-1)]
    if (/^wrap(?:Square|Tight|Through|TopAndBottom)$/.test(name) || name === 'wpc')
      on.isClear = true
    else if (name === 'docPr') on.name = attributes.get('name') ?? ''
    else if (name === 'wsp') shape = { isArea: false, fill: undefined, text: '' }
    else if (name === 'pic') picture = { id: '', isSeenThrough: false }
    else if (name === 'blip' && picture !== null) picture.id = attributes.get('r:embed') ?? ''
    else if (/^(?:clrChange|alphaMod|alphaModFix)$/.test(name) && picture !== null) {
      picture.isSeenThrough = true
    } else if (shape === null) return
    else if (name === 'prstGeom') shape.isArea = AREAS.has(attributes.get('prst') ?? '')
    else if (name === 'fillRef' && shape.fill === undefined) {
      shape.fill = Number(attributes.get('idx') ?? 0) > 0 ? 0x80_80_80 : null
    } else if (parent === 'spPr' && /Fill$/.test(name)) {
      shape.fill = name === 'noFill' ? null : 0x80_80_80
    } else if (owner === 'spPr' && parent === 'solidFill')
      shape.fill = drawnColour(name, attributes)
    else if (name === 'alpha' && path.at(-3) === 'spPr') {
      if (Number(attributes.get('val') ?? 0) < 90_000) shape.fill = null
    }
  }

  function endShape(on: Floating): void {
    if (shape !== null && shape.isArea && typeof shape.fill === 'number') {
      if (shape.text.trim() === '') on.covers = true
      if (isDark(shape.fill)) on.isBlack = true
    }
    shape = null
  }

  function endFloating({ name, isFront, isClear, covers, isBlack, text }: Floating): void {
    const isOver = isBlack || (covers && text.trim() === '')
    if (isFront && !isClear && isOver) found(name === '' ? '—' : name)
    floating = null
  }

  return {
    open(name, attributes, path) {
      if (floating === null) {
        if (name === 'pict') begin('pict', false)
        if (name !== 'anchor') return
        const isBehind = /^(?:1|true)$/.test(attributes.get('behindDoc') ?? '0')
        if (isBehind) hasBackdrop = true
        begin('anchor', !isBehind)
      } else if (floating.end === 'pict') openVml(name, attributes, floating)
      else openDrawing(name, attributes, path, floating)
    },
    text(text) {
      if (floating !== null) floating.text += text
      if (shape !== null) shape.text += text
    },
    close(name) {
      if (floating === null) return
      if (name === 'pic' && picture !== null) {
        if (!picture.isSeenThrough && isOpaquePicture(picture.id)) floating.covers = true
        picture = null
      }
      const isVml = floating.end === 'pict' && /^(?:rect|roundrect|oval|shape)$/.test(name)
      if (isVml || name === 'wsp') endShape(floating)
      if (name === floating.end) endFloating(floating)
    },
    ground: () => shape?.fill ?? null,
    hasBackdrop: () => hasBackdrop,
  }
}

function drawnColour(name: string, attributes: Attributes): number {
  const value = attributes.get(name === 'sysClr' ? 'lastClr' : 'val') ?? ''
  return (name === 'schemeClr' ? SCHEME.get(value) : colourOf(value)) ?? 0x80_80_80
}

/** A fill of VML that is off or shines through: `opacity` is a part of one, or of 65536 with an f. */
function isThin(attributes: Attributes): boolean {
  if (/^(?:f|false)$/.test(attributes.get('on') ?? 't')) return true
  const opacity = attributes.get('opacity') ?? '1'
  const part = Number.parseFloat(opacity)
  const scale = opacity.endsWith('f') ? 65_536 : opacity.endsWith('%') ? 100 : 1
  return part / scale < 0.9
}
