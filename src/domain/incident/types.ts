/** States of an incident (应急处置的状态): each names the last step that was taken, in their order. */
export const states = ['reported', 'removed', 'checked', 'notified', 'closed'] as const

/** 已报告, 已撤下, 已核查, 已通报, 已办结. */
export type State = (typeof states)[number]

/** What is done about an incident, in order. */
export const actions = ['remove', 'check', 'notify', 'close'] as const

/** 撤下, 核查副本, 通报, 办结. */
export type Action = (typeof actions)[number]

/** How grave an incident is (事件等级). */
export const levels = ['ordinary', 'grave', 'major'] as const

/** 一般, 较大, 重大. */
export type Level = (typeof levels)[number]

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}

/** Tells an action from other words. */
export function isAction(word: string): word is Action {
  return actions.some((action) => action === word)
}
