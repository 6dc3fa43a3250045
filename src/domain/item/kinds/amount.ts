import type { Fields, Row, Term } from './kind.ts'

/** Units in which money is written (金额单位), with the decimals each may have. */
export const moneyDecimals = { 万元: 6, 元: 2 } as const

/** Digits that a number holds without loss. */
const DIGITS = 15

/** Reads a number with thousands set apart or not; null when it is none or finer than `decimals`. */
export function parseAmount(raw: string | number, decimals: number): number | null {
  const text = String(raw).normalize('NFKC').replaceAll(/[,\s]/g, '')
  const match = /^-?(\d{1,12})(?:\.(\d*))?$/.exec(text)
  if (match === null) return null
  // Excel writes 12.50 where 12.5 is meant.
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  const whole = (match[1] ?? '').replace(/^0+/, '')
  if (fraction.length > decimals || whole.length + fraction.length > DIGITS) return null
  return Number(text)
}

/** A number of {@link parseAmount} in millionths: all sums and quotients are made of these. */
export function toMicro(value: number): bigint {
  const [whole = '0', fraction = ''] = String(value).split('.')
  return BigInt(`${whole}${fraction.padEnd(6, '0').slice(0, 6)}`)
}

/** Writes millionths as people read them: thousands set apart, no idle zeros (金额写法). */
export function writeMicro(micro: bigint): string {
  const sign = micro < 0n ? '-' : ''
  const digits = String(micro < 0n ? -micro : micro).padStart(7, '0')
  const whole = digits.slice(0, -6).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits.slice(-6).replace(/0+$/, '')
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

/** The rows of a table field; none when it is absent. */
export function rowsOf(fields: Fields, key: string): Row[] {
  const value = fields[key]
  return Array.isArray(value) ? value.flatMap((row) => (typeof row === 'object' ? [row] : [])) : []
}

/** Sum of terms in millionths; null when none of them has a value. */
export function sumOf(fields: Fields, terms: readonly Term[]): bigint | null {
  const values = terms.flatMap((term) => valuesOf(fields, term))
  return values.length === 0 ? null : values.reduce((total, value) => total + toMicro(value), 0n)
}

function valuesOf(fields: Fields, { field, in: table, where }: Term): number[] {
  const records =
    table === undefined
      ? [fields]
      : rowsOf(fields, table).filter(
          (row) => where === undefined || where.is.includes(String(row[where.column] ?? '')),
        )
  return records.flatMap((record) => {
    const value = record[field]
    return typeof value === 'number' ? [value] : []
  })
}
