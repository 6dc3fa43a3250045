import type { Block, Cell, Inline } from './tree.ts'

/** Text of runs without their settings (纯文字). */
export function plainOf(text: readonly Inline[]): string {
  return text.length === 1 ? (text[0]?.text ?? '') : text.map((run) => run.text).join('')
}

/** Runs of one plain text; none when it is empty. */
export function runsOf(text: string): Inline[] {
  if (text.length <= longestRun) return text === '' ? [] : [{ text }]
  const runs: Inline[] = []
  for (let at = 0; at < text.length;) {
    let to = Math.min(text.length, at + longestRun)
    // A rare character is two units, and half of one cannot be kept.
    if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1
    runs.push({ text: text.slice(at, to) })
    at = to
  }
  return runs
}

/** Most characters of one run. */
const longestRun = 20_000

/** Whether a first paragraph names those to whom the document goes (主送机关). */
export function isAddressee(block: Block | undefined): boolean {
  return (
    block?.type === 'paragraph' && block.align === undefined && plainOf(block.text).endsWith('：')
  )
}

/** A cell of plain text. */
export function cellOf(text: string): Cell {
  return { text: runsOf(text) }
}
