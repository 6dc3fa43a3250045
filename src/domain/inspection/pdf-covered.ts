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

/** Numbers of the drawing operations, as the reader of PDF files names them. */
export type Operations = Readonly<Record<string, number>>

/** A page's drawing operations in order, each with what was given to it. */
export type Drawing = { fnArray: readonly number[]; argsArray: readonly unknown[] }

type Shown = { text: string; box: Box }
type State = { matrix: Matrix; fontSize: number; rise: number; opacity: number; isBlended: boolean }

/** How much of a text a rectangle must cover to hide it. */
const HIDES = 0.6
const maxShown = 20_000
const maxTests = 20_000_000

/**
 * Finds text that lies under something opaque drawn after it (假涂黑): one sees a bar, and copies the
 * words. Answers the covered texts; pictures laid over words are not looked at.
 */
export function findCovered(drawing: Drawing, ops: Operations): string[] {
  const names = new Map(Object.entries(ops).map(([name, number]) => [number, name]))
  const shown: Shown[] = []
  const covered = new Set<Shown>()
  const stack: State[] = []
  const state: State = { matrix: identity, fontSize: 1, rise: 0, opacity: 1, isBlended: false }
  const line = { start: identity, x: 0, leading: 0 }
  let tests = 0

  function cover(box: Box): void {
    tests += shown.length
    if (tests > maxTests) return
    for (const one of shown) {
      if (!covered.has(one) && coverage(box, one.box) >= HIDES) covered.add(one)
    }
  }

  const move = (by: Matrix): void => {
    line.start = multiply(line.start, by)
    line.x = 0
  }
  const steps: Readonly<Record<string, (args: unknown[]) => void>> = {
    save: () => void stack.push({ ...state }),
    restore: () => void Object.assign(state, stack.pop()),
    paintFormXObjectBegin: ([matrix]) => {
      stack.push({ ...state })
      state.matrix = multiply(state.matrix, matrixOf(matrix) ?? identity)
    },
    paintFormXObjectEnd: () => void Object.assign(state, stack.pop()),
    transform: (args) => {
      state.matrix = multiply(state.matrix, matrixOf(args) ?? identity)
    },
    setGState: ([pairs]) => {
      setOpacity(state, pairs)
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
      const { text, width } = measure(glyphs, Math.abs(state.fontSize))
      const size = Math.abs(state.fontSize)
      const box = { left: line.x, right: line.x + width, bottom: size * 0.1, top: size * 0.6 }
      line.x += width
      if (text.trim() === '' || shown.length >= maxShown) return
      shown.push({ text, box: transformBox(multiply(state.matrix, line.start), box) })
    },
    constructPath: ([paint, paths]) => {
      const isFill = /^(?:eoFill|fill|fillStroke|eoFillStroke|closeFillStroke|closeEOFillStroke)$/
      if (!isFill.test(names.get(Number(paint)) ?? '')) return
      if (state.opacity < 0.9 || state.isBlended) return
      for (const box of rectangles(Array.isArray(paths) ? paths[0] : null)) {
        cover(transformBox(state.matrix, box))
      }
    },
  }
  for (const [at, fn] of drawing.fnArray.entries()) {
    const args = drawing.argsArray[at]
    steps[names.get(fn) ?? '']?.(Array.isArray(args) ? args : [])
  }
  return runsOf(shown, covered)
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

function setOpacity(state: State, pairs: unknown): void {
  if (!Array.isArray(pairs)) return
  for (const pair of pairs) {
    const [key, value]: unknown[] = Array.isArray(pair) ? pair : []
    if (key === 'ca' && typeof value === 'number') state.opacity = value
    if (key === 'BM') state.isBlended = value !== 'source-over' && value !== 'Normal'
  }
}

/** Text and width of what one operation shows; widths come in thousandths of the font's size. */
function measure(glyphs: unknown, size: number): { text: string; width: number } {
  let text = ''
  let width = 0
  for (const glyph of Array.isArray(glyphs) ? glyphs : []) {
    if (typeof glyph === 'number') width -= (glyph / 1000) * size
    else if (typeof glyph === 'object' && glyph !== null) {
      const unicode: unknown = Reflect.get(glyph, 'unicode')
      const advance: unknown = Reflect.get(glyph, 'width')
      if (typeof unicode === 'string') text += unicode
      if (typeof advance === 'number') width += (advance / 1000) * size
    }
  }
  return { text, width }
}

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const STEP = [2, 2, 6, 4, 0]

/** The upright rectangles of a path; other shapes cover in part, and are left out. */
function rectangles(path: unknown): Box[] {
  const numbers = numbersOf(path)
  const boxes: Box[] = []
  let points: [number, number][] = []
  let isStraight = true
  const finish = (): void => {
    const box = isStraight ? boxOf(points) : null
    if (box !== null) boxes.push(box)
    points = []
    isStraight = true
  }
  for (let at = 0; at < numbers.length;) {
    const step = numbers[at] ?? 4
    if (step === 0) finish()
    if (step === 0 || step === 1) points.push([numbers[at + 1] ?? 0, numbers[at + 2] ?? 0])
    else if (step !== 4) isStraight = false
    at += 1 + (STEP[step] ?? 0)
  }
  finish()
  return boxes
}

function boxOf(points: readonly [number, number][]): Box | null {
  if (points.length < 4 || points.length > 6) return null
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  }
  const isCorner = ([x, y]: readonly [number, number]): boolean =>
    (x === box.left || x === box.right) && (y === box.bottom || y === box.top)
  return points.every(isCorner) ? box : null
}
