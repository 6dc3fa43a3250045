import type { Fact } from '../shared/journal.ts'

/** What an applicant is told of (通知的事由): 登记, 收到, 受理, 补正, 说明理由, 延期, 收费, 答复, 移送, 转办, 不再处理. */
export const noticeKinds = [
  'registered',
  'received',
  'accepted',
  'correction',
  'reasons',
  'extension',
  'fee',
  'reply',
  'transfer',
  'conversion',
  'not-processed',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** Which events give rise to a notice; what is not here is told by nobody. */
export const noticeEvents: Readonly<Partial<Record<Fact['kind'], NoticeKind>>> = {
  'application.registered': 'registered',
  'application.received': 'received',
  'application.accepted': 'accepted',
  'application.correction-requested': 'correction',
  'application.reasons-asked': 'reasons',
  'application.extended': 'extension',
  'application.deferred': 'extension',
  'application.charged': 'fee',
  'application.replied': 'reply',
  'application.transferred': 'transfer',
  'application.converted': 'conversion',
  'application.abandoned': 'not-processed',
}
