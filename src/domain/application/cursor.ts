import { parseReceipt } from './receipt.ts'

/**
 * Where a list of cases goes on (翻页位置): after this place and receipt. The place is the key of the
 * open list, or the day of the decision.
 */
export type CaseCursor = { at: string; receipt: string }

/** Writes a position as a word. */
export function formatCursor({ at, receipt }: CaseCursor): string {
  return `${at.replaceAll('-', '')}.${receipt.replaceAll('-', '')}`
}

/** Reads {@link formatCursor}; null for anything else. */
export function parseCursor(text: string): CaseCursor | null {
  const [, at, id = ''] = /^(0|\d{8}|\d{10})\.(SQ[0-9A-Z]{20})$/.exec(text) ?? []
  const receipt = parseReceipt(id)
  if (at === undefined || receipt === null) return null
  return { at: at.replace(/^(\d{4})(\d{2})(\d{2})/, '$1-$2-$3'), receipt }
}
