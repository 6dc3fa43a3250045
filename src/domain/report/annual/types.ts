import type { ReportFormat } from '../forms.data.ts'
import type { ReportFinding } from '../finding.ts'
import type { ReportState } from './lifecycle.ts'
import type { ReportProse } from './sections.data.ts'

/** The year's report of an agency, one edition of it (年度报告); `entered` when its figures were typed in. */
export type ReportWork = {
  year: number
  edition: number
  version: number
  state: ReportState
  format: ReportFormat
  entered: boolean
  prose: ReportProse
  /** why a warning of the checker stands (说明), by `findingKey` */
  reasons: Readonly<Record<string, string>>
  /** what the office above wants changed (退回意见), by cell or section */
  remarks: readonly Remark[]
  /** what changed in this edition, told to readers */
  note: string | null
  /** the item it is published as, and the digest of its text there */
  itemId: string | null
  digest: string | null
  letterId: string | null
  submittedOn: string | null
  decidedOn: string | null
}

/** A remark of the office above (逐格意见): `at` is a table and cell, a section's key, or '' for the whole. */
export type Remark = { at: string; text: string }

/** The name by which a reason is given to a finding (核对发现): rule and cell. */
export function findingKey({ rule, table, row, column }: ReportFinding): string {
  return [rule, table, row ?? '', column ?? ''].join('/')
}
