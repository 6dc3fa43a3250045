/** The ten clocks (期限) that the law starts around an application. */
export const clockNames = [
  'reply',
  'correction-notice',
  'correction-period',
  'third-party-opinion',
  'co-agency-opinion',
  'proactive',
  'fee-payment',
  'reconsideration',
  'litigation',
  'litigation-after-reconsideration',
] as const

export type ClockName = (typeof clockNames)[number]

/**
 * One row of law: how long a clock runs that starts between `from` and `to` (last day in force,
 * null while it is). `days` counts working days, calendar days or months as `kind` says; `choose`
 * bounds the number where the agency or another law sets it, and `days` is then null when the law
 * names none; `extension` is the longest extension in counted days; `pauses` is the article that
 * leaves consultations (征求意见) out of the count, or null where none does.
 */
export type DeadlineRule = {
  clock: ClockName
  from: string
  to: string | null
  kind: 'working' | 'calendar' | 'months'
  days: number | null
  choose: { min: number; max: number } | null
  extension: number
  pauses: string | null
  law: readonly string[]
}

/** Article by which the reply clock starts anew when a correction (补正) is received. */
export const correctionLaw = '政府信息公开条例第30条'

/** Measures by which the processing period runs anew after the fee is paid. */
export const feeRestartLaw = '政府信息公开信息处理费管理办法'

/** Law by which an answer has to be given anew, or at last, after reconsideration or a suit. */
export const orderedLaw = '行政复议法第64条、第66条，行政诉讼法第70条、第72条'

/** Since when the receipt day by channel stands in the Regulations (第31条). */
export const receiptLawSince = '2019-05-15'

const regulations = { from: '2019-05-15', to: null, kind: 'working' } as const
const regulations2008 = { from: '2008-05-01', to: '2019-05-14', kind: 'working' } as const
const fixed = { choose: null, extension: 0, pauses: null } as const

/** The time limits with their articles; the row is chosen by the day the clock starts. */
export const deadlineRules: readonly DeadlineRule[] = [
  {
    ...regulations,
    clock: 'reply',
    days: 20,
    choose: null,
    extension: 20,
    pauses: '政府信息公开条例第33条第3款',
    law: ['政府信息公开条例第33条第2款'],
  },
  {
    ...regulations2008,
    clock: 'reply',
    days: 15,
    choose: null,
    extension: 15,
    pauses: '政府信息公开条例（2008年）第24条第3款',
    law: ['政府信息公开条例（2008年）第24条第2款'],
  },
  {
    ...regulations,
    ...fixed,
    clock: 'correction-notice',
    days: 7,
    law: ['政府信息公开条例第30条'],
  },
  {
    ...regulations,
    ...fixed,
    clock: 'correction-period',
    days: null,
    choose: { min: 1, max: 90 },
    law: ['政府信息公开条例第30条'],
  },
  {
    ...regulations,
    ...fixed,
    clock: 'third-party-opinion',
    days: 15,
    law: ['政府信息公开条例第32条'],
  },
  {
    ...regulations,
    ...fixed,
    clock: 'co-agency-opinion',
    days: 15,
    law: ['政府信息公开条例第34条'],
  },
  {
    ...regulations,
    ...fixed,
    clock: 'proactive',
    days: 20,
    choose: { min: 1, max: 365 },
    law: ['政府信息公开条例第26条'],
  },
  {
    ...regulations2008,
    ...fixed,
    clock: 'proactive',
    days: 20,
    choose: { min: 1, max: 365 },
    law: ['政府信息公开条例（2008年）第18条'],
  },
  {
    ...fixed,
    clock: 'fee-payment',
    from: '2021-01-01',
    to: null,
    kind: 'working',
    days: 20,
    law: ['政府信息公开信息处理费管理办法第6条'],
  },
  {
    ...fixed,
    clock: 'reconsideration',
    from: '2024-01-01',
    to: null,
    kind: 'calendar',
    days: 60,
    law: ['行政复议法第20条', '行政复议法第88条', '民事诉讼法第85条'],
  },
  {
    ...fixed,
    clock: 'reconsideration',
    from: '1999-10-01',
    to: '2023-12-31',
    kind: 'calendar',
    days: 60,
    law: ['行政复议法（1999年）第9条'],
  },
  {
    ...fixed,
    clock: 'litigation',
    from: '2015-05-01',
    to: null,
    kind: 'months',
    days: 6,
    law: ['行政诉讼法第46条', '民事诉讼法第85条'],
  },
  {
    ...fixed,
    clock: 'litigation',
    from: '1990-10-01',
    to: '2015-04-30',
    kind: 'months',
    days: 3,
    law: ['行政诉讼法（1989年）第39条'],
  },
  {
    ...fixed,
    clock: 'litigation-after-reconsideration',
    from: '2015-05-01',
    to: null,
    kind: 'calendar',
    days: 15,
    law: ['行政诉讼法第45条', '民事诉讼法第85条'],
  },
  {
    ...fixed,
    clock: 'litigation-after-reconsideration',
    from: '1990-10-01',
    to: '2015-04-30',
    kind: 'calendar',
    days: 15,
    law: ['行政诉讼法（1989年）第38条'],
  },
]

/** The longest reply limit that any law allows, extension included, in working days. */
export const longestLimit = Math.max(
  ...deadlineRules
    .filter(({ clock }) => clock === 'reply')
    .map(({ days, extension }) => (days ?? 0) + extension),
)

/** Ways an application or a letter comes in (提交渠道). */
export const channelNames = [
  'in-person',
  'oral',
  'registered-mail',
  'ordinary-mail',
  'internet',
  'email',
  'fax',
] as const

export type ChannelName = (typeof channelNames)[number]

/**
 * The receipt day by channel (条例第31条): channels that are `confirmed` count from the day the two
 * sides confirm, the others from the day of handing in or signing for.
 */
export const channelRules: Readonly<
  Record<ChannelName, { confirmed: boolean; law: readonly string[] }>
> = {
  'in-person': { confirmed: false, law: ['政府信息公开条例第31条第1项'] },
  oral: { confirmed: false, law: ['政府信息公开条例第29条第1款', '政府信息公开条例第31条第1项'] },
  'registered-mail': { confirmed: false, law: ['政府信息公开条例第31条第2项'] },
  'ordinary-mail': { confirmed: true, law: ['政府信息公开条例第31条第2项'] },
  internet: { confirmed: true, law: ['政府信息公开条例第31条第3项'] },
  email: { confirmed: true, law: ['政府信息公开条例第31条第3项'] },
  fax: { confirmed: true, law: ['政府信息公开条例第31条第3项'] },
}

/** When a running case is shown in which colour (预警): figures that an office may set otherwise. */
export const warningThresholds = {
  /** yellow from this number of working days left */
  yellowLeft: 3,
  /** blue from this share of the days used */
  blueUsed: 0.5,
}

export type WarningThresholds = typeof warningThresholds
