import { accept, type Checked } from './checked.ts'

// What an XML part of a Word or Excel file cannot hold or shows as rubbish; tab and line ends stay.
// The overrides make readers see another text than the one that is kept and searched.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\u{202d}\u{202e}\u{fffd}-\u{ffff}]/u
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u{2800}]*$/u
// Normalisation sorts runs of marks, in quadratic time; UAX #15 sets 30 as the longest honest run.
const MARK_FLOOD = /\p{M}{31}/u

/**
 * Checks free text (文本): refuses control characters, lone surrogates, overrides of the reading
 * direction, U+FFFD (the trace of a wrong encoding) and floods of combining marks; strips nothing
 * and answers it in NFC, so that rare Han and the middle dot of names stay.
 */
export function checkSafeText(text: string): Checked {
  return isSafeText(text)
    ? accept(text.normalize('NFC'))
    : { ok: false, problem: { problem: 'text-unsafe' } }
}

/** Tells whether a text shows nothing (空白): empty, white space, or marks that no reader sees. */
export function isBlank(text: string): boolean {
  return UNSEEN.test(text)
}

/** Tells whether a text holds none of what {@link checkSafeText} refuses. */
export function isSafeText(text: string): boolean {
  return !FORBIDDEN.test(text) && !MARK_FLOOD.test(text)
}
