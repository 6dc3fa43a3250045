import { plainOf, runsOf } from './plain.ts'
import { addRun } from './runs.ts'
import type { Inline } from './tree.ts'

/** A retyped text that keeps the setting of what stayed at its beginning and end (保留格式). */
export function retyped(before: readonly Inline[], text: string): Inline[] {
  const old = plainOf(before)
  if (old === text) return [...before]
  const shorter = Math.min(old.length, text.length)
  let head = 0
  while (head < shorter && old.charAt(head) === text.charAt(head)) head += 1
  if (isHalf(text, head)) head -= 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  if (isHalf(text, text.length - tail)) tail -= 1
  const runs: Inline[] = []
  for (const run of [
    ...part(before, 0, head),
    ...runsOf(text.slice(head, text.length - tail)),
    ...part(before, old.length - tail, old.length),
  ]) {
    addRun(runs, run)
  }
  // A setting may make more runs than a text holds, a plain run longer ones than it holds.
  return runs.every((run) => run.text.length <= 20_000) ? runs : runsOf(text)
}

/** Whether a cut would part the two halves of a rare character. */
function isHalf(text: string, at: number): boolean {
  return at > 0 && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))
}

function part(runs: readonly Inline[], from: number, to: number): Inline[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = Math.max(from - at, 0)
    const text = run.text.slice(start, Math.max(start, to - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}
