import { checkSafeText, isBlank } from '../validate/safe-text.ts'

/**
 * Cleans a cell's text for keeping: NFC, line ends as LF, no white space around it; null when
 * it holds what no database keeps faithfully (NUL and other controls, lone surrogates, U+FFFD).
 */
export function cleanText(raw: string): string | null {
  // Word's soft line and page ends come as VT and FF.
  const checked = checkSafeText(raw.replaceAll(/\r\n?|[\v\f\u2028\u2029]/g, '\n'))
  if (!checked.ok) return null
  return isBlank(checked.value) ? '' : checked.value.trim()
}

/** Stands in a cell whose formula nobody computed (公式没有结果). */
export const formulaMark = '〔公式〕'

/** Makes words comparable (归一): full-width forms folded, no white space, lower case. */
export function foldWord(word: string): string {
  return word.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()
}
