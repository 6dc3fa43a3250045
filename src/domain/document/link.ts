import type { Block, DocumentTree, Inline } from './tree.ts'

const allowed = /^(?:https?:\/\/[^\s<>"'`\\@]+|mailto:[^\s<>"'`\\]+|tel:[+\d-]+)$/i

/**
 * A link that may be kept (超链接): http, https, mailto or tel with a whole address; null for
 * scripts, data, paths of another site and everything that could hide where it leads.
 */
export function linkOf(href: string): string | null {
  const text = href.trim()
  const whole = text.startsWith('//') ? `https:${text}` : text
  return whole.length <= 2000 && allowed.test(whole) && whole.isWellFormed() ? whole : null
}

/** Addresses of persons that a document leads to (超链接): of mail and telephone, beside its text. */
export function addressesIn(tree: DocumentTree): string[] {
  return tree.blocks
    .flatMap(inlinesOf)
    .flatMap(({ href }) => (href !== undefined && /^(?:mailto|tel):/i.test(href) ? [href] : []))
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.flatMap(({ text }) => text)
    case 'table':
      return block.rows.flat().flatMap(({ text }) => text)
    case 'figure':
    case 'signature':
      return []
    default:
      return block satisfies never
  }
}
