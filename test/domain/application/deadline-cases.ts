/** Worked time limits: the calculator's request and the last day that the law gives. */
export const deadlineCases: readonly { title: string; request: unknown; dueOn: string }[] = [
  {
    title: '四周内无节假日',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2026-03-02' },
    dueOn: '2026-03-30',
  },
  {
    title: '跨2026年春节，含两个调休周六',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2026-02-02' },
    dueOn: '2026-03-06',
  },
  {
    title: '调休周六当面提交',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2026-02-14' },
    dueOn: '2026-03-20',
  },
  {
    title: '普通周六签收的挂号信',
    request: { clock: 'reply', channel: 'registered-mail', receivedOn: '2026-03-07' },
    dueOn: '2026-04-03',
  },
  {
    title: '跨2026年中秋和国庆',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2026-09-18' },
    dueOn: '2026-10-22',
  },
  {
    title: '跨2024年春节，除夕上班',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2024-01-29' },
    dueOn: '2024-02-29',
  },
  {
    title: '跨年，含元旦调休周日',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2025-12-22' },
    dueOn: '2026-01-20',
  },
  {
    title: '2020年春节延长',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2020-01-17' },
    dueOn: '2020-02-21',
  },
  {
    title: '新条例施行当日',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2019-05-15' },
    dueOn: '2019-06-13',
  },
  {
    title: '节日里网上提交，次日双方确认',
    request: {
      clock: 'reply',
      channel: 'internet',
      arrivedOn: '2025-06-01',
      confirmedOn: '2025-06-03',
    },
    dueOn: '2025-07-01',
  },
  {
    title: '调休周六口头申请',
    request: { clock: 'reply', channel: 'oral', receivedOn: '2021-02-20' },
    dueOn: '2021-03-19',
  },
  {
    title: '跨春节的补正通知期限',
    request: { clock: 'correction-notice', channel: 'in-person', receivedOn: '2026-02-10' },
    dueOn: '2026-02-26',
  },
  {
    title: '收到补正后重新起算',
    request: {
      clock: 'reply',
      channel: 'internet',
      receivedOn: '2025-09-22',
      correctionNoticeOn: '2025-09-28',
      correctedOn: '2025-10-11',
    },
    dueOn: '2025-11-07',
  },
  {
    title: '跨劳动节的第三方意见期限',
    request: { clock: 'third-party-opinion', channel: 'registered-mail', startOn: '2026-04-30' },
    dueOn: '2026-05-25',
  },
  {
    title: '征求第三方意见，已答复',
    request: {
      clock: 'reply',
      channel: 'in-person',
      receivedOn: '2025-04-14',
      pauses: [{ sentOn: '2025-04-21', returnedOn: '2025-05-09' }],
    },
    dueOn: '2025-05-30',
  },
  {
    title: '征求第三方意见，未答复',
    request: {
      clock: 'reply',
      channel: 'in-person',
      receivedOn: '2025-11-03',
      pauses: [{ sentOn: '2025-11-05', returnedOn: '2025-11-27' }],
    },
    dueOn: '2025-12-23',
  },
  {
    title: '延期满20日',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2026-03-02', extensionDays: 20 },
    dueOn: '2026-04-28',
  },
  {
    title: '延期10日，跨国庆',
    request: { clock: 'reply', channel: 'in-person', receivedOn: '2025-09-15', extensionDays: 10 },
    dueOn: '2025-10-31',
  },
  {
    title: '春节前形成的主动公开信息',
    request: { clock: 'proactive', startOn: '2026-01-30' },
    dueOn: '2026-03-05',
  },
  {
    title: '跨元旦的缴费期限',
    request: { clock: 'fee-payment', startOn: '2025-12-25' },
    dueOn: '2026-01-23',
  },
  {
    title: '缴费后重新起算，跨春节',
    request: { clock: 'reply', paidOn: '2026-01-20' },
    dueOn: '2026-02-24',
  },
  {
    title: '复议60日届满于春节内',
    request: { clock: 'reconsideration', channel: 'in-person', startOn: '2025-12-19' },
    dueOn: '2026-02-24',
  },
  {
    title: '复议后起诉15日届满于国庆内',
    request: {
      clock: 'litigation-after-reconsideration',
      channel: 'registered-mail',
      startOn: '2026-09-22',
    },
    dueOn: '2026-10-08',
  },
]
