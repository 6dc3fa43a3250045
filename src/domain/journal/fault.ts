import type { Anchor } from './anchor.ts'
import type { JournalSeal } from './seal.ts'

/** What does not hold (核验差异): of a seal, by its number, or of an anchor, by its day. */
export type JournalFault =
  /** a number is left out, or the first seal is not the first */
  | { fault: 'seal-missing'; n: number }
  /** events, or the seal itself, are not what was sealed */
  | { fault: 'seal-differs'; n: number }
  /** an anchor names a seal that is gone, or has another digest now */
  | { fault: 'anchor-seal-missing'; day: string; n: number }
  | { fault: 'anchor-differs'; day: string; n: number }
  /** what lies in the place of an anchor cannot be read */
  | { fault: 'anchor-unreadable'; day: string }

/** Holds the anchor of a day against the seal that it names (锚点核对). */
export function anchorFault(
  agencyId: string,
  day: string,
  anchor: Anchor | null,
  seal: JournalSeal | undefined,
): JournalFault | null {
  if (anchor === null || anchor.agency !== agencyId || anchor.day !== day) {
    return { fault: 'anchor-unreadable', day }
  }
  const { n } = anchor
  if (seal === undefined) return { fault: 'anchor-seal-missing', day, n }
  const isSame = seal.digest === anchor.digest && seal.toId === anchor.toId
  return isSame ? null : { fault: 'anchor-differs', day, n }
}
