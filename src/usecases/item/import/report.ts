import type { PersonalFinding } from '../../../domain/inspection/find-personal.ts'
import type { Finding, ImportWarning, Problem } from '../../../domain/shared/sheet/problems.ts'

/** Why a row that reads well is still refused (不能导入的原因). */
export type ItemProblem =
  /** the index number belongs to another item, now or once */
  | { code: 'index-number-taken' }
  /** the same item is published with another content */
  | { code: 'published-differently' }

/** What an import of items did in a clerk's stead. */
export type ItemRemark =
  /** 依申请公开 or 不予公开: registered, but only staff see it */
  | { code: 'not-published' }
  /** no such column: the item went to the column named here */
  | { code: 'column-unknown'; used: string }
  /** the words of a row that is published at once hold personal data of these kinds (个人信息扫描) */
  | { code: 'personal-data'; kinds: PersonalFinding['kind'][] }

/** The first rows of a file as they would be published (预览). */
export type PreviewRow = {
  line: number
  indexNumber: string | null
  title: string
  docNumber: string | null
  issuer: string
  writtenOn: string | null
  publishedOn: string | null
  column: string
  theme: string | null
  genre: string | null
}

/**
 * What became of a file (导入结果): rows to publish (or published, when `committed`), rows that
 * stand there already, rows refused, remarks. A file with one refused row publishes nothing.
 */
export type ItemImportReport = {
  accepted: number
  unchanged: number
  rejected: Finding<Problem | ItemProblem>[]
  warnings: Finding<ImportWarning | ItemRemark>[]
  preview: PreviewRow[]
  committed: boolean
}

/** Where an import is (进度): reading the file, checking it against what stands there, writing. */
export type ImportProgress = { stage: 'read' | 'check' | 'write'; done: number; total: number }
