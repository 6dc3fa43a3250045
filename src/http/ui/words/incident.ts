import type { Action, Level, State } from '../../../domain/incident/types.ts'

/** Words of the incident log (信息安全应急处置). */
export const incident = {
  desk: '应急处置',
  lead: '误发、泄密、个人信息外泄等情况，在这里登记并一步一步处置，每一步都留痕。只有负责人和系统管理员能看到。',
  newTitle: '报告一起事件',
  open: '登记并开始处置',
  what: '情况说明',
  whatHint: '写清楚发现了什么、何时发现、可能影响谁。不要抄写泄露的内容。',
  level: '等级',
  item: '涉及的公开信息',
  itemHint: '填网址、编号或索引号；没有可以不填。',
  none: '没有登记过事件',
  noneWhy: '紧急撤下信息时会自动登记一起事件。',
  openedAt: '发现时间',
  closedAt: '办结时间',
  state: '进展',
  here: '处置单',
  steps: '处置过程',
  note: '做了什么',
  done: '已记录。',
  closed: '这起事件已经办结。',
  itemLink: '打开这条信息',
} as const

/** Names of the states. */
export const incidentStates: Readonly<Record<State, string>> = {
  reported: '已报告',
  removed: '已撤下',
  checked: '已核查副本',
  notified: '已通报',
  closed: '已办结',
}

/** Names of the steps. */
export const incidentActions: Readonly<Record<Action, string>> = {
  remove: '确认已撤下',
  check: '确认副本已清除',
  notify: '确认已通报',
  close: '办结',
}

/** What each step asks to make sure of. */
export const incidentHints: Readonly<Record<Action, string>> = {
  remove: '信息页面、附件已经打不开。',
  check: '列表、检索、订阅、上级目录、下载文件、缓存、其他网站转载都查过。',
  notify: '已向上级和保密、网信等部门报告；涉及个人信息的，已告知本人。',
  close: '原因查清，改进措施落实。',
}

/** Names of the levels. */
export const incidentLevels: Readonly<Record<Level, string>> = {
  ordinary: '一般',
  grave: '较大',
  major: '重大',
}
