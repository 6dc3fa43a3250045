/**
 * One year's arrangement of public holidays (国务院办公厅节假日安排): `off` rows are
 * [name, first day, last day], `work` the weekend days worked in exchange (调休上班). Days are
 * 'MM-DD' of `year`, or 'YYYY-MM-DD' where a notice reaches into the year before.
 */
export type Arrangement = {
  year: number
  /** addresses of the notices on gov.cn */
  notices: readonly string[]
  off: readonly (readonly [name: string, from: string, to: string])[]
  work: readonly string[]
}
