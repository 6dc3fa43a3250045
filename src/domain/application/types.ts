/** States of an application (依申请公开的状态), in the order in which a case usually passes them. */
export const states = [
  'submitted',
  'awaiting-confirmation',
  'received',
  'accepted',
  'replied',
  'closed',
  'withdrawn',
] as const

/** 待登记, 待确认, 已收到, 已受理, 已答复, 已办结, 已撤回. */
export type State = (typeof states)[number]

/** What can be done with an application; the first two belong to the queue. */
export const actions = [
  'register',
  'register-received',
  'confirm-receipt',
  'accept',
  'reply',
  'close',
  'withdraw',
] as const

/** 登记, 登记并收到, 确认收到, 受理, 答复, 办结归档, 申请人撤回. */
export type Action = (typeof actions)[number]

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}
