/** States of a normative document (规范性文件的状态), in the order in which it usually passes them. */
export const states = [
  'draft',
  'under-review',
  'reviewed',
  'registered',
  'published',
  'filed',
  'accepted',
  'returned',
  'amended',
  'repealed',
  'revoked',
  'expired',
] as const

/** 起草, 合法性审核中, 审核通过, 已登记编号, 已公布, 已报备, 备案通过, 备案退回, 已修改, 已废止, 已撤销, 已失效. */
export type State = (typeof states)[number]

/** What can be done with a normative document; those of the system come by letter or by the calendar. */
export const actions = [
  'edit',
  'submit',
  'pass',
  'send-back',
  'reopen',
  'register',
  'publish',
  'file',
  'note-acceptance',
  'accept-filing',
  'return-filing',
  'correct',
  'revoke',
  'annul',
  'extend',
  'amend',
  'repeal',
  'expire',
] as const
export type Action = (typeof actions)[number]

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}

/** How a normative document stopped being in force (效力终止): 修改, 废止, 撤销, 失效. */
export type Ending = 'amended' | 'repealed' | 'revoked' | 'expired'
