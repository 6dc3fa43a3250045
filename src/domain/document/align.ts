/** A step of an alignment: one element of both, of the first only, or of the second only. */
export type Step = 'same' | 'removed' | 'added'

/**
 * Aligns two sequences so that few elements are left over (最长公共部分), by Myers' method. Beyond
 * `mostEdits` differences the middle counts as replaced whole: the work stays bounded.
 */
export function align(
  before: readonly string[],
  after: readonly string[],
  mostEdits = 1000,
): Step[] {
  let head = 0
  const shorter = Math.min(before.length, after.length)
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const from = before.slice(head, before.length - tail)
  const to = after.slice(head, after.length - tail)
  return [...repeat('same', head), ...middle(from, to, mostEdits), ...repeat('same', tail)]
}

function middle(from: readonly string[], to: readonly string[], mostEdits: number): Step[] {
  const replaced = [...repeat('removed', from.length), ...repeat('added', to.length)]
  if (from.length === 0 || to.length === 0) return replaced
  const most = Math.min(from.length + to.length, mostEdits)
  const size = 2 * most + 3
  const reach = new Int32Array(size)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(most - edits, most + edits + 3))
    for (let k = -edits; k <= edits; k += 2) {
      const x = furthest(reach, from, to, { k, edits, zero: most + 1 })
      if (x >= from.length && x - k >= to.length) return walkBack(trace, from.length, to.length)
    }
  }
  return replaced
}

/** How far a diagonal is reached with a number of edits, equal elements taken for free. */
function furthest(
  reach: Int32Array,
  from: readonly string[],
  to: readonly string[],
  { k, edits, zero }: { k: number; edits: number; zero: number },
): number {
  const left = reach[zero + k - 1] ?? 0
  const above = reach[zero + k + 1] ?? 0
  let x = k === -edits || (k !== edits && left < above) ? above : left + 1
  while (x < from.length && x - k < to.length && from[x] === to[x - k]) x += 1
  reach[zero + k] = x
  return x
}

/** Reads the way from the end; `trace` holds what was reached before each number of edits. */
function walkBack(trace: readonly Int32Array[], fromLength: number, toLength: number): Step[] {
  const steps: Step[] = []
  let x = fromLength
  let y = toLength
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits] ?? new Int32Array()
    // The slice begins one diagonal below -edits.
    const at = (diagonal: number): number => reach[diagonal + edits + 1] ?? 0
    const k = x - y
    const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    const beforeK = isDown ? k + 1 : k - 1
    const beforeX = at(beforeK)
    const startX = isDown ? beforeX : beforeX + 1
    for (; x > startX; x -= 1, y -= 1) steps.push('same')
    steps.push(isDown ? 'added' : 'removed')
    x = beforeX
    y = beforeX - beforeK
  }
  steps.push(...repeat('same', x))
  return steps.toReversed()
}

function repeat(step: Step, times: number): Step[] {
  return Array.from({ length: times }, () => step)
}
