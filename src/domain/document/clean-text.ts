// Marks that turn the direction of what follows: a way to show another text than is stored.
const direction = /[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu
const invisible = /[\u{ad}\u{200b}\u{2060}\u{feff}]/gu
const unprintable = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\u{fff9}-\u{ffff}]/gu
const flood = /(\p{M}{30})\p{M}+/gu

/**
 * Makes foreign text fit to be kept (清理文字): line ends become \n, what cannot be printed, is
 * invisible or turns the reading direction goes, the rest stays, in NFC.
 */
export function cleanText(text: string): string {
  if (/^[\n -~一-鿿，。、；：（）《》“”]*$/.test(text)) return text
  return text
    .replaceAll(/\r\n?|[\v\f\u{85}\u{2028}\u{2029}]/gu, '\n')
    .replaceAll('\u{a0}', ' ')
    .replaceAll(direction, '')
    .replaceAll(invisible, '')
    .replaceAll(unprintable, '')
    .replaceAll(flood, '$1')
    .normalize('NFC')
    .replaceAll(flood, '$1')
}
