import type { Agency } from '../agency/agency.ts'
import { isColumnType, type ColumnType } from './column-types.data.ts'
import { trunkColumns } from './columns.data.ts'

/** A column (栏目) of one agency's catalogue with the columns below it, in display order. */
export type Column = {
  id: string
  name: string
  columnType: ColumnType
  /** article that requires it; null for a column the agency set up itself (自设栏目) */
  article: string | null
  description: string
  children: readonly Column[]
}

/** What keeps a column of an agency's own out of its tree; `index` counts in `agency.columns`. */
export type MisplacedColumn = {
  index: number
  problem: 'duplicate-id' | 'unknown-parent' | 'too-deep' | 'unknown-type'
}

/** Greatest depth of a catalogue, the four fixed blocks being depth 1. */
export const maxColumnDepth = 4

type Shape = Pick<Agency, 'level' | 'kind' | 'columns'>

const known = new WeakMap<Shape, readonly Column[]>()
type Flat = Omit<Column, 'children'> & { under: string | null; depth: number }

/** Builds an agency's catalogue tree (目录): the trunk of its level and kind, own columns last. */
export function columnsOf(agency: Shape): readonly Column[] {
  const made = known.get(agency) ?? branch(place(agency).placed, null)
  known.set(agency, made)
  return made
}

/** Lists an agency's own columns that cannot stand in its tree, with the reason for each. */
export function misplacedColumns(agency: Shape): readonly MisplacedColumn[] {
  return place(agency).misplaced
}

function place({ level, kind, columns }: Shape): { placed: Flat[]; misplaced: MisplacedColumn[] } {
  const placed: Flat[] = trunkColumns
    .filter((column) => column.levels.includes(level) && column.kinds.includes(kind))
    .map(({ id, name, under, columnType, article, description }) => {
      return { id, name, under, columnType, article, description, depth: under === null ? 1 : 2 }
    })
  const misplaced: MisplacedColumn[] = []
  // An id of the trunk keeps its national meaning also where a level or kind does not show it.
  const taken = new Set(trunkColumns.map((column) => column.id))
  for (const [index, { id, name, under, columnType }] of columns.entries()) {
    const above = placed.find((column) => column.id === under)
    if (taken.has(id)) misplaced.push({ index, problem: 'duplicate-id' })
    else if (above === undefined) misplaced.push({ index, problem: 'unknown-parent' })
    else if (above.depth >= maxColumnDepth) misplaced.push({ index, problem: 'too-deep' })
    else if (!isColumnType(columnType)) misplaced.push({ index, problem: 'unknown-type' })
    else {
      const depth = above.depth + 1
      placed.push({ id, name, under, columnType, article: null, description: name, depth })
      taken.add(id)
    }
  }
  return { placed, misplaced }
}

function branch(flat: readonly Flat[], under: string | null): readonly Column[] {
  return flat
    .filter((column) => column.under === under)
    .map(({ id, name, columnType, article, description }) => {
      return { id, name, columnType, article, description, children: branch(flat, id) }
    })
}
