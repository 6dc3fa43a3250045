import type { GuideText } from './input.ts'

/**
 * The eight blocks that a service matter makes public (八公开): basis, conditions, procedure, limit,
 * materials, fee, outcome, and who answers and supervises.
 */
export const guideBlocks = [
  'basis',
  'conditions',
  'procedure',
  'limit',
  'materials',
  'fee',
  'outcome',
  'contact',
] as const

/** Name of one of the eight blocks. */
export type GuideBlock = (typeof guideBlocks)[number]

/** The blocks that a matter lacks (缺项); `basis` stands on the list of powers itself. */
export function lackingBlocks(basis: readonly string[], guide: GuideText | null): GuideBlock[] {
  return guideBlocks.filter((block) => !isThere(block, basis, guide ?? {}))
}

function isThere(block: GuideBlock, basis: readonly string[], guide: GuideText): boolean {
  switch (block) {
    case 'basis':
      return basis.length > 0
    case 'limit':
      return guide.promisedDays !== undefined
    case 'materials':
      return (guide.materials ?? []).length > 0
    case 'fee':
      return guide.fee !== undefined
    case 'contact':
      return guide.phone !== undefined && guide.supervisionPhone !== undefined
    case 'conditions':
    case 'procedure':
    case 'outcome':
      return (guide[block] ?? '').trim() !== ''
    default:
      return block satisfies never
  }
}
