import { align } from './align.ts'
import { diffLines, textsOf, wholeLines, type LineChange } from './diff-lines.ts'
import type { Block, DocumentTree } from './tree.ts'

/**
 * What became of a block between two editions (版本差异): `type` is that of the block as it is now, or
 * was last; `lines` are its lines or rows in pieces.
 */
export type Difference = {
  kind: 'same' | 'added' | 'removed' | 'changed'
  type: Block['type']
  lines: LineChange[]
  /** another picture stands there now */ isOtherPicture?: true
}

/** How far a block that changed is looked for among its neighbours. */
const window = 8
/** Share of characters in common from which a block is the other one, changed. */
const likeness = 0.4

/**
 * Tells two editions of a document apart: blocks that are equal, added, removed, or changed, and within
 * these characters and cells. The work is bounded, whatever the documents are.
 */
export function diffTrees(before: DocumentTree, after: DocumentTree): Difference[] {
  const found: Difference[] = []
  let at = 0
  let other = 0
  let removed: Block[] = []
  let added: Block[] = []
  const flush = (): void => {
    found.push(...pairBlocks(removed, added))
    removed = []
    added = []
  }
  for (const step of align(before.blocks.map(keyOf), after.blocks.map(keyOf))) {
    const block = step === 'added' ? after.blocks[other] : before.blocks[at]
    if (step !== 'added') at += 1
    if (step !== 'removed') other += 1
    if (block === undefined) continue
    if (step === 'removed') removed.push(block)
    else if (step === 'added') added.push(block)
    else {
      flush()
      found.push(whole(block, 'same'))
    }
  }
  flush()
  return found
}

/** Finds in a stretch of changes which block became which; the order of both stays. */
function pairBlocks(removed: readonly Block[], added: readonly Block[]): Difference[] {
  const found: Difference[] = []
  let next = 0
  for (const before of removed) {
    const near = added.slice(next, next + window)
    const place = near.findIndex((after) => isLike(before, after))
    const after = near[place]
    if (after === undefined) {
      found.push(whole(before, 'removed'))
      continue
    }
    for (const skipped of near.slice(0, place)) found.push(whole(skipped, 'added'))
    found.push(changed(before, after))
    next += place + 1
  }
  for (const after of added.slice(next)) found.push(whole(after, 'added'))
  return found
}

function changed(before: Block, after: Block): Difference {
  const isOther = fileOf(before) !== fileOf(after)
  return {
    kind: 'changed',
    type: after.type,
    lines: diffLines(before, after),
    ...(isOther ? { isOtherPicture: true } : {}),
  }
}

/** An attachment's id stands for its bytes: other bytes are another attachment. */
function fileOf(block: Block): string {
  return block.type === 'figure' ? block.file : ''
}

function whole(block: Block, kind: 'same' | 'added' | 'removed'): Difference {
  return { kind, type: block.type, lines: wholeLines(block, kind) }
}

function keyOf(block: Block): string {
  const level = block.type === 'heading' ? block.level : ''
  return `${block.type}${level}${fileOf(block)}\n${textsOf(block)
    .map((cells) => cells.join('\t'))
    .join('\n')}`
}

/** Whether two blocks have enough in common to be one that changed. */
function isLike(before: Block, after: Block): boolean {
  if (before.type !== after.type) return false
  if (before.type === 'figure' && fileOf(before) === fileOf(after)) return true
  const [one, other] = [charactersOf(before), charactersOf(after)]
  const counts = new Map<string, number>()
  for (const char of one) counts.set(char, (counts.get(char) ?? 0) + 1)
  let common = 0
  for (const char of other) {
    const left = counts.get(char) ?? 0
    if (left > 0) common += 1
    counts.set(char, left - 1)
  }
  return 2 * common >= likeness * (one.length + other.length)
}

function charactersOf(block: Block): string[] {
  return Array.from(textsOf(block).flat().join('').slice(0, 5000))
}
