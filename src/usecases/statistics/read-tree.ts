import type { Agency } from '../../domain/agency/agency.ts'
import { agenciesIn, carriedInto } from '../../domain/agency/offices.ts'
import type { CellDelta } from '../../domain/shared/journal.ts'
import {
  type FigureAddress,
  figurePeriods,
  valueOf,
  without,
} from '../../domain/statistics/figure.ts'
import { type Period, priorPeriods } from '../../domain/statistics/period.ts'
import type { PeriodCells } from '../../domain/statistics/table.ts'
import { readCarried } from '../../store/region/carried.ts'
import { readOfficeCells } from '../../store/region/office-tree.ts'
import type { RegionCtx } from '../context.ts'
import { subtreeOf } from './read-figures.ts'

/** An agency in the tree (机关树): figures of its own and of its subtree, in the order asked; null is 未报送. */
export type TreeNode = {
  agency: Agency
  own: readonly (number | null)[]
  subtree: readonly (number | null)[]
  /** agencies of its subtree, and how many of them reported */
  of: number
  reporting: number
  isReported: boolean
  children: TreeNode[]
}

/** How many of the agencies behind a figure reported (报送覆盖). */
export type NodeCoverage = Pick<TreeNode, 'of' | 'reporting' | 'isReported'>

/** The tree below an office, and as of when it stands (epoch ms). */
export type Tree = { root: TreeNode; oldest: number | null; newest: number | null }

/**
 * Reads figures of an office and of every agency below it (逐级汇总), in one round trip: what is an
 * agency's own is its subtree's less its children's. O(agencies).
 */
export async function readTree(
  { region, agencies: everyone }: Pick<RegionCtx, 'region' | 'agencies'>,
  office: Agency,
  period: Period,
  figures: readonly FigureAddress[],
): Promise<Tree> {
  const members = subtreeOf(agenciesIn(everyone, period.year), office.id)
  const ids = members.map(({ id }) => id)
  const within = figurePeriods(figures, period)
  const prior = figures.some(({ isStock }) => isStock) ? priorPeriods(period) : []
  const moves = prior.length === 0 ? [] : carriedInto(everyone, period.year)
  const carried = await readCarried(region, moves)
  const read = await readOfficeCells(region, {
    root: office.id,
    offices: ids,
    periods: [...within, ...prior],
    rows: [...new Set(figures.flatMap(({ cells }) => cells))],
    members: ids,
    reported: 'any',
    first: period.months[0] ?? '',
    last: period.months.at(-1) ?? '',
  })
  const cells = Map.groupBy([...read.cells, ...carried], (cell) => cell.office)
  const children = Map.groupBy(members, ({ parentId }) => parentId)
  const reported = new Set(read.months.map(({ id }) => id))
  const during = new Set(within)
  const values = (list: readonly CellDelta[]): (number | null)[] => {
    const parts: PeriodCells = {
      within: list.filter((cell) => during.has(cell.period)),
      before: list.filter((cell) => !during.has(cell.period)),
    }
    return figures.map((figure) => valueOf(figure, parts))
  }
  const nothing = figures.map(() => null)
  const nodeOf = (agency: Agency): TreeNode => {
    const below = children.get(agency.id) ?? []
    const nodes = below.map(nodeOf)
    const all = cells.get(agency.id) ?? []
    const isReported = reported.has(agency.id)
    const reporting = nodes.reduce((n, node) => n + node.reporting, Number(isReported))
    const own = without(
      all,
      below.flatMap(({ id }) => cells.get(id) ?? []),
    )
    return {
      agency,
      own: isReported ? values(own) : nothing,
      subtree: reporting > 0 ? values(all) : nothing,
      of: nodes.reduce((n, node) => n + node.of, 1),
      reporting,
      isReported,
      children: nodes,
    }
  }
  return { root: nodeOf(office), oldest: read.oldest, newest: read.newest }
}

/** All nodes of a tree, parents before their children (先上后下). */
export function nodesOf(root: TreeNode): TreeNode[] {
  return [root, ...root.children.flatMap(nodesOf)]
}
