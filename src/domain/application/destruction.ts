import * as z from 'zod'
import type { Transition } from '../shared/machine.ts'
import { writeCsv } from '../shared/sheet/write-csv.ts'
import type { RetentionGroup } from './retention.data.ts'

/** States of a list of destruction (销毁清册): 待审批, 已批准, 已退回, 已销毁. */
export const destructionStates = ['proposed', 'approved', 'returned', 'done'] as const
export type DestructionState = (typeof destructionStates)[number]

/** What a head decides on a list: 批准, 退回. */
export const destructionActions = ['approve', 'return'] as const
export type DestructionAction = (typeof destructionActions)[number]

const law = '机关档案管理规定（国家档案局令第13号）'

/** Who may decide on a list (销毁审批表); the one who proposed it never does. */
export const destructionLifecycle: readonly Transition<DestructionState, DestructionAction>[] = [
  { from: 'proposed', action: 'approve', to: 'approved', roles: ['head'], law },
  { from: 'proposed', action: 'return', to: 'returned', roles: ['head'], law },
]

/** Most cases of one list. */
export const mostListed = 200

/** A proposal (提出销毁): the receipts of the cases. */
export const destructionProposal = z.strictObject({
  receipts: z.array(z.string().max(64)).min(1).max(mostListed),
})

/** A decision on a list, and the version that was seen. */
export const destructionStep = z.strictObject({ version: z.int().optional() })

/** A line of a list (清册条目); days are YYYY-MM-DD. */
export type ListedCase = {
  receipt: string
  number: string
  state: 'listed' | 'destroyed' | 'kept'
  outcome: string | null
  group: RetentionGroup
  years: number
  endedOn: string
  keptUntil: string
  destroyedOn: string | null
  files: number
  letters: number
}

const header = [
  '序号',
  '申请编号',
  '分组',
  '保管期限（年）',
  '办结日期',
  '保管至',
  '处理',
  '销毁日期',
  '附件数',
  '文书数',
]
const states = { listed: '待销毁', destroyed: '已销毁', kept: '保留' } as const

/**
 * Writes the lines of a list as CSV (销毁清册): the same lines always give the same bytes, by whose
 * SHA-256 the certificate stands.
 */
export function listCsv(lines: readonly ListedCase[]): Uint8Array<ArrayBuffer> {
  const rows = lines.map((line, at) => [
    at + 1,
    line.number,
    groupNames[line.group],
    line.years,
    line.endedOn,
    line.keptUntil,
    states[line.state],
    line.destroyedOn,
    line.files,
    line.letters,
  ])
  return new Uint8Array(writeCsv(header, rows))
}

/** Names of the groups (分组) on lists and certificates. */
export const groupNames: Readonly<Record<RetentionGroup, string>> = {
  granted: '予以公开',
  partialGrant: '部分公开',
  denied: '不予公开',
  unable: '无法提供',
  notProcessed: '不予处理',
  other: '其他处理',
  none: '没有办理结果',
  disputed: '经复议或者诉讼',
}

/** The number of a finished list (销毁清册编号). */
export function destructionNumber({ year, serial }: { year: number; serial: number }): string {
  return `销毁〔${year}〕${serial}号`
}
