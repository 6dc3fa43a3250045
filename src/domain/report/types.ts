import type {
  ColumnKey,
  ReviewLitigationBlock,
  ReviewLitigationColumn,
  RowKey,
} from '../shared/report-keys.data.ts'
import type { ProactiveColumn, ProactiveRow } from '../shared/report-proactive.data.ts'
import type { ReportFormat } from './forms.data.ts'

/** A figure as reported: null is a cell left blank (空白), which is not the same as 0. */
export type Figure = number | null

/** A row of table three: those of today's form, and （六）其他处理 as the one row that it was. */
export type ReportRow = RowKey | 'other'

/** The level that a report's agency stands at: a government, or a department (部门) of one. */
export const reportLevels = ['province', 'prefecture', 'county', 'township', 'bureau'] as const
export type ReportLevel = (typeof reportLevels)[number]

/** Table two (主动公开): rows and cells that are not there, or rows of null, were not reported. */
export type ProactiveTable = {
  readonly [row in ProactiveRow]?: { readonly [column in ProactiveColumn]?: Figure } | null
}

/** Table three (收到和处理政府信息公开申请情况). */
export type ApplicationsTable = {
  readonly [row in ReportRow]?: { readonly [column in ColumnKey]?: Figure } | null
}

/** Table four (行政复议、行政诉讼情况). */
export type ReviewLitigationTable = {
  readonly [block in ReviewLitigationBlock]?:
    | {
        readonly [column in ReviewLitigationColumn]?: Figure
      }
    | null
}

/**
 * A figure that the text states (正文数字): `table` is the figure it stands for as its writer gives
 * it, `compare` false where the two count different things.
 */
export type NarrativeClaim = {
  claim: string
  value: Figure
  table?: Figure | undefined
  compare?: boolean | undefined
  /** read out of running text, which may mean something else */
  isGuess?: boolean | undefined
}

/**
 * An annual report (政府信息公开工作年度报告, 条例第50条) as the checker reads it. A table of null was
 * not reported; `partial` says that what is missing is unknown and not blank.
 */
export type AnnualReport = {
  agency: string
  code?: string | null | undefined
  level: ReportLevel
  /** what the figures cover: 本级, or the government with all below it (全市、全县…) */
  scope?: string | null | undefined
  year: number
  format: ReportFormat
  partial?: boolean | undefined
  /** the body makes government rules (规章) in the name of a government that may */
  rulemaking?: boolean | undefined
  proactive?: ProactiveTable | null | undefined
  applications?: ApplicationsTable | null | undefined
  reviewLitigation?: ReviewLitigationTable | null | undefined
  narrative?: readonly NarrativeClaim[] | null | undefined
}
