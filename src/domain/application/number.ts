/** Writes the number of an application (申请编号) by the agency's pattern with {year} and {serial:N}. */
export function formatNumber(pattern: string, year: number, serial: number): string {
  return pattern
    .replace('{year}', String(year))
    .replace(/\{serial(?::(\d+))?\}/, (_, width?: string) =>
      String(serial).padStart(Number(width ?? 1), '0'),
    )
}

/** Reads a number written by {@link formatNumber}, leading zeros or not; null when it is none. */
export function parseNumber(
  pattern: string,
  text: string,
): { year: number; serial: number } | null {
  if (text.length > 100) return null
  const form = pattern
    .replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`)
    .replace('{year}', String.raw`(?<year>\d{4})`)
    .replace(/\{serial(?::\d+)?\}/, String.raw`(?<serial>\d{1,9})`)
  const found = new RegExp(`^${form}$`).exec(text.trim())?.groups
  if (found === undefined) return null
  return { year: Number(found['year']), serial: Number(found['serial']) }
}
