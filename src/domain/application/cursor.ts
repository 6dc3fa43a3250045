import { isLocalDate, type LocalDate } from '../time/local-date.ts'
import { parseReceipt } from './receipt.ts'

/** Where a list of cases goes on (翻页位置): after this due or decision day and receipt; '' for none. */
export type CaseCursor = { on: LocalDate | ''; receipt: string }

/** Writes a position as an opaque word. */
export function formatCursor({ on, receipt }: CaseCursor): string {
  return `${on === '' ? '0' : on.replaceAll('-', '')}.${receipt.replaceAll('-', '')}`
}

/** Reads {@link formatCursor}; null for anything else. */
export function parseCursor(text: string): CaseCursor | null {
  const found = /^(0|\d{8})\.(SQ[0-9A-Z]{20})$/.exec(text)
  const receipt = parseReceipt(found?.[2] ?? '')
  if (found === null || receipt === null) return null
  const day = (found[1] ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  if (day === '0') return { on: '', receipt }
  return isLocalDate(day) ? { on: day, receipt } : null
}
