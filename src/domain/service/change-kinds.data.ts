/** What a kind of change does to the list: opens a matter, writes it again, or closes it. */
export type ChangeEffect = 'opens' | 'rewrites' | 'closes'

/** Kinds of change of the list of powers (调整方式, 中办发〔2015〕21号 动态管理机制). */
export const changeKinds = [
  { key: 'added', name: '新增', effect: 'opens' },
  { key: 'taken-over', name: '承接', effect: 'opens' },
  { key: 'amended', name: '变更', effect: 'rewrites' },
  { key: 'cancelled', name: '取消', effect: 'closes' },
  { key: 'handed-down', name: '下放', effect: 'closes' },
  { key: 'merged', name: '合并', effect: 'closes' },
] as const satisfies readonly { key: string; name: string; effect: ChangeEffect }[]

/** Key of a kind of change. */
export type ChangeKind = (typeof changeKinds)[number]['key']

/** Keys of all kinds, in the order in which forms offer them. */
export const changeKindKeys: readonly ChangeKind[] = changeKinds.map(({ key }) => key)

/** Tells a kind of change from other words. */
export function isChangeKind(word: string): word is ChangeKind {
  return changeKinds.some(({ key }) => key === word)
}

/** What a kind of change does to the list. */
export function effectOf(kind: ChangeKind): ChangeEffect {
  const found = changeKinds.find(({ key }) => key === kind)
  if (found === undefined) throw new Error(`kind of change is not known: ${kind}`)
  return found.effect
}
