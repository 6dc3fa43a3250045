import type { Inline } from './tree.ts'

/**
 * Stands in a text where a picture was, until the picture is put there (图的占位). Both signs are no
 * characters, so that no honest text holds them.
 */
const [open, close] = ['\u{fdd0}', '\u{fdd1}']
const mark = /\u{fdd0}(\w{1,9})\u{fdd1}/gu
const signs = /[\u{fdd0}\u{fdd1}]/gu

/** Name of the mark of a picture that a web page only points to. */
export const webMark = 'web'

/** Writes the mark of a picture. */
export function markOf(name: string): string {
  return `${open}${name}${close}`
}

/** Takes the signs of marks out of a text that is not ours. */
export function withoutSigns(text: string): string {
  return text.includes(open) || text.includes(close) ? text.replaceAll(signs, '') : text
}

/** Whether a text has a mark in it. */
export function hasMark(text: string): boolean {
  return text.includes(open)
}

/** The marks of a text by name, and the text without them. */
export function marksIn(text: string): { names: string[]; text: string } {
  const names = Array.from(text.matchAll(mark), ([, name = '']) => name)
  return { names, text: withoutSigns(text.replaceAll(mark, '')) }
}

/** A stretch of runs, or a mark between two of them. */
export type Stretch = { runs: Inline[] } | { name: string }

/** Cuts runs at their marks; stretches without text are left out. */
export function stretchesOf(text: readonly Inline[]): Stretch[] {
  const found: Stretch[] = []
  for (const run of text) {
    let at = 0
    for (const { 0: whole, 1: name = '', index } of run.text.matchAll(mark)) {
      addRun(found, run, run.text.slice(at, index))
      found.push({ name })
      at = index + whole.length
    }
    addRun(found, run, run.text.slice(at))
  }
  return found
}

function addRun(found: Stretch[], run: Inline, text: string): void {
  const own = withoutSigns(text)
  if (own === '') return
  const last = found.at(-1)
  const made = { ...run, text: own }
  if (last !== undefined && 'runs' in last) last.runs.push(made)
  else found.push({ runs: [made] })
}
