import type { Option } from './kind.ts'

/** Classes of those whom a licence or penalty concerns (行政相对人类别). */
export const partyClasses: readonly Option[] = [
  { key: 'person', label: '自然人' },
  { key: 'organisation', label: '法人或非法人组织' },
  { key: 'sole-trader', label: '个体工商户' },
]

/** Classes whose names are public in full: legal persons and businesses; everybody else is masked. */
export const openClasses: ReadonlySet<unknown> = new Set(['organisation', 'sole-trader'])
