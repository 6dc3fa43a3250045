import type { Action, State } from '../../../domain/clarification/types.ts'

/** Words of clarifications (澄清): public pages and the desk. */
export const clarification = {
  title: '澄清公告',
  description: '对虚假或者不完整信息的核实情况和准确说明',
  lead: '网上或社会上流传的说法，经核实不属实或者不完整的，在这里发布准确情况。',
  none: '目前没有澄清公告',
  noneWhy: '看到与本机关有关、让您拿不准的说法，可以打电话问，也可以先在本站查一查。',
  feed: '订阅澄清公告',
  claim: '流传的说法',
  facts: '实际情况',
  source: '说法出处',
  sourceUrl: '出处网址',
  seenOn: '发现日期',
  checkedBy: '核实单位',
  publishedAt: '发布时间',
  items: '涉及的公开信息',
  state: '状态',
  corrections: '更正说明',
  correctedOn: '{on}更正',
  formerFacts: '更正前的内容',
  here: '正文',
  noticeTitle: '与本信息有关的澄清',
  noticeRead: '查看实际情况',
  untrue: '有不实说法',

  desk: '澄清办理',
  deskLead: '发现虚假或者不完整的信息，应尽快核实，争取在 24 小时内发布准确情况。',
  newTitle: '登记一条澄清',
  newButton: '登记',
  edit: '修改',
  saveButton: '保存',
  back: '返回列表',
  open: '待发布',
  published: '已发布',
  withdrawn: '已撤回',
  tabsLabel: '按状态查看',
  deskNone: '这里没有澄清',
  deskNoneWhy: '发现需要回应的说法时，先登记，再由另一个人核对。',
  prompt: '发现至今',
  today: '今天发现',
  daysAgo: '发现 {n} 天',
  late: '发现 {n} 天，已超过 24 小时',
  answered: '发现后 {n} 天发布',
  answeredSameDay: '发现当天发布',
  claimHint: '照原话写，不要带上发帖人的姓名、电话等个人信息。',
  sourceHint: '例如“某短视频平台”“微信群转发”“电话询问”。',
  urlHint: '没有可以不填。',
  checkedByHint: '负责核实的科室或单位。',
  factsHint: '写清楚查到了什么、依据什么、准确情况是怎样。',
  itemsHint: '填本机关已公开信息的网址、编号或索引号，一行一个。这些信息的页面上会显示澄清提示。',
  reason: '理由',
  reasonHint: '会公开显示。',
  returnReasonHint: '告诉起草人哪里要改。',
  newFacts: '更正后的实际情况',
  ownText: '这条由您起草，核对和更正要由另一位工作人员办理。',
  noAction: '现在没有您要办的步骤',
  history: '办理过程',
  gone: '（已不在公开信息中）',
  lastReason: '退回或撤回原因',
  view: '查看公开页面',
  done: '已办理',
  act: '现在办理',
} as const

/** Names of the states. */
export const clarificationStates: Readonly<Record<State, string>> = {
  draft: '起草',
  checked: '已核对',
  published: '已发布',
  corrected: '已更正',
  withdrawn: '已撤回',
}

/** Names of the steps. */
export const clarificationActions: Readonly<Record<Action, string>> = {
  check: '核对无误',
  return: '退回修改',
  publish: '发布',
  correct: '更正',
  withdraw: '撤回',
}

/** Sentences of a clarification's history. */
export const clarificationEvents: Readonly<Record<string, string>> = {
  'clarification.drafted': '登记',
  'clarification.edited': '修改',
  'clarification.checked': '核对无误',
  'clarification.returned': '退回修改',
  'clarification.published': '发布',
  'clarification.corrected': '更正',
  'clarification.withdrawn': '撤回',
}
