/** States of a clarification (澄清的状态), in the order in which one usually passes them. */
export const states = ['draft', 'checked', 'published', 'corrected', 'withdrawn'] as const

/** 起草, 已核对, 已发布, 已更正, 已撤回. */
export type State = (typeof states)[number]

/** What officers do with a clarification; a draft is also edited, which is no step. */
export const actions = ['check', 'return', 'publish', 'correct', 'withdraw'] as const

/** 核对, 退回, 发布, 更正, 撤回. */
export type Action = (typeof actions)[number]

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}

/** Tells an action from other words. */
export function isAction(word: string): word is Action {
  return actions.some((action) => action === word)
}
