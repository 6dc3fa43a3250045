import { black, type Colour, colourOf, isDark, isLost, white } from './colour.ts'
import { measure } from './pdf-glyphs.ts'
import {
  type Box,
  coverage,
  identity,
  type Matrix,
  matrixOf,
  multiply,
  numbersOf,
  transformBox,
} from './pdf-matrix.ts'
import { rectangles } from './pdf-path.ts'

/** Numbers of the drawing operations, as the reader of PDF files names them. */
export type Operations = Readonly<Record<string, number>>

/** A page's drawing operations in order, each with what was given to it. */
export type Drawing = { fnArray: readonly number[]; argsArray: readonly unknown[] }

type Shown = { text: string; box: Box }
type State = {
  matrix: Matrix
  fontSize: number
  opacity: number
  blend: string
  ink: Colour
  isUnseen: boolean
}

/** Texts of a page that readers do not see: under a bar, in the colour of their ground, drawn as nothing. */
export type Unseen = { covered: string[]; alike: string[]; layer: string[] }

/** How much of a text a rectangle must cover to hide it. */
const HIDES = 0.6
const maxShown = 20_000
const maxTests = 20_000_000
const FILLS = /^(?:eoFill|fill|fillStroke|eoFillStroke|closeFillStroke|closeEOFillStroke)$/
/** Text that is drawn as nothing (文字渲染方式 3), as the layer that a scanner recognised. */
const INVISIBLE = 3

/**
 * Finds text that a reader does not see and anybody can copy (假涂黑): under something opaque drawn
 * after it, in the colour of what lies below, or invisible. Pictures count as opaque where the
 * file has none that may be seen through.
 */
export function findUnseen(drawing: Drawing, ops: Operations, hasOpaquePictures: boolean): Unseen {
  const names = new Map(Object.entries(ops).map(([name, number]) => [number, name]))
  const shown: Shown[] = []
  const covered = new Set<Shown>()
  const alike = new Set<Shown>()
  const layer = new Set<Shown>()
  const painted: { box: Box; colour: Colour }[] = []
  const stack: State[] = []
  const state: State = {
    matrix: identity,
    fontSize: 1,
    opacity: 1,
    blend: 'normal',
    ink: black,
    isUnseen: false,
  }
  const line = { start: identity, x: 0, leading: 0 }
  const pictures = pictureWatch()
  let tests = 0

  function paint(box: Box, colour: Colour): void {
    if (painted.length < maxShown) painted.push({ box, colour })
  }

  function cover(box: Box): void {
    tests += shown.length
    if (tests > maxTests) return
    for (const one of shown) {
      if (!covered.has(one) && !layer.has(one) && coverage(box, one.box) >= HIDES) covered.add(one)
    }
  }

  /** What lies below a text; null where that is not one colour. */
  function groundOf(box: Box): Colour {
    tests += painted.length
    if (tests > maxTests) return null
    const under = painted.findLast((one) => coverage(one.box, box) > 0.05)
    if (under === undefined) return white
    return coverage(under.box, box) > 0.95 ? under.colour : null
  }

  function fillPath([, paths, limits]: unknown[]): void {
    if (state.opacity < 0.5) return
    const boxes = rectangles(Array.isArray(paths) ? paths[0] : null)
    const isOpaque = hides(state)
    for (const box of boxes) {
      const placed = transformBox(state.matrix, box)
      if (isOpaque) cover(placed)
      paint(placed, isOpaque ? state.ink : null)
    }
    const [left, bottom, right, top] = numbersOf(limits)
    if (boxes.length > 0 || left === undefined || bottom === undefined) return
    const around = { left, bottom, right: right ?? left, top: top ?? bottom }
    paint(transformBox(state.matrix, around), null)
  }

  const save = (): void => {
    stack.push({ ...state })
    pictures.save()
  }
  const restore = (): void => {
    if (pictures.restore()) {
      const box = transformBox(state.matrix, { left: 0, bottom: 0, right: 1, top: 1 })
      if (hasOpaquePictures && state.opacity >= 0.9) cover(box)
      paint(box, null)
    }
    Object.assign(state, stack.pop())
  }
  const transform = (args: unknown): void => {
    state.matrix = multiply(state.matrix, matrixOf(args) ?? identity)
  }
  const move = (by: Matrix): void => {
    line.start = multiply(line.start, by)
    line.x = 0
  }
  const steps: Readonly<Record<string, (args: unknown[]) => void>> = {
    save,
    restore,
    paintFormXObjectBegin: ([matrix]) => {
      pictures.draw()
      save()
      transform(matrix)
    },
    paintFormXObjectEnd: restore,
    beginAnnotation: ([, , placed, own]) => {
      save()
      state.matrix = identity
      transform(placed)
      transform(own)
    },
    endAnnotation: restore,
    transform: (args) => {
      transform(args)
      pictures.move()
    },
    setGState: ([pairs]) => {
      setTransparency(state, pairs)
    },
    setFillRGBColor: ([colour]) => {
      state.ink = typeof colour === 'string' ? colourOf(colour) : null
    },
    setFillColorN: () => {
      state.ink = null
    },
    setFillTransparent: () => {
      state.ink = null
    },
    shadingFill: () => {
      pictures.draw()
      paint({ left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 }, null)
    },
    setTextRenderingMode: ([mode]) => {
      state.isUnseen = mode === INVISIBLE
    },
    beginText: () => {
      line.start = identity
      line.x = 0
    },
    setFont: ([, size]) => {
      state.fontSize = typeof size === 'number' ? size : 1
    },
    setLeading: ([by]) => {
      line.leading = typeof by === 'number' ? by : 0
    },
    setTextMatrix: (args) => {
      line.start = matrixOf(args) ?? matrixOf(args[0]) ?? identity
      line.x = 0
    },
    moveText: (args) => {
      const [x = 0, y = 0] = numbersOf(args)
      move([1, 0, 0, 1, x, y])
    },
    setLeadingMoveText: (args) => {
      const [x = 0, y = 0] = numbersOf(args)
      move([1, 0, 0, 1, x, y])
    },
    nextLine: () => {
      move([1, 0, 0, 1, 0, line.leading])
    },
    showText: ([glyphs]) => {
      pictures.draw()
      const { text, width } = measure(glyphs, Math.abs(state.fontSize))
      const size = Math.abs(state.fontSize)
      const box = { left: line.x, right: line.x + width, bottom: size * 0.1, top: size * 0.6 }
      line.x += width
      if (text.trim() === '' || shown.length >= maxShown) return
      const one = { text, box: transformBox(multiply(state.matrix, line.start), box) }
      shown.push(one)
      if (state.isUnseen) layer.add(one)
      else if (state.ink !== null) {
        const ground = groundOf(one.box)
        if (ground !== null && isLost(state.ink, ground)) alike.add(one)
      }
    },
    constructPath: (args) => {
      pictures.draw()
      if (FILLS.test(names.get(Number(args[0])) ?? '')) fillPath(args)
    },
  }
  for (const [at, fn] of drawing.fnArray.entries()) {
    const args = drawing.argsArray[at]
    const name = names.get(fn) ?? ''
    if (name.startsWith('paintImage')) pictures.draw()
    steps[name]?.(Array.isArray(args) ? args : [])
  }
  return {
    covered: runsOf(shown, covered),
    alike: runsOf(shown, alike),
    layer: runsOf(shown, layer),
  }
}

