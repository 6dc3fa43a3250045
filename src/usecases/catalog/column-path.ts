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

type Placed = {
  columns: readonly PlacedColumn[]
  byWord: ReadonlyMap<string, PlacedColumn>
  places: ReadonlyMap<string, number>
}

const known = new WeakMap<Agency, Placed>()

function placedIn(agency: Agency): Placed {
  const kept = known.get(agency)
  if (kept !== undefined) return kept
  const columns = place(columnsOf(agency), [])
  const words = [
    ...columns.map((column) => [column.id, column] as const),
    ...columns.flatMap((column) => column.formerIds.map((id) => [id, column] as const)),
    ...columns.map((column) => [column.name, column] as const),
  ]
  const made = {
    columns,
    // Of what means two columns the first one counts, and a map keeps the last.
    byWord: new Map(words.toReversed()),
    places: new Map(columns.map(({ id }, at) => [id, at])),
  }
  known.set(agency, made)
  return made
}

/** Every column (栏目) of an agency with its path, in display order. */
export function placedColumns(agency: Agency): readonly PlacedColumn[] {
  return placedIn(agency).columns
}

/** Place in the display order by id of a column. */
export function columnPlaces(agency: Agency): ReadonlyMap<string, number> {
  return placedIn(agency).places
}

/**
 * Finds a column by its id, by an id it had before, or by its Chinese name; null when the agency
 * has none such.
 */
export function findColumn(agency: Agency, word: string): PlacedColumn | null {
  return placedIn(agency).byWord.get(word) ?? null
}

function place(columns: readonly Column[], above: PlacedColumn['path']): PlacedColumn[] {
  return columns.flatMap(({ id, name, formerIds, children }) => {
    const path = [...above, { id, name }]
    return [{ id, name, formerIds, path }, ...place(children, path)]
  })
}
