import type { LocalDate } from '../../time/local-date.ts'
import { localDate } from '../../time/local-date.ts'

/** From when on requests count as being for the same information (同类申请的认定). */
export type SameRequestRule = {
  from: LocalDate
  law: string
  /** how many applicants make several (多个申请人) */ applicants: number
  /** from which share of common pairs of characters on two subjects are alike, in percent */
  percent: number
}

/** The rules by the day of receipt; before the first there was no such provision. */
const rules: readonly SameRequestRule[] = [
  { from: localDate('2019-05-15'), law: '政府信息公开条例第44条', applicants: 2, percent: 60 },
]

/** The rule that holds on a day, or null; an agency may set its own share. */
export function sameRequestRule(
  on: LocalDate,
  percent: number | undefined,
): SameRequestRule | null {
  const rule = rules.findLast(({ from }) => from <= on)
  if (rule === undefined) return null
  return percent === undefined ? rule : { ...rule, percent }
}
