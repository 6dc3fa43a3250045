import type { FileProblem } from './problems.ts'
import { type Package, readPart } from './xlsx-part.ts'

/**
 * Reads which cell styles show a number as a date or time: `isDate[s]` for the style index of
 * a cell. Built-in formats 14–22, 45–47 and those of Chinese programs, 27–36 and 50–58, are dates.
 */
export function readDateStyles(
  pack: Package,
  part: string,
): { problem: FileProblem } | { isDate: readonly boolean[] } {
  const formats = new Map<string, boolean>()
  const isDate: boolean[] = []
  let isInCellFormats = false
  const problem = readPart(pack, part, {
    open(name, attributes) {
      if (name === 'numFmt') {
        formats.set(
          attributes.get('numFmtId') ?? '',
          isDateFormat(attributes.get('formatCode') ?? ''),
        )
      }
      if (name === 'cellXfs') isInCellFormats = true
      if (name === 'xf' && isInCellFormats) {
        const id = attributes.get('numFmtId') ?? '0'
        isDate.push(formats.get(id) ?? isBuiltInDate(Number(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false
    },
  })
  return problem === null ? { isDate } : { problem }
}

/** Tells whether a number format writes a date or time, not counting quoted and bracketed words in it. */
export function isDateFormat(code: string): boolean {
  const [positive] = code
    .slice(0, 255)
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')
  return /[ymdhs]/i.test((positive ?? '').replaceAll(/\[[^\]]*\]/g, ''))
}

function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  )
}
