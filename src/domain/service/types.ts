/** States of a change of the list of powers (职权调整的状态), in the order of the three reviews. */
export const changeStates = ['draft', 'proposed', 'checked', 'approved', 'dropped'] as const

/** 起草, 已提出, 已审核, 已批准, 已放弃. */
export type ChangeState = (typeof changeStates)[number]

/** What officers do with a change; a draft is also edited, which is no step. */
export const changeActions = ['propose', 'check', 'return', 'approve', 'drop'] as const

/** 提出, 合法性审核, 退回, 批准, 放弃. */
export type ChangeAction = (typeof changeActions)[number]

/** States of a service guide (办事指南的状态); what was published stays public while it is revised. */
export const guideStates = ['draft', 'submitted', 'published'] as const

/** 编写, 待批准, 已公布. */
export type GuideState = (typeof guideStates)[number]

/** What officers do with a guide; writing it is no step. */
export const guideActions = ['submit', 'return', 'publish'] as const

/** 报批, 退回, 公布. */
export type GuideAction = (typeof guideActions)[number]

/** Tells a state of a change from other words. */
export function isChangeState(word: string): word is ChangeState {
  return changeStates.some((state) => state === word)
}

/** Tells an action on a change from other words. */
export function isChangeAction(word: string): word is ChangeAction {
  return changeActions.some((action) => action === word)
}

/** Tells a state of a guide from other words. */
export function isGuideState(word: string): word is GuideState {
  return guideStates.some((state) => state === word)
}

/** Tells an action on a guide from other words. */
export function isGuideAction(word: string): word is GuideAction {
  return guideActions.some((action) => action === word)
}
