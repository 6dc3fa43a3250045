import type { DataBar } from '../../../domain/shared/refusal.ts'

/** Why personal data stays as it is, each with its article. */
export const dataBars: Readonly<Record<DataBar, string>> = {
  'case-destroyed': '案卷保管期满，已经销毁，个人信息不再保存。',
  'case-archived':
    '案卷已经归档。归档的材料依《档案法》第四十八条不得涂改、损毁，保管期限届满前只保存、不作其他处理（《个人信息保护法》第四十七条第二款）。',
  'case-moved': '这件申请正在移送或者已由其他机关办理，请向现在办理的机关提出。',
  'contact-needed':
    '办理期间还要凭它与您联系或者送达答复（《政府信息公开条例》第二十九条）；可以先更正，或者留下另一种联系方式。',
  'data-not-served': '答复还没有送达记录，送达之前还需要您的联系方式。',
  'data-disputed': '这件申请的行政复议、诉讼或者投诉还没有办结，联系方式还需要使用。',
  'data-kept':
    '依《政府信息公开条例》第二十九条收集，是案卷的组成部分，在案卷保管期限届满前依法保存（《个人信息保护法》第四十七条第一款第一项、第二款）。',
  'correction-open': '上一次更正申请还没有办结，请等待结果。',
  'notices-off': '本机关没有开通通知，或者这件申请已经归档。',
}

/** Words of an applicant's own data (我的个人信息). */
export const personalData = {
  title: '我的个人信息',
  lead: '您可以在这里查阅、复制、更正、补充和删除这件申请中您的个人信息（《个人信息保护法》第四十四条至第四十七条）。每次操作都有记录。',
  open: '查阅、更正、删除个人信息',
  back: '返回办理情况',
  kept: '保存了哪些信息',
  maskedWhy: '号码和地址已经隐去一部分。',
  showFull: '显示完整信息',
  fullWhy: '以下是完整信息，请注意周围的人。离开这一页后恢复隐去。',
  hide: '恢复隐去',
  why: '收集和保存的理由',
  whyText:
    '用于核对申请人身份、与您联系、送达答复（《政府信息公开条例》第二十九条），全部加密保存。',
  until: '保存到',
  untilDay: (day: string, years: string): string =>
    `${day}（保管期限 ${years} 年，从办结、归档之日起算）。期满后经审批销毁，并出具销毁证明。`,
  untilEver: '永久保存（本机关的文书档案保管期限表）。',
  untilOpen: '案件办结后，按本机关的文书档案保管期限表起算保管期限。',
  looked: '工作人员查看',
  lookedTimes: (n: number, last: string): string =>
    `完整信息、附件或者整卷被打开过 ${String(n)} 次，最近一次是 ${last}。`,
  lookedNever: '还没有人打开过完整信息、附件或者整卷。',
  acts: '您的操作记录',
  copy: '复制一份带走',
  copyWhy: '内容是这一页上的全部信息，没有隐去。请妥善保管。',
  copyJson: '下载 JSON',
  copyCsv: '下载 CSV（表格）',
  file: '个人信息',
  csv: ['项目', '内容'],
  correct: '更正或者补充联系方式',
  correctWhy: '只填要改的项目，提交后立即生效；没有填的保持不变。',
  correctSend: '更正联系方式',
  corrected: '联系方式已经更正。',
  identity: '申请更正身份信息',
  identityWhy:
    '身份经过核对，更正要由工作人员核实后才生效（《个人信息保护法》第四十六条第二款）。只填要改的项目，并说明理由；需要的话请联系本机关出示证件。',
  identityReason: '更正的理由',
  identitySend: '提交更正申请',
  identityAsked: '更正申请已经提交，核实后在这里告知结果。',
  unchanged: '不改',
  requests: '更正申请',
  requestStates: { asked: '等待核实', accepted: '已更正', declined: '不予更正' },
  requestFields: '项目',
  requestState: '结果',
  requestAt: '提出时间',
  erase: '删除联系方式',
  eraseWhy:
    '删除后立即从系统中清除，不能恢复。已经发出的文书上印有的收件地址属于文书内容，随案卷保存；由同一份申请分出的各件、移送到其他机关的，请分别提出。',
  eraseConfirm: '请确认',
  eraseField: '要删除的项目',
  eraseSend: '删除所选项目',
  eraseSure: '我知道删除后本机关不能再用它与我联系',
  eraseSureError: '请勾选“我知道删除后本机关不能再用它与我联系”',
  eraseNothing: '请选择要删除的项目',
  correctNothing: '请填写要更正的项目；与原来一样的不用再填',
  erased: '所选的项目已经删除。',
  stays: '不能删除的项目和理由',
  notices: '进展通知',
  noticesOn: '您同意在有进展时收到短信或者邮件。通知里没有姓名和申请内容。',
  noticesOff: '有进展时不通知您。',
  noticesNone: '您没有留下可以接收通知的电话或者邮箱，请先补充。',
  noticesStop: '不再接收通知',
  noticesAgree: '同意接收通知',
  noticesStopped: '不再通知您，等待发送的通知已经取消。',
  noticesAgreed: '有进展时会通知您。',
  told: (at: string, contact: string): string => `已于 ${at} 向您登记的${contact}发送通知`,
  contacts: { phone: '手机', email: '邮箱' },
} as const

/** Words of corrections at the desk (更正申请). */
export const corrections = {
  title: '身份信息更正申请',
  lead: '申请人要求更正身份信息的，核实后决定（《个人信息保护法》第四十六条第二款）。列表只显示项目，内容在案卷里查看。',
  none: '没有等待核实的更正申请',
  noneWhy: '申请人凭回执编号和查询密码提出更正后，会出现在这里。',
  case: '申请编号',
  fields: '项目',
  askedAt: '提出时间',
  panel: '申请人要求更正身份信息',
  wanted: '更正为',
  reason: '理由',
  hiddenWhy: '号码已经隐去一部分；点“查看身份信息”后，这里同时显示完整的号码。',
  accept: '核实无误，更正',
  decline: '不予更正',
  declineReason: '不予更正的理由（申请人可见）',
  done: { accept: '已经更正', decline: '已经告知不予更正' },
} as const
