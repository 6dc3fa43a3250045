/**
 * Puts an apostrophe before a text that a spreadsheet would run as a formula (公式注入): one
 * that begins with = + - @ TAB CR LF or a full-width twin. A text that begins with apostrophes
 * and then such a sign gets one more, so that {@link unguardFormula} gives every text back.
 */
export function guardFormula(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－﹣−＠]/.test(text) ? `'${text}` : text
}

/** Takes the guarding apostrophe off again. */
export function unguardFormula(text: string): string {
  return /^''*[=+\-@\t\r\n＝＋－﹣−＠]/.test(text) ? text.slice(1) : text
}
