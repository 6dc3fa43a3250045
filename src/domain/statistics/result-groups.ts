import {
  isOutcomeKey,
  outcomeKeys,
  type OutcomeKey,
  type RowKey,
} from '../shared/report-keys.data.ts'

/** Results that are counted together (结果合计): the heads of 表三, and 公开 as the rate of disclosure counts it. */
export const resultGroups = {
  disclosed: '公开（予以公开和部分公开）',
  denied: '不予公开',
  unable: '无法提供',
  notProcessed: '不予处理',
  other: '其他处理',
} as const

export type ResultGroup = keyof typeof resultGroups

/** Answers by whether they were in time (答复时效): in time, late, and all of which that is known. */
export const timings = {
  timely: '按时答复',
  late: '逾期答复',
  timed: '记有是否按时的答复',
} as const

export type Timing = keyof typeof timings

/** The names of groups in the order of the form. */
export const groupKeys = ['disclosed', 'denied', 'unable', 'notProcessed', 'other'] as const

/** Tells a group of results from other words. */
export function isResultGroup(row: string): row is ResultGroup {
  return groupKeys.some((key) => key === row)
}

/** Tells a count of answers by time from other words. */
export function isTiming(row: string): row is Timing {
  return row === 'timely' || row === 'late' || row === 'timed'
}

/** The single results that a row of 表三 is the sum of; none for rows that count no results. */
export function resultsOf(row: RowKey | ResultGroup): readonly OutcomeKey[] {
  if (row === 'totalProcessed') return outcomeKeys
  if (row === 'disclosed') return ['granted', 'partialGrant']
  if (isResultGroup(row)) return outcomeKeys.filter((key) => key.startsWith(`${row}.`))
  return isOutcomeKey(row) ? [row] : []
}
