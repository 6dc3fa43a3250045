import {
  applicationColumns,
  type ColumnKey,
  type ReviewLitigationBlock,
} from '../shared/report-keys.data.ts'
import {
  type ProactiveColumn,
  proactiveColumns,
  type ProactiveRow,
  proactiveRows,
} from '../shared/report-proactive.data.ts'
import { rowNames } from './layout-rows.ts'
import type { ReportRow } from './types.ts'

/** The Han letters of a label alone (标签归一): numbering, blanks, brackets and widths make no difference. */
export function bareLabel(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{Script=Han}]/gu, '')
}

/** Without the number in front: 一、 （一） 1. and the like. */
function unnumbered(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  return bareLabel(plain.replace(/^(?:\(?(?:[一二三四五六七八九十]+|\d+)[)、.]+)+/, ''))
}

const names = rowNames
  .map(({ key, name }) => ({ key, name: unnumbered(name) }))
  .toSorted((a, b) => b.name.length - a.name.length)
const short: readonly { key: ReportRow; name: string }[] = [
  { key: 'newReceived', name: '本年新收' },
  { key: 'carriedOver', name: '上年结转' },
  { key: 'partialGrant', name: '部分公开' },
  { key: 'carriedForward', name: '结转下年度' },
]

/** The row of table three that a label names, by its last head cell or by all of them; null for none. */
export function rowOfLabel(heads: readonly string[]): ReportRow | null {
  const filled = heads.filter((text) => bareLabel(text) !== '')
  const last = filled.at(-1)
  if (last === undefined) return null
  return rowOfName(last) ?? (filled.length > 1 ? rowOfName(filled.join('')) : null)
}

function rowOfName(label: string): ReportRow | null {
  const name = unnumbered(label)
  const all = bareLabel(label)
  if (name === '其他' || all.endsWith('其他处理其他')) return 'other.misc'
  if (name === '总计' || all.endsWith('七总计')) return 'totalProcessed'
  const long = names.find((row) => row.name.length > 2 && all.endsWith(row.name))
  return (long ?? short.find((row) => all.includes(row.name)))?.key ?? null
}

const columnNames = new Map<string, ColumnKey>(
  applicationColumns.map(({ key, label }) => [label, key]),
)

/** The column of table three that a head cell names. */
export function columnOfLabel(text: string): ColumnKey | null {
  return columnNames.get(bareLabel(text)) ?? null
}

const proactiveNames = new Map<string, ProactiveRow>([
  ...proactiveRows.map(({ key, label }) => [label, key] as const),
  ['规范性文件', 'normativeDocuments'],
])

/** The row of table two that a head cell names. */
export function proactiveRowOf(text: string): ProactiveRow | null {
  return proactiveNames.get(bareLabel(text)) ?? null
}

const proactiveHeads: readonly { key: ProactiveColumn; name: string }[] = proactiveKeys().map(
  (key) => ({ key, name: bareLabel(proactiveColumns[key].replace(/（.*/, '')) }),
)

/** The column of table two that a head cell names. */
export function proactiveColumnOf(text: string): ProactiveColumn | null {
  const name = bareLabel(text.normalize('NFKC').replace(/\(.*/s, ''))
  if (name === '') return null
  const known = proactiveHeads.find((head) => head.name === name)
  return (known ?? proactiveHeads.find((head) => head.name === `本年${name}`))?.key ?? null
}

function proactiveKeys(): ProactiveColumn[] {
  return Object.keys(proactiveColumns).filter((key) => isProactiveColumn(key))
}

function isProactiveColumn(key: string): key is ProactiveColumn {
  return Object.hasOwn(proactiveColumns, key)
}

/** The block of table four that a head cell names, where the blocks stand below each other. */
export function blockOfLabel(heads: readonly string[]): ReviewLitigationBlock | null {
  const name = bareLabel(heads.findLast((text) => bareLabel(text) !== '') ?? '')
  if (name === '行政复议') return 'review'
  if (name.endsWith('未经复议直接起诉')) return 'litigationDirect'
  return name.endsWith('复议后起诉') ? 'litigationAfterReview' : null
}
