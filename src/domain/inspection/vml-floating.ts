import { type Colour, colourOf } from './colour.ts'
import { type Attributes, type Floating, someColour } from './floating.ts'

/** Kinds of old shapes that are areas: rectangle, rounded one, ellipse, process, text box. */
const AREAS = /^#_x0000_t(?:1|2|3|109|202)$/
const SHAPES = /^(?:rect|roundrect|oval|shape)$/

type Step = (
  on: Floating,
  attributes: Attributes,
  isOpaquePicture: (relationship: string) => boolean,
) => void

const steps: Readonly<Record<string, Step>> = {
  fill: (on, attributes) => {
    if (on.shape !== null && isThin(attributes)) on.shape.fill = null
  },
  imagedata: (on, attributes, isOpaquePicture) => {
    if (on.shape === null) return
    on.shape.isArea = false
    const isWhole = !attributes.has('chromakey')
    if (isWhole && isOpaquePicture(attributes.get('r:id') ?? '')) on.covers = true
  },
  textpath: (on) => {
    if (on.shape !== null) on.shape.isArea = false
  },
  wrap: (on, attributes) => {
    if ((attributes.get('type') ?? 'none') !== 'none') on.isClear = true
  },
}

/** Tells the elements of shapes of the old kind (VML) from others. */
export function isVmlShape(name: string): boolean {
  return SHAPES.test(name)
}

/** Takes one element of what an old program drew (VML). */
export const openVml = (
  on: Floating,
  name: string,
  attributes: Attributes,
  isOpaquePicture: (relationship: string) => boolean,
): void => {
  if (SHAPES.test(name) || name === 'group') openShape(on, name, attributes)
  else if (Object.hasOwn(steps, name)) steps[name]?.(on, attributes, isOpaquePicture)
}

function openShape(on: Floating, name: string, attributes: Attributes): void {
  on.name ||= attributes.get('alt') ?? attributes.get('id') ?? ''
  const style = attributes.get('style') ?? ''
  if (/position:\s*absolute/.test(style)) {
    if (/z-index:\s*-/.test(style)) on.isBehind = true
    else on.isFront = true
  }
  if (name === 'group') return
  const isArea = name !== 'shape' || AREAS.test(attributes.get('type') ?? '')
  const isLine = attributes.has('o:connectortype')
  on.shape = { isArea: isArea && !isLine, fill: fillOf(attributes), text: '' }
}

function fillOf(attributes: Attributes): Colour {
  if (isOff(attributes.get('filled'))) return null
  return colourOf(attributes.get('fillcolor') ?? 'white') ?? someColour
}

/** A fill that is off or shines through: `opacity` is a part of one, or of 65536 with an f. */
function isThin(attributes: Attributes): boolean {
  if (isOff(attributes.get('on'))) return true
  const opacity = attributes.get('opacity') ?? '1'
  const scale = opacity.endsWith('f') ? 65_536 : opacity.endsWith('%') ? 100 : 1
  return Number.parseFloat(opacity) / scale < 0.9
}

function isOff(value: string | undefined): boolean {
  return value === 'f' || value === 'false'
}
