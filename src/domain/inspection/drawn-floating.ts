import { black, colourOf, white } from './colour.ts'
import { type Attributes, type Floating, type Shape, someColour } from './floating.ts'

/** Shapes that people lay over words; lines, arrows and callouts are none. */
const AREAS = new Set(['rect', 'roundRect', 'ellipse', 'flowChartProcess', 'snip1Rect'])
const SCHEME: ReadonlyMap<string, number> = new Map([
  ['tx1', black],
  ['dk1', black],
  ['bg1', white],
  ['lt1', white],
])

type Step = (on: Floating, attributes: Attributes) => void

const clear: Step = (on) => {
  on.isClear = true
}
const seeThrough: Step = ({ picture }) => {
  if (picture !== null) picture.isSeenThrough = true
}
const steps: Readonly<Record<string, Step>> = {
  wrapSquare: clear,
  wrapTight: clear,
  wrapThrough: clear,
  wrapTopAndBottom: clear,
  wpc: clear,
  clrChange: seeThrough,
  alphaMod: seeThrough,
  alphaModFix: seeThrough,
  docPr: (on, attributes) => {
    on.name = attributes.get('name') ?? ''
  },
  wsp: (on) => {
    on.shape = { isArea: false, fill: undefined, text: '' }
  },
  pic: (on) => {
    on.picture = { id: '', isSeenThrough: false }
  },
  blip: ({ picture }, attributes) => {
    if (picture !== null) picture.id = attributes.get('r:embed') ?? ''
  },
  prstGeom: ({ shape }, attributes) => {
    if (shape !== null) shape.isArea = AREAS.has(attributes.get('prst') ?? '')
  },
  fillRef: ({ shape }, attributes) => {
    if (shape === null || shape.fill !== undefined) return
    shape.fill = Number(attributes.get('idx') ?? 0) > 0 ? someColour : null
  },
}

/** Takes one element of what a program of today drew (DrawingML); `path` leads to it. */
export function openDrawn(
  on: Floating,
  name: string,
  attributes: Attributes,
  path: readonly string[],
): void {
  if (Object.hasOwn(steps, name)) steps[name]?.(on, attributes)
  else if (on.shape !== null) openFill(on.shape, name, attributes, path)
}

/** What fills a shape, not what its line is drawn with: a colour, nothing, or one that shines through. */
function openFill(
  shape: Shape,
  name: string,
  attributes: Attributes,
  path: readonly string[],
): void {
  const [place, owner, parent] = path.slice(-3)
  if (parent === 'spPr' && name.endsWith('Fill')) {
    shape.fill = name === 'noFill' ? null : someColour
  } else if (owner === 'spPr' && parent === 'solidFill') {
    shape.fill = colourIn(name, attributes)
  } else if (place === 'spPr' && name === 'alpha') {
    if (Number(attributes.get('val') ?? 0) < 90_000) shape.fill = null
  }
}

function colourIn(name: string, attributes: Attributes): number {
  const value = attributes.get(name === 'sysClr' ? 'lastClr' : 'val') ?? ''
  return (name === 'schemeClr' ? SCHEME.get(value) : colourOf(value)) ?? someColour
}
