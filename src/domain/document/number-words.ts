const digits = '〇一二三四五六七八九'

/** A count from 1 to 9999 in Chinese as it stands before a heading (一、十一、一百二十). */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 9999) return String(value)
  let written = ''
  let isGap = false
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) {
      isGap = written !== ''
      continue
    }
    written += `${isGap ? '零' : ''}${digits[digit] ?? ''}${unit}`
    isGap = false
  }
  return value < 20 ? written.replace(/^一十/, '十') : written
}

/** A count in Roman letters. */
export function romanNumber(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let written = ''
  for (const [letters, size] of romans) {
    for (; rest >= size; rest -= size) written += letters
  }
  return written
}

const romans = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const
