import type { Agency } from '../agency/agency.ts'
import { agencyCode } from '../agency/agency-code.ts'
import { partsOf, type LocalDate } from '../time/local-date.ts'

/** Who numbers, and by which rule. */
type Numbering = Pick<Agency, 'site' | 'siteIdCode' | 'divisionCode' | 'settings'>

/** What stands around a serial in an index number; `width` is its least number of digits. */
export type NumberFrame = { prefix: string; suffix: string; width: number; year: number }

const serialToken = /\{serial:(\d)\}/

/**
 * Fills an agency's rule for index numbers (索引号) for a day of publication, all but the serial.
 * `year` is the year whose serials it counts on, 0 when the rule does not name the year.
 */
export function numberFrame(agency: Numbering, on: LocalDate): NumberFrame {
  const { year, month } = partsOf(on)
  const pattern = agency.settings.indexNumberPattern
  const filled = pattern
    .replaceAll('{code}', agencyCode(agency))
    .replaceAll('{year}', String(year))
    .replaceAll('{month}', String(month).padStart(2, '0'))
  const found = serialToken.exec(filled)
  const at = found?.index ?? filled.length
  return {
    prefix: filled.slice(0, at),
    suffix: filled.slice(at + (found?.[0].length ?? 0)),
    width: Number(found?.[1] ?? 1),
    year: pattern.includes('{year}') ? year : 0,
  }
}

/** Reads year and serial out of a number that an agency's own rule could have made; else null. */
export function readNumber(
  agency: Numbering,
  number: string,
): { year: number; serial: number } | null {
  const pattern = agency.settings.indexNumberPattern
  const form = pattern
    .replaceAll('{code}', agencyCode(agency))
    .replaceAll(/[.*+?^$()[\]\\|]/g, String.raw`\$&`)
    .replace('{year}', String.raw`(?<year>\d{4})`)
    .replaceAll('{year}', String.raw`\d{4}`)
    .replaceAll('{month}', String.raw`\d{2}`)
    .replace(serialToken, (_, width: string) => String.raw`(?<serial>\d{${width},9})`)
  const found = new RegExp(`^${form}$`, 'u').exec(number)?.groups
  if (found === undefined) return null
  return { year: Number(found['year'] ?? 0), serial: Number(found['serial']) }
}
