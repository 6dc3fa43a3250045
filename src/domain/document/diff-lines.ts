import { align } from './align.ts'
import { diffText, type Piece } from './diff-text.ts'
import { plainOf } from './plain.ts'
import type { Block } from './tree.ts'

/** A line of a block or a row of a table with its cells, each in pieces. */
export type LineChange = { kind: 'same' | 'added' | 'removed' | 'changed'; cells: Piece[][] }

/** The texts of a block: lines of one cell, or rows of a table. */
export function textsOf(block: Block): string[][] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [[plainOf(block.text)]]
    case 'list':
      return block.items.map(({ text }) => [plainOf(text)])
    case 'table':
      return block.rows.map((row) => row.map(({ text }) => plainOf(text)))
    case 'figure':
      return [block.alt, block.caption ?? ''].filter((line) => line !== '').map((line) => [line])
    case 'signature':
      return block.lines.map((line) => [line])
    default:
      return block satisfies never
  }
}

/** All lines of a block as one kind of piece. */
export function wholeLines(block: Block, kind: Piece['kind']): LineChange[] {
  return textsOf(block).map((cells) => wholeLine(cells, kind))
}

/** Tells the lines of two blocks apart; changed lines cell by cell. */
export function diffLines(before: Block, after: Block): LineChange[] {
  const from = textsOf(before)
  const to = textsOf(after)
  const lines: LineChange[] = []
  let at = 0
  let other = 0
  let removed: string[][] = []
  let added: string[][] = []
  const flush = (): void => {
    lines.push(...pairLines(removed, added))
    removed = []
    added = []
  }
  for (const step of align(from.map(keyOf), to.map(keyOf))) {
    const line = (step === 'added' ? to[other] : from[at]) ?? []
    if (step !== 'added') at += 1
    if (step !== 'removed') other += 1
    if (step === 'removed') removed.push(line)
    else if (step === 'added') added.push(line)
    else {
      flush()
      lines.push(wholeLine(line, 'same'))
    }
  }
  flush()
  return lines
}

/** Lines that stand in each other's place, in order, when they have as many cells. */
function pairLines(removed: readonly string[][], added: readonly string[][]): LineChange[] {
  const lines: LineChange[] = []
  const count = Math.max(removed.length, added.length)
  for (let index = 0; index < count; index += 1) {
    const before = removed[index]
    const after = added[index]
    if (before !== undefined && after?.length === before.length) {
      const cells = after.map((text, column) => diffText(before[column] ?? '', text))
      lines.push({ kind: 'changed', cells })
      continue
    }
    if (before !== undefined) lines.push(wholeLine(before, 'removed'))
    if (after !== undefined) lines.push(wholeLine(after, 'added'))
  }
  return lines
}

function wholeLine(cells: readonly string[], kind: Piece['kind']): LineChange {
  return { kind, cells: cells.map((text) => (text === '' ? [] : [{ kind, text }])) }
}

function keyOf(cells: readonly string[]): string {
  return cells.join('\t')
}
