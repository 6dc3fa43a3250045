import type { LedgerEntry } from '../../../domain/application/ledger.ts'
import { conversionLabels, partyLabels } from './case-labels.ts'

/** Words of the clock's ledger (期限台账). */
export const ledgerWords = {
  title: '期限台账',
  on: '日期',
  what: '事项',
  law: '依据',
} as const

/** The sentence for one entry of the clock's ledger. */
export function ledgerText(entry: LedgerEntry): string {
  switch (entry.kind) {
    case 'start':
      return '收到申请，答复期限从次日起算'
    case 'wait':
      return entry.for === 'fee'
        ? `通知缴费，等候至 ${entry.until}`
        : `告知补正，等候至 ${entry.until}`
    case 'restart':
      return entry.why === 'paid'
        ? '收到缴费，答复期限从次日起重新计算'
        : '收到补正，答复期限从次日起重新计算'
    case 'exclude':
      return consulted(entry)
    case 'extend':
      return `延长 ${String(entry.days)} 个工作日`
    case 'defer':
      return `答复日期另定为 ${entry.until}`
    case 'convert':
      return `按${conversionLabels[entry.to]}转出，登记号和期限保留`
    case 'reopen':
      return '恢复为申请，期限按原收到日计算'
    case 'redo':
      return entry.until === undefined
        ? '收到复议决定或判决，重新答复，期限从次日起算'
        : `收到复议决定或判决，重新答复，限 ${entry.until} 前`
    default:
      return entry satisfies never
  }
}

function consulted(entry: Extract<LedgerEntry, { kind: 'exclude' }>): string {
  const party = partyLabels[entry.party] ?? ''
  const end = entry.returnedOn === undefined ? '意见未到' : `${entry.returnedOn} 收到意见`
  return `征求${party}意见，期间不计入，${end}`
}
