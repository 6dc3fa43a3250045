/**
 * Types of powers (职权类别), with the two digits that they have in the national code of matters.
 * `onApplication` marks those that a citizen applies for (依申请), which owe a service guide.
 */
export const powerTypes = [
  { key: 'licence', digits: '01', name: '行政许可', onApplication: true },
  { key: 'punishment', digits: '02', name: '行政处罚', onApplication: false },
  { key: 'coercion', digits: '03', name: '行政强制', onApplication: false },
  { key: 'levy', digits: '04', name: '行政征收', onApplication: false },
  { key: 'payment', digits: '05', name: '行政给付', onApplication: true },
  { key: 'inspection', digits: '06', name: '行政检查', onApplication: false },
  { key: 'confirmation', digits: '07', name: '行政确认', onApplication: true },
  { key: 'reward', digits: '08', name: '行政奖励', onApplication: true },
  { key: 'adjudication', digits: '09', name: '行政裁决', onApplication: true },
  { key: 'other', digits: '10', name: '其他行政权力', onApplication: true },
  { key: 'public-service', digits: '20', name: '公共服务', onApplication: true },
] as const

/** Key of a type of power. */
export type PowerType = (typeof powerTypes)[number]['key']

/** Keys of all types, in the order of the list. */
export const powerTypeKeys: readonly PowerType[] = powerTypes.map(({ key }) => key)

/** Types that are service matters (办事事项): what somebody applies for. */
export const serviceTypes: readonly PowerType[] = powerTypes
  .filter(({ onApplication }) => onApplication)
  .map(({ key }) => key)

/** Tells a type of power from other words. */
export function isPowerType(word: string): word is PowerType {
  return powerTypes.some(({ key }) => key === word)
}

/** Tells whether a type is one that somebody applies for (依申请). */
export function isServiceType(type: PowerType): boolean {
  return serviceTypes.includes(type)
}
