import type { Unit } from './units.ts'

const rightToLeft = /^[\p{Script=Arabic}\p{Script=Hebrew}]/u
const digits = /^[0-9\u0660-\u0669\u06f0-\u06f9]/u

/**
 * Puts units in the order in which they stand from left to right (双向文字): what is written from right
 * to left is turned round within a line that runs from left to right, figures in it are not.
 */
export function visualOrder(units: readonly Unit[]): readonly Unit[] {
  if (!units.some(isTurned)) return units
  const order: Unit[] = []
  for (let at = 0; at < units.length;) {
    const end = endOfRun(units, at)
    const run = units.slice(at, end)
    order.push(...(run.some(isTurned) ? turned(run) : run))
    at = end
  }
  return order
}

/** Whether a unit is written from right to left. */
function isTurned({ text }: Unit): boolean {
  return rightToLeft.test(text) && !digits.test(text)
}

/** Where the run that begins here ends: signs between two turned letters belong to them. */
function endOfRun(units: readonly Unit[], from: number): number {
  const first = units[from]
  if (first === undefined || !isTurned(first)) return from + 1
  let end = from + 1
  for (let at = end; at < units.length; at += 1) {
    const unit = units[at]
    if (unit === undefined || (/^\p{L}/u.test(unit.text) && !isTurned(unit))) break
    if (isTurned(unit)) end = at + 1
  }
  return end
}

function turned(run: readonly Unit[]): Unit[] {
  const order: Unit[] = []
  let figures: Unit[] = []
  for (const unit of run.toReversed()) {
    if (digits.test(unit.text)) figures.unshift(unit)
    else {
      order.push(...figures, unit)
      figures = []
    }
  }
  return [...order, ...figures]
}
