/**
 * States of a notice (通知的状态): 待发送, 发送中, 已发送, 未能发送, 改日发送, 并入另一条, 不再发送. The last four but
 * `held` are ends.
 */
export const noticeStates = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'held',
  'folded',
  'cancelled',
] as const

export type NoticeState = (typeof noticeStates)[number]

/** By which of the contacts that the applicant gave (通知的去处): 手机, 邮箱. */
export type NoticeContact = 'phone' | 'email'

/** How it goes out (发送方式): 通知接口, 邮件. */
export type NoticeAdapter = 'webhook' | 'email'

/**
 * Why a notice did not go out, or not yet (未发送的原因): the receiver refused, sent elsewhere, was silent or
 * out of reach; the day's number was reached; the applicant wants none; the contact is gone; the
 * agency has switched it off; the case was destroyed.
 */
export const noticeFaults = [
  'refused',
  'redirected',
  'timeout',
  'unreachable',
  'daily-limit',
  'consent-withdrawn',
  'contact-erased',
  'switched-off',
] as const

export type NoticeFault = (typeof noticeFaults)[number]

/** What an adapter came to (发送结果): a fault that is `final` is not tried again. */
export type Delivery = { ok: true } | { ok: false; why: NoticeFault; final: boolean }

/** Tells a fault from other words. */
export function isNoticeFault(word: string): word is NoticeFault {
  return noticeFaults.some((fault) => fault === word)
}