/**
 * Notices pictures that the reader left out: between saving and restoring, space was made for one and
 * nothing was drawn. `restore` answers whether it was so.
 */
function pictureWatch(): {
  save: () => void
  move: () => void
  draw: () => void
  restore: () => boolean
} {
  const levels = [{ isMoved: false, isDrawn: false }]
  const set = (patch: { isMoved?: true; isDrawn?: true }): void => {
    Object.assign(levels.at(-1) ?? {}, patch)
  }
  return {
    save: () => void levels.push({ isMoved: false, isDrawn: false }),
    move: () => {
      set({ isMoved: true })
    },
    draw: () => {
      set({ isDrawn: true })
    },
    restore() {
      const level = levels.length > 1 ? levels.pop() : undefined
      set({ isDrawn: true })
      return level?.isMoved === true && !level.isDrawn
    },
  }
}

/** Tells whether what is painted hides what lies below: what multiplies with it darkens, black alone hides. */
function hides({ opacity, blend, ink }: State): boolean {
  const isMarker = blend === 'multiply' && ink !== null && isDark(ink)
  return opacity >= 0.9 && (blend === 'normal' || isMarker)
}

/** Joins what was covered piece by piece, as programs show a line glyph by glyph. */
function runsOf(shown: readonly Shown[], covered: ReadonlySet<Shown>): string[] {
  const runs: string[] = []
  let run = ''
  for (const one of shown) {
    if (covered.has(one)) run += one.text
    else if (run !== '') {
      runs.push(run)
      run = ''
    }
  }
  return run === '' ? runs : [...runs, run]
}

function setTransparency(state: State, pairs: unknown): void {
  if (!Array.isArray(pairs)) return
  for (const pair of pairs) {
    const [key, value]: unknown[] = Array.isArray(pair) ? pair : []
    if (key === 'ca' && typeof value === 'number') state.opacity = value
    if (key !== 'BM') continue
    const isUsual = value === 'source-over' || value === 'Normal'
    state.blend = typeof value === 'string' && !isUsual ? value : 'normal'
  }
}
