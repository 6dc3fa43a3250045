/** Spells a user name (用户名) the one way in which it is stored and compared: NFKC, lower case, no outer space. */
export function tidyUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
