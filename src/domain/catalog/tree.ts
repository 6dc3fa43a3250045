import type { Agency, Cadence } from '../agency/agency.ts'
import { isColumnType, type ColumnType } from './column-types.data.ts'
import type { Trunk, TrunkColumn } from './columns.data.ts'
import { latestTrunk } from './trunk.ts'
import { villageColumns } from './village.ts'

/** A column (栏目) of one agency's catalogue with the columns below it, in display order. */
export type Column = {
  id: string
  name: string
  columnType: ColumnType
  /** article that requires it; null for a column the agency set up itself (自设栏目) */
  article: string | null
  description: string
  cadence: Cadence
  /** whether it must not be empty (法定栏目不得为空) */
  mandatory: boolean
  /** who keeps it up to date (责任单位); null for the office in charge of disclosure (公开工作机构) */
  owner: string | null
  /** keys of the carriers on which it is made public (公开渠道) */
  channels: readonly string[]
  /** ids of columns that were renamed to this one or merged into it */
  formerIds: readonly string[]
  children: readonly Column[]
}

/**
 * What keeps a column of an agency's own out of its tree, `index` counting in `agency.columns`; of the
 * two about merged ones, what keeps one that is gone from leading on, counting in `agency.mergedColumns`;
 * of the last, a duty of a column that is not there, counting in `agency.columnDuties`.
 */
export type MisplacedColumn = {
  index: number
  problem:
    | 'duplicate-id'
    | 'unknown-parent'
    | 'too-deep'
    | 'unknown-type'
    | 'former-id-in-use'
    | 'merged-id-in-use'
    | 'unknown-successor'
    | 'unknown-column'
}

/** Greatest depth of a catalogue, the four fixed blocks being depth 1. */
export const maxColumnDepth = 4

type Shape = Pick<
  Agency,
  'level' | 'kind' | 'columns' | 'mergedColumns' | 'villages' | 'columnDuties'
>
type Duty = Pick<Column, 'owner' | 'channels'>
type Flat = Omit<Column, 'children' | keyof Duty> & { under: string | null; depth: number }

const known = new WeakMap<Shape, { trunk: Trunk; columns: readonly Column[] }>()

/**
 * Builds an agency's catalogue tree (目录): the trunk of its level and kind in the version given,
 * the villages of a township, own columns last.
 */
export function columnsOf(agency: Shape, trunk: Trunk = latestTrunk): readonly Column[] {
  const kept = known.get(agency)
  if (kept?.trunk === trunk) return kept.columns
  const duty = { owner: null, channels: ['website'] }
  const columns = branch({ flat: place(agency, trunk).placed, agency }, null, duty)
  known.set(agency, { trunk, columns })
  return columns
}

/** Lists an agency's own columns that cannot stand in its tree, with the reason for each. */
export function misplacedColumns(
  agency: Shape,
  trunk: Trunk = latestTrunk,
): readonly MisplacedColumn[] {
  return place(agency, trunk).misplaced
}

function place(agency: Shape, trunk: Trunk): { placed: Flat[]; misplaced: MisplacedColumn[] } {
  const { level, kind, columns } = agency
  const placed: Flat[] = trunk.columns
    .filter((column) => column.levels.includes(level) && column.kinds.includes(kind))
    .map((column) => trunkColumn(column, kind))
  placed.push(...villageColumns(agency).map(villageColumn))
  const misplaced: MisplacedColumn[] = []
  // An id of the trunk keeps its national meaning also where a level or kind does not show it.
  const taken = new Set([
    ...trunk.columns.map(({ id }) => id),
    ...placed.flatMap(({ id, formerIds }) => [id, ...formerIds]),
  ])
  for (const [index, own] of columns.entries()) {
    const above = placed.find((column) => column.id === own.under)
    const formerIds = own.formerIds ?? []
    if (taken.has(own.id)) misplaced.push({ index, problem: 'duplicate-id' })
    else if (above === undefined) misplaced.push({ index, problem: 'unknown-parent' })
    else if (above.depth >= maxColumnDepth) misplaced.push({ index, problem: 'too-deep' })
    else if (!isColumnType(own.columnType)) misplaced.push({ index, problem: 'unknown-type' })
    else if (formerIds.some((id) => taken.has(id) || columns.some((other) => other.id === id))) {
      misplaced.push({ index, problem: 'former-id-in-use' })
    } else {
      placed.push({
        id: own.id,
        name: own.name,
        under: own.under,
        columnType: own.columnType,
        article: null,
        description: own.description ?? own.name,
        cadence: own.cadence ?? { kind: 'prompt' },
        mandatory: false,
        formerIds,
        depth: above.depth + 1,
      })
      for (const id of [own.id, ...formerIds]) taken.add(id)
    }
  }
  misplaced.push(...leadOn(agency, placed, taken), ...strayDuties(agency, placed))
  return { placed, misplaced }
}

function strayDuties({ columnDuties = [] }: Shape, placed: readonly Flat[]): MisplacedColumn[] {
  return columnDuties.flatMap(({ column }, index): MisplacedColumn[] =>
    placed.some(({ id }) => id === column) ? [] : [{ index, problem: 'unknown-column' }],
  )
}

/** Gives each column what led to one that was merged into it (并入); answers what cannot be. */
function leadOn(
  { mergedColumns = [] }: Shape,
  placed: Flat[],
  taken: Set<string>,
): MisplacedColumn[] {
  return mergedColumns.flatMap(({ id, into }, index): MisplacedColumn[] => {
    const at = placed.findIndex((column) => column.id === into)
    const successor = placed[at]
    if (taken.has(id)) return [{ index, problem: 'merged-id-in-use' }]
    if (successor === undefined) return [{ index, problem: 'unknown-successor' }]
    taken.add(id)
    placed[at] = { ...successor, formerIds: [...successor.formerIds, id] }
    return []
  })
}

function trunkColumn(column: TrunkColumn, kind: Agency['kind']): Flat {
  const { id, name, under, columnType, article, description } = column
  return {
    id,
    name,
    under,
    columnType,
    article,
    description,
    cadence: column.cadences?.[kind] ?? column.cadence,
    mandatory: column.mandatory.includes(kind),
    formerIds: [],
    depth: under === null ? 1 : 2,
  }
}

function villageColumn(column: ReturnType<typeof villageColumns>[number]): Flat {
  return { ...column, columnType: '信息公开目录' }
}

type Grown = { flat: readonly Flat[]; agency: Shape }

function branch(all: Grown, under: string | null, duty: Duty): readonly Column[] {
  return all.flat
    .filter((column) => column.under === under)
    .map((column) => grow(all, column, duty))
}

/** A column without a duty of its own has that of the column above (责任单位随上级栏目). */
function grow(all: Grown, { under: _under, depth: _depth, ...column }: Flat, above: Duty): Column {
  const stated = all.agency.columnDuties?.find((one) => one.column === column.id)
  const duty = {
    owner: stated?.owner ?? above.owner,
    channels: stated?.channels ?? above.channels,
  }
  return { ...column, ...duty, children: branch(all, column.id, duty) }
}
