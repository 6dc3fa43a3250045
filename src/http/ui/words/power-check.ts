import type { CheckDue, MatterKind } from '../../../domain/service/check-day.ts'

/** Words of the checks of powers and guides (到期核对). */
export const powerCheck = {
  title: '到期核对',
  lead: '每 {n} 个月逐项核对一次：职权有没有取消、承接、变更，办事指南与现行做法是否一致。核对过仍然准确的，在这里记一笔；有变化的，提出职权调整或者重新编写指南。',
  kindsLabel: '核对什么',
  kinds: { power: '职权', guide: '办事指南' } satisfies Record<MatterKind, string>,
  countsLabel: '到期情况',
  overdue: '已过期限',
  soon: '三十天内到期',
  none: '没有到期该核对的',
  noneWhy: '提前三十天列在这里。',
  dueNote: '该核对的：已过期限 {overdue} 项，三十天内到期 {soon} 项。',
  open: '查看到期核对清单',
  finding: '结论',
  since: '最近确认',
  due: '应核对日',
  last: '最近核对',
  act: '办理',
  never: '无',
  provisional: '（暂定）',
  check: '已核对',
  checkTitle: '核对',
  powerLead:
    '请对照现行法律法规和机构职能，确认这项职权的名称、类别、责任科室和依据仍然准确，再记下核对情况。',
  guideLead:
    '请逐项看过公开的办事指南，确认条件、程序、时限、材料、收费、地点和电话仍然准确，再记下核对情况。',
  note: '核对情况',
  noteHint: '例如：依据现行有效，责任科室、时限与现状一致。',
  button: '记录核对',
  done: '已记录核对，下次核对日从今天起重新计算。',
  back: '返回到期核对清单',
  view: { power: '查看公开的清单', guide: '查看公开的指南' } satisfies Record<MatterKind, string>,
} as const

/** How a power or a guide stands with its check (核对结论). */
export function checkDueWords({ state, days, dueOn }: CheckDue): string {
  switch (state) {
    case 'overdue':
      return `应在 ${dueOn} 前核对，已超 ${String(days)} 天`
    case 'soon':
      return days === 0 ? '今天是核对的最后一天' : `还有 ${String(days)} 天应核对`
    case 'fine':
      return '还没有到期'
    default:
      return state satisfies never
  }
}
