import { cleanText } from './clean-text.ts'
import { runsOf } from './plain.ts'
import type { Inline } from './tree.ts'

const mostRuns = 2000

/** Adds text to runs; neighbours of one setting become one run. */
export function addRun(runs: Inline[], run: Inline): void {
  const last = runs.at(-1)
  if (last !== undefined && sameSetting(last, run)) last.text += run.text
  else runs.push({ ...run })
}

/** Cuts runs at their line breaks; each line trimmed, empty ones left out. */
export function runLines(runs: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of cleanText(run.text).split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') addRun(lines.at(-1) ?? [], { ...run, text })
    }
  }
  return lines.map(trimmedRuns).filter((line) => line.length > 0)
}

/** Runs as one text that may have line breaks, within what a document may hold. */
export function joinLines(lines: readonly Inline[][], between = '\n'): Inline[] {
  const runs: Inline[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0 && between !== '') addRun(runs, { text: between })
    for (const run of line) addRun(runs, run)
  }
  return bounded(runs)
}

function bounded(runs: readonly Inline[]): Inline[] {
  const cut: Inline[] = []
  for (const run of runs) {
    for (const { text } of runsOf(run.text)) cut.push({ ...run, text })
  }
  return cut.length <= mostRuns ? cut : runsOf(cut.map(({ text }) => text).join(''))
}

/** Runs without blanks and breaks at their ends (去首尾空白). */
export function trimmedRuns(line: readonly Inline[]): Inline[] {
  const runs = line.map((run) => ({ ...run }))
  for (let first = runs[0]; first !== undefined; first = runs[0]) {
    first.text = first.text.trimStart()
    if (first.text !== '') break
    runs.shift()
  }
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    last.text = last.text.trimEnd()
    if (last.text !== '') break
    runs.pop()
  }
  return runs
}

function sameSetting(one: Inline, other: Inline): boolean {
  return one.href === other.href && (one.marks ?? []).join() === (other.marks ?? []).join()
}
