/** States of an application (依申请公开的状态), in the order in which a case usually passes them. */
export const states = [
  'submitted',
  'awaiting-confirmation',
  'received',
  'correcting',
  'explaining',
  'accepted',
  'fee-due',
  'checking',
  'signing',
  'signed',
  'transferring',
  'replied',
  'closed',
  'archived',
  'withdrawn',
  'abandoned',
  'converted',
  'transferred',
  'destroyed',
] as const

/**
 * 待登记, 待确认, 已收到, 待补正, 待说明理由, 办理中, 待缴费, 审核中, 待签发, 待送达, 移送中, 已答复, 已办结,
 * 已归档, 已撤回, 视为放弃, 不属于政府信息公开申请,
 * 已移送, 已销毁.
 */
export type State = (typeof states)[number]

/** What can be done with an application; the first two belong to the queue, the last to a dispute's end. */
export const actions = [
  'register',
  'register-received',
  'confirm-receipt',
  'note-contact',
  'accept',
  'request-correction',
  'correct',
  'ask-reasons',
  'explain',
  'assign',
  'claim',
  'hand-back',
  'split',
  'transfer',
  'transfer-done',
  'transfer-declined',
  'ask-co-unit',
  'answer-co-unit',
  'waive-co-unit',
  'consult',
  'record-service',
  'record-opinion',
  'extend',
  'defer',
  'charge',
  'record-payment',
  'draft',
  'pass-check',
  'send-back',
  'take-back',
  'sign',
  'serve',
  'reply',
  'close',
  'archive',
  'withdraw',
  'abandon',
  'convert',
  'reopen-as-application',
  'redo',
  'destroy',
] as const

/**
 * 登记, 登记并收到, 确认收到, 登记联系情况, 受理, 补正告知, 补正, 要求说明理由, 说明理由, 交办, 领取,
 * 退回交办, 分办, 移送, 对方已登记, 对方未接收, 请协办, 登记协办意见, 不等协办意见, 征求意见, 登记送达, 登记意见, 延期, 另定答复日期, 收费, 登记缴费, 拟答复, 审核通过, 退回修改,
 * 撤回修改, 签发, 送达, 当场答复, 办结, 归档, 申请人撤回, 按放弃申请处理,
 * 转为咨询、投诉、举报、信访, 恢复为申请, 责令重新答复, 期满销毁.
 */
export type Action = (typeof actions)[number]

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}
