import type { JournalFault } from '../../../domain/journal/fault.ts'

/** Words of the seals of the journal (流水封存). */
export const journalWords = {
  title: '流水封存',
  lead: '本机关的每一次办理都在流水里留一行，写下以后不能修改、不能删除。系统每十分钟把新的流水封存一段，摘要值（SHA-256）由上一段的摘要值和本段流水算出，改动任何一行都会被发现；每天再把最新一段的摘要值存到数据库以外，存下以后不能覆盖。可以抄录或者打印本页，日后核对。',
  none: '还没有封存过流水',
  noneWhy: '有了流水以后，十分钟内会自动封存。',
  newest: '最新一段',
  segment: (n: number) => `第 ${n} 段`,
  n: '段号',
  range: '流水号',
  events: '条数',
  sealedAt: '封存时间',
  digest: '摘要值',
  waiting: '待封存',
  hasWaiting: '有新的流水，十分钟内封存',
  noneWaiting: '没有',
  anchor: '最新的每日存证',
  noAnchor: '还没有，每天凌晨存一次',
  nightly: '上次夜间核验',
  neverChecked: '还没有核验过',
  nightlyResult: (when: string, seals: number, faults: number) =>
    `${when}，核验 ${seals} 段，${faults === 0 ? '没有发现差异' : `发现 ${faults} 处差异`}`,
  check: (most: number) => `现在核验最新 ${most} 段`,
  checkedTitle: '核验通过',
  brokenTitle: '核验发现差异',
  checked: (seals: number, events: number, anchors: number) =>
    `重新计算了 ${seals} 段、${events} 条流水，核对了最近 ${anchors} 天的每日存证。`,
  brokenAdvice: '请保留现场，不要重启或者升级，立即联系运维人员，并按应急处置程序报告。',
} as const

/** Says what does not hold, and where. */
export function journalFaultWords(fault: JournalFault): string {
  switch (fault.fault) {
    case 'seal-missing':
      return `第 ${fault.n} 段不见了`
    case 'seal-differs':
      return `第 ${fault.n} 段与流水不一致`
    case 'anchor-seal-missing':
      return `${fault.day} 存证的第 ${fault.n} 段不见了`
    case 'anchor-differs':
      return `第 ${fault.n} 段与 ${fault.day} 的存证不一致`
    case 'anchor-unreadable':
      return `${fault.day} 的存证无法读取`
    default:
      return fault satisfies never
  }
}
