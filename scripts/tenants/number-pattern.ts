const token = /\{[^{}]*\}|[{}]/gu
const serial = /^\{serial:([1-8])\}$/u

/**
 * Tells what is wrong with a numbering rule (索引号、编号规则), or null when it is sound: it may
 * use only the given tokens and must hold exactly one `{serial:N}`, N from 1 to 8 the least number of digits.
 */
export function patternFault(pattern: string, allowed: readonly string[]): string | null {
  const tokens = pattern.match(token) ?? []
  const serials = tokens.filter((part) => serial.test(part))
  const stray = tokens.find((part) => !serial.test(part) && !allowed.includes(part))
  if (stray !== undefined) return `不认识“${stray}”`
  if (serials.length !== 1)
    return `应有且只有一个 {serial:N}（N 为 1 至 8），现有 ${serials.length} 个`
  return null
}

/**
 * Tells whether a numbering rule of instruments (文书编号规则) is sound: kind, year and serial once each,
 * the serial without leading zeros as documents write it, and perhaps the agency's short name.
 */
export function isInstrumentPattern(pattern: string): boolean {
  const tokens = (pattern.match(token) ?? []).filter((part) => part !== '{short}')
  return tokens.toSorted((a, b) => a.localeCompare(b)).join('') === '{mark}{serial}{year}'
}
