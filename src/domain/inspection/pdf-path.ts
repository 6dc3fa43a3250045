import { type Box, numbersOf } from './pdf-matrix.ts'

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const STEP = [2, 2, 6, 4, 0]

/** The upright rectangles of a path; other shapes cover in part, and are left out. */
export function rectangles(path: unknown): Box[] {
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
