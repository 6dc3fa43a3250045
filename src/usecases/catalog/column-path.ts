import type { Agency } from '../../domain/agency/agency.ts'
import { columnsOf, type Column } from '../../domain/catalog/tree.ts'

/** The root of every catalogue (政府信息公开): as a filter it leaves nothing out. */
export const rootColumn = {
  id: 'catalog',
  name: '政府信息公开',
  columnType: '信息公开目录',
} as const

/** A column of an agency's catalogue and the columns from the top down to it, itself last. */
export type PlacedColumn = {
  id: string
  name: string
  /** ids under which items were filed before it was renamed or others were merged into it */
  formerIds: readonly string[]
  path: readonly { id: string; name: string }[]
}

const known = new WeakMap<Agency, PlacedColumn[]>()

/** Every column (栏目) of an agency with its path, in display order. */
export function placedColumns(agency: Agency): readonly PlacedColumn[] {
  const made = known.get(agency) ?? place(columnsOf(agency), [])
  known.set(agency, made)
  return made
}

/**
 * Finds a column by its id, by an id it had before, or by its Chinese name; null when the agency
 * has none such.
 */
export function findColumn(agency: Agency, word: string): PlacedColumn | null {
  const columns = placedColumns(agency)
  return (
    columns.find(({ id }) => id === word) ??
    columns.find(({ formerIds }) => formerIds.includes(word)) ??
    columns.find(({ name }) => name === word) ??
    null
  )
}

function place(columns: readonly Column[], above: PlacedColumn['path']): PlacedColumn[] {
  return columns.flatMap(({ id, name, formerIds, children }) => {
    const path = [...above, { id, name }]
    return [{ id, name, formerIds, path }, ...place(children, path)]
  })
}
