import { treeLimits, type Block, type DocumentTree } from './tree.ts'

/** Takes as many blocks as one document may hold (文稿上限); `isCut` when some were left out. */
export function fitTree(blocks: readonly Block[]): { tree: DocumentTree; isCut: boolean } {
  let characters = 30
  const kept: Block[] = []
  for (const block of blocks) {
    characters += JSON.stringify(block).length + 1
    if (characters > treeLimits.characters || kept.length === treeLimits.blocks) break
    kept.push(block)
  }
  return { tree: { v: 1, blocks: kept }, isCut: kept.length < blocks.length }
}
