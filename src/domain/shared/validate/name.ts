import { accept, type Checked, illFormed } from './checked.ts'
import { isSafeText } from './safe-text.ts'

// Marks that turn the direction of what follows can make a name read as another.
const DIRECTION = /[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u
const LINES = /[\t\n\r\u{2028}\u{2029}]/u

/**
 * Checks the name of a person or an organisation (姓名、名称): rare Han, dots of any kind, Tibetan,
 * Uyghur, Mongolian and Latin names are kept byte for byte, without normalisation, because NFC
 * replaces compatibility ideographs that stand in a household register; only outer blanks go.
 */
export function checkName(text: string): Checked {
  if (!isSafeText(text) || DIRECTION.test(text) || LINES.test(text.trim())) {
    return { ok: false, problem: { problem: 'text-unsafe' } }
  }
  const name = text.trim()
  return /[\p{L}\p{Co}\p{N}]/u.test(name) ? accept(name) : illFormed('name')
}
