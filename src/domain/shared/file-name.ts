/** Longest file name that is kept, in characters. */
export const maxFileName = 200

// Control characters and the marks that turn the direction of writing: they show another name than there is.
const HIDDEN = /[\p{Cc}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu

/**
 * Cleans the name of an uploaded file (文件名), which is only ever shown: the last path segment
 * without hidden characters; a name that came in a broken encoding becomes `fallback` with its
 * extension.
 */
export function cleanFileName(name: string, fallback: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const kept = last
    .normalize('NFC')
    .replaceAll(HIDDEN, '')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  const extension = extensionOf(kept)
  const isBroken = !kept.isWellFormed() || kept.includes('\u{fffd}')
  if (kept !== '' && !isBroken) return kept
  return extension === '' ? fallback : `${fallback}.${extension}`
}

/** Makes a file name, without extension, of a title or other words (以标题命名), at most 100 characters. */
export function fileNameOf(words: string, fallback: string): string {
  // Signs that Windows takes in no file name.
  const plain = words.replaceAll(/[\\/:*?"<>|\n\t]/g, '_')
  return cleanFileName(plain.slice(0, 100).toWellFormed(), fallback)
}

/** The extension of a file name in lower case without its dot, or ''. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}
