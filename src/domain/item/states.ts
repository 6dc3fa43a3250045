/** States of an item (稿件状态): the work on its newest edition, or how it ended. */
export const itemStates = [
  'draft',
  'first-review',
  'second-review',
  'final-review',
  'approved',
  'scheduled',
  'published',
  'held',
  'repealed',
  'replaced',
  'merged',
  'withdrawn',
  'gone',
  'lapsed',
] as const

/**
 * 起草, 待初审, 待复审, 待终审, 待发布, 定时发布, 已发布, 不对外公开, 废止, 更正取代, 合并, 撤回, 误发清除, 公示期满.
 */
export type ItemState = (typeof itemStates)[number]

/** States in which somebody still has to work on an item (在办). */
export const statesAtWork: readonly ItemState[] = [
  'draft',
  'first-review',
  'second-review',
  'final-review',
  'approved',
  'scheduled',
]

/** Steps that staff take on an item (办理动作). */
export const itemActions = [
  'edit',
  'submit',
  'recall',
  'discard',
  'approve',
  'return',
  'publish',
  'schedule',
  'unschedule',
  'hold',
  'reassess',
  'withdraw',
  'replace',
  'merge',
  'repeal',
  'remove',
  'lapse',
] as const

/** 修改, 送审, 收回, 放弃改稿, 通过, 退回, 发布, 定时, 取消定时, 归入不公开, 重新评估, 撤回, 更正, 合并, 废止, 紧急清除, 期满移出. */
export type ItemAction = (typeof itemActions)[number]

/** Levels of the secrecy review (保密审查): 初审, 复审 (where an agency has three levels), 终审. */
export const reviewLevels = ['first', 'second', 'final'] as const
export type ReviewLevel = (typeof reviewLevels)[number]

/** Tells a state from other words. */
export function isItemState(word: string): word is ItemState {
  return itemStates.some((state) => state === word)
}

/** Tells a level of review from other words. */
export function isReviewLevel(word: string): word is ReviewLevel {
  return reviewLevels.some((level) => level === word)
}
