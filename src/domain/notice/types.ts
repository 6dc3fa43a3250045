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
