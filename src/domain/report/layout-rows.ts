import { applicationRows } from '../shared/report-keys.data.ts'
import type { ReportForm } from './forms.data.ts'
import type { ReportRow } from './types.ts'

/** A cell of words: its text, how far it reaches, and whether it heads a column or a row. */
export type HeadCell = { text: string; columns: number; rows: number; of: 'column' | 'row' }

/** A row of table three: the head cells that begin in it, and its key. */
export type ResultRow = { key: ReportRow; heads: HeadCell[] }

type Parts = { key: ReportRow; label: string; group: string | null; leaf: string | null }

const labelForm = /^(?<section>三)、(?<group>（.）[^ （]+(?:（[^）]+）)?)(?: (?<leaf>.+))?$/

const partsOfRows: readonly Parts[] = applicationRows.map(({ key, label }) => {
  const parts = labelForm.exec(label)?.groups
  return { key, label, group: parts?.['group'] ?? null, leaf: parts?.['leaf'] ?? null }
})

/** The name of a row alone (行名), without the groups that it stands in: 1.属于国家秘密, （一）予以公开. */
export const rowNames: readonly { key: ReportRow; name: string }[] = partsOfRows.flatMap(
  ({ key, label, group, leaf }): { key: ReportRow; name: string }[] =>
    key === 'other.misc'
      ? [
          { key, name: leaf ?? label },
          { key: 'other', name: group ?? label },
        ]
      : [{ key, name: leaf ?? group ?? label }],
)

/**
 * The rows of table three with merged head cells (国办公开办函〔2021〕30号 格式), made from the official
 * labels: one head for 三, one for each group with leaves, one for each leaf.
 */
export function resultRowHeads(otherRows: ReportForm['otherRows']): readonly ResultRow[] {
  const rows =
    otherRows === 'triple'
      ? partsOfRows
      : partsOfRows.flatMap((row): Parts[] => {
          if (row.key === 'other.misc') return [{ ...row, key: 'other', leaf: null }]
          return row.key.startsWith('other.') ? [] : [row]
        })
  const inSection = rows.filter((row) => row.group !== null).length
  let isOpen = false
  return rows.map((row, at) => {
    if (row.group === null)
      return { key: row.key, heads: [{ text: row.label, columns: 3, rows: 1, of: 'row' }] }
    const heads: HeadCell[] = []
    if (!isOpen) heads.push({ text: '三、本年度办理结果', columns: 1, rows: inSection, of: 'row' })
    isOpen = true
    if (row.leaf === null) heads.push({ text: row.group, columns: 2, rows: 1, of: 'row' })
    else {
      if (rows[at - 1]?.group !== row.group) {
        const size = rows.filter((other) => other.group === row.group).length
        heads.push({ text: row.group, columns: 1, rows: size, of: 'row' })
      }
      heads.push({ text: row.leaf, columns: 1, rows: 1, of: 'row' })
    }
    return { key: row.key, heads }
  })
}
