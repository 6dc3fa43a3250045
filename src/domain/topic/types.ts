/** States of a topic request (点题的状态), in the order in which one usually passes them. */
export const states = ['submitted', 'open', 'adopted', 'answered', 'refused', 'merged'] as const

/** 待审核, 征集附议, 已采纳, 已公开, 未采纳, 已合并. */
export type State = (typeof states)[number]

/** What officers do with a topic request. */
export const actions = ['open', 'adopt', 'answer', 'refuse', 'merge'] as const

/** 对外展示, 采纳, 办结公开, 不采纳, 合并. */
export type Action = (typeof actions)[number]

/** Where a topic came from: the public, an officer, or searches that found nothing. */
export const origins = ['public', 'officer', 'search'] as const

/** 公众提出, 工作人员提出, 检索未找到. */
export type Origin = (typeof origins)[number]

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}

/** Tells an action from other words. */
export function isAction(word: string): word is Action {
  return actions.some((action) => action === word)
}
