import { agenciesIn } from '../../../domain/agency/offices.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { BulletinLine } from '../../../domain/report/bulletin/content.ts'
import type { CellDelta } from '../../../domain/shared/journal.ts'
import { figureOf, without } from '../../../domain/statistics/figure.ts'
import { sumOf } from '../../../domain/statistics/indicator/evaluate.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { ranking } from '../../../domain/statistics/rank.ts'
import { readOfficeCells } from '../../../store/region/office-tree.ts'
import type { RegionCtx } from '../../context.ts'
import { readTree, type TreeNode } from '../../statistics/read-tree.ts'

const shown = [
  'applications.newReceived.total',
  'applications.totalProcessed.total',
  'items.all.published',
].flatMap((key) => figureOf(key) ?? [])

/** The table of a bulletin (分机关情况), and the items that each agency published by month. */
export type Below = {
  lines: BulletinLine[]
  published: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * Reads the agencies directly below an office, each with all below it, and the office itself for its
 * own (分机关取数): the same cells as the tree and the ranking of the statistics.
 */
export async function readBelow(
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  office: Agency,
  period: Period,
): Promise<Below> {
  const children = agenciesIn(region.agencies, period.year).filter(
    ({ parentId }) => parentId === office.id,
  )
  const [{ root }, { cells }] = await Promise.all([
    readTree(region, office, period, shown),
    readOfficeCells(region.region, {
      root: office.id,
      offices: [office.id, ...children.map(({ id }) => id)],
      periods: period.months,
      rows: ['timeliness', 'items'],
      members: [],
      reported: 'any',
      first: period.months[0] ?? '',
      last: period.months.at(-1) ?? '',
    }),
  ])
  const byOffice = Map.groupBy(cells, (cell) => cell.office)
  const below = children.flatMap(({ id }) => byOffice.get(id) ?? [])
  const own = without(byOffice.get(office.id) ?? [], below)
  const places = ranking(
    root.children.map((node) => ({ of: node.agency.id, value: node.subtree[2] ?? null })),
  )
  const placeOf = new Map(places.ranked.map(({ of, place }) => [of, place]))
  const self: TreeNode = {
    ...root,
    subtree: root.own,
    of: 1,
    reporting: root.isReported ? 1 : 0,
  }
  const cellsOf = (id: string): readonly CellDelta[] =>
    id === office.id ? own : (byOffice.get(id) ?? [])
  const nodes = [...root.children, self]
  return {
    lines: nodes.map((node) => lineOf(node, cellsOf(node.agency.id), placeOf)),
    published: new Map(
      nodes.map(({ agency }) => [agency.id, publishedByMonth(period, cellsOf(agency.id))]),
    ),
  }
}

function lineOf(
  { agency, subtree, of, reporting }: TreeNode,
  cells: readonly CellDelta[],
  placeOf: ReadonlyMap<string, number>,
): BulletinLine {
  const [received = null, decided = null, published = null] = subtree
  const timed = sumOf(cells, [{ row: 'timeliness' }])
  const timely = sumOf(cells, [{ row: 'timeliness', columns: ['timely'] }])
  const isKnown = reporting > 0
  return {
    agency: agency.id,
    name: agency.name,
    of,
    reporting,
    received,
    decided,
    published,
    timely: isKnown ? timely : null,
    timed: isKnown ? timed : null,
    place: placeOf.get(agency.id) ?? null,
  }
}

/** Items published by month: in the cells of each month alone. */
export function publishedByMonth(
  { months }: Period,
  cells: readonly CellDelta[],
): ReadonlyMap<string, number> {
  const published = [{ row: 'items', columns: ['published'] }]
  return new Map(
    months.map((month) => [
      month,
      sumOf(
        cells.filter((cell) => cell.period === month),
        published,
      ),
    ]),
  )
}
