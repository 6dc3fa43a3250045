import type { FieldProblem, FormatName } from '../refusal.ts'

/** What a check of one text answers: the text as it is to be kept, or what is wrong with it. */
export type Checked = { ok: true; value: string } | { ok: false; problem: FieldProblem }

/** Accepts a text in the form in which it is to be kept. */
export function accept(value: string): Checked {
  return { ok: true, value }
}

/** Declines a text that does not have its form. */
export function illFormed(what: FormatName): Checked {
  return { ok: false, problem: { problem: 'ill-formed', what } }
}

/** Declines a number whose check character does not agree with the rest. */
export function wrongChecksum(what: FormatName): Checked {
  return { ok: false, problem: { problem: 'checksum', what } }
}

/**
 * Prepares a number typed on a Chinese keyboard: full-width forms become ASCII and outer blanks
 * go; a text of more than `limit` characters is not looked at and gives ''.
 */
export function toAscii(text: string, limit: number): string {
  if (text.length > limit) return ''
  return text
    .replaceAll(/[！-～]/g, (full) => String.fromCodePoint((full.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('　', ' ')
    .trim()
}
