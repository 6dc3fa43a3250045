/** Names of what is no application (咨询、投诉、举报、信访). */
export const conversionLabels: Readonly<Record<string, string>> = {
  consultation: '咨询',
  complaint: '投诉',
  report: '举报',
  petition: '信访',
}

/** Names of those consulted (征求意见的对象). */
export const partyLabels: Readonly<Record<string, string>> = {
  'third-party': '第三方',
  'co-maker': '共同制作机关',
  agency: '其他行政机关',
}

/** Names of the opinions (意见). */
export const opinionLabels: Readonly<Record<string, string>> = {
  agree: '同意公开',
  refuse: '不同意公开',
}

/** Names of what is written with a step (通知、意见中的各项). */
export const noteLabels: Readonly<Record<string, string>> = {
  unclear: '不明确之处',
  guidance: '需要补正',
  text: '内容',
  why: '原因',
  reason: '理由',
  reasons: '理由',
  note: '说明',
  name: '对象',
  what: '征求意见的内容',
  opinion: '意见',
  override: '附件检查所见可以放行的理由',
  proof: '送达凭证',
  publicInterest: '公共利益的理由',
  pointedTo: '办理渠道',
}
