import type { BulletinContent } from './content.ts'

/** A figure that was locked and is counted otherwise by now (锁定后变动); `agency` is null for the whole. */
export type Drift = {
  agency: string | null
  name: string
  what: string
  locked: number | null
  now: number | null
}

const counts = ['received', 'decided', 'published', 'timely', 'timed'] as const

/** Compares a bulletin's locked figures with what the records say now (更正后的差异). */
export function driftOf(locked: BulletinContent, current: BulletinContent): Drift[] {
  const figures = new Map(current.figures.map((one) => [one.code, one]))
  const lines = new Map(current.lines.map((one) => [one.agency, one]))
  return [
    ...locked.figures.flatMap(({ code, name, value }): Drift[] => {
      const now = figures.get(code)?.value ?? null
      return now === value ? [] : [{ agency: null, name, what: code, locked: value, now }]
    }),
    ...locked.lines.flatMap((line) =>
      counts.flatMap((what): Drift[] => {
        const now = lines.get(line.agency)?.[what] ?? null
        return now === line[what]
          ? []
          : [{ agency: line.agency, name: line.name, what, locked: line[what], now }]
      }),
    ),
  ]
}
