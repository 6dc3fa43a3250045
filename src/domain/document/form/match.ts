import { align } from '../align.ts'
import type { FormLine } from './text.ts'

/** A line as it was typed: the one it is, unchanged, or the one it took the place of. */
export type TypedLine = { line: string; same: FormLine | null; was: FormLine | null }

/**
 * Finds in typed lines those that were there before (对照原稿): unchanged ones in their order, moved ones,
 * and changed ones where as many lines stand in the place of as many.
 */
export function matchLines(before: readonly FormLine[], typed: readonly string[]): TypedLine[] {
  const found: TypedLine[] = []
  let at = 0
  let other = 0
  let removed: FormLine[] = []
  let added: TypedLine[] = []
  const lost: FormLine[] = []
  const flush = (): void => {
    const isChange = removed.length === added.length
    for (const [index, line] of added.entries()) {
      if (isChange) line.was = removed[index] ?? null
    }
    if (!isChange) lost.push(...removed)
    removed = []
    added = []
  }
  const steps = align(
    before.map(({ line }) => line),
    typed,
  )
  for (const step of steps) {
    const line = typed[other] ?? ''
    const old = before[at] ?? null
    if (step !== 'added') at += 1
    if (step !== 'removed') other += 1
    if (step === 'removed') {
      if (old !== null) removed.push(old)
    } else if (step === 'added') {
      const made: TypedLine = { line, same: null, was: null }
      added.push(made)
      found.push(made)
    } else {
      flush()
      found.push({ line, same: old, was: null })
    }
  }
  flush()
  return found.map((one) => (one.same === null && one.was === null ? moved(one, lost) : one))
}

/** A line that stands elsewhere now, such as a figure that was cut and pasted. */
function moved(typed: TypedLine, lost: FormLine[]): TypedLine {
  const at = lost.findIndex(({ line }) => line === typed.line)
  const [old] = at < 0 ? [] : lost.splice(at, 1)
  return old === undefined ? typed : { ...typed, same: old }
}
