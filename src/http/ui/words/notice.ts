/** Words of notices to applicants (进展通知) at the desk and on the form. */
export const notices = {
  title: '进展通知',
  lead: '申请人同意接收的短信、邮件。通知里没有姓名和申请内容。',
  kind: '事由',
  to: '发送到',
  state: '状态',
  at: '时间',
  why: '说明',
  tries: (n: number): string => `已试 ${String(n)} 次`,
  next: (at: string): string => `${at} 后再试`,
  erased: '联系方式已由申请人删除',
  consent: '有进展时给我发短信或者邮件',
  consentHint: '可以不选。用上面填写的电话或者邮箱，内容只说有新进展；以后随时可以取消。',
  consentLabel: '进展通知',
} as const

/** Names of what a notice tells. */
export const noticeKindNames: Readonly<Record<string, string>> = {
  registered: '已登记',
  received: '已确认收到',
  accepted: '已受理',
  correction: '告知补正',
  reasons: '要求说明理由',
  extension: '告知延期',
  fee: '通知缴费',
  reply: '答复送达',
  transfer: '已移送',
  conversion: '转其他渠道',
  'not-processed': '不再处理',
}

/** Names of where a notice stands. */
export const noticeStateNames: Readonly<Record<string, string>> = {
  waiting: '等待发送',
  sending: '正在发送',
  sent: '已发送',
  failed: '没有发出',
  held: '改日发送',
  folded: '并入另一条',
  cancelled: '不再发送',
}

/** Why a notice did not go out, or not yet. */
export const noticeFaultNames: Readonly<Record<string, string>> = {
  refused: '接收方拒绝',
  redirected: '接收方地址已变',
  timeout: '接收方没有按时应答',
  unreachable: '接收方连接不上',
  'daily-limit': '同一联系方式当天已满 3 条',
  'consent-withdrawn': '申请人不再接收',
  'contact-erased': '联系方式已删除',
  'switched-off': '本机关未开通',
}
