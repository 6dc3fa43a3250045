import { applicationRows, type RowKey } from '../../../domain/shared/report-keys.data.ts'

/** A head cell of a row of 表三: its text and how far it reaches. */
export type HeadCell = { text: string; columns: number; rows: number }

/** A row of 表三 in the national layout: the head cells that begin in it, and its key. */
export type LayoutRow = { key: RowKey; heads: HeadCell[] }

const labelForm = /^(?<section>三)、(?<group>（.）[^ （]+(?:（[^）]+）)?)(?: (?<leaf>.+))?$/

type Parts = { key: RowKey; label: string; group: string | null; leaf: string | null }

/**
 * The rows of 表三 with merged head cells (国办公开办函〔2021〕30号 格式), made from the official
 * labels: one head for 三, one for each group with leaves, one for each leaf.
 */
export const tableLayout: readonly LayoutRow[] = layoutOf(
  applicationRows.map(({ key, label }) => {
    const parts = labelForm.exec(label)?.groups
    return { key, label, group: parts?.['group'] ?? null, leaf: parts?.['leaf'] ?? null }
  }),
)

function layoutOf(rows: readonly Parts[]): LayoutRow[] {
  const inSection = rows.filter((row) => row.group !== null).length
  let isOpen = false
  return rows.map((row, at) => {
    if (row.group === null)
      return { key: row.key, heads: [{ text: row.label, columns: 3, rows: 1 }] }
    const heads: HeadCell[] = []
    if (!isOpen) heads.push({ text: '三、本年度办理结果', columns: 1, rows: inSection })
    isOpen = true
    if (row.leaf === null) heads.push({ text: row.group, columns: 2, rows: 1 })
    else {
      if (rows[at - 1]?.group !== row.group) {
        const size = rows.filter((other) => other.group === row.group).length
        heads.push({ text: row.group, columns: 1, rows: size })
      }
      heads.push({ text: row.leaf, columns: 1, rows: 1 })
    }
    return { key: row.key, heads }
  })
}
