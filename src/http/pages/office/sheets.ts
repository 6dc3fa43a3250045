import type { Against, ComparisonView } from '../../../usecases/statistics/compare-agencies.ts'
import type { RankingView } from '../../../usecases/statistics/rank-agencies.ts'
import { nodesOf, type TreeNode } from '../../../usecases/statistics/read-tree.ts'
import type { HeatView } from '../../../usecases/statistics/show-heat.ts'
import { treeFigures, type TreeView } from '../../../usecases/statistics/show-tree.ts'
import type { Sheet } from '../../sheet-response.ts'
import { figureName, looking as words } from '../../ui/words/looking.ts'
import { periodName } from '../../ui/words/office.ts'
import { heatColumn, heatTitle } from './heat-page.tsx'
import { reportedText } from './tree-page.tsx'

type SheetRow = Sheet['rows'][number]
type ComparisonLine = ComparisonView['lines'][number]

/** The tree as a table (机关树导出): every agency, those above before those below. */
export function treeSheet({ office, period, root }: TreeView): Sheet {
  return {
    name: `${office.name}${words.tree}（${periodName(period)}）`,
    title: words.tree,
    header: [
      words.level,
      words.agency,
      words.reported,
      ...treeFigures.flatMap((figure) => [
        `${figureName(figure)}（${words.own}）`,
        `${figureName(figure)}（${words.subtree}）`,
      ]),
    ],
    widths: [8, 40, 12, ...treeFigures.flatMap(() => [16, 16])],
    rows: nodesOf(root).map((node) => treeRow(node, office.path.length)),
  }
}

function treeRow(node: TreeNode, depth: number): SheetRow {
  return [
    node.agency.path.length - depth + 1,
    node.agency.name,
    reportedText(node),
    ...treeFigures.flatMap((_, at) => [node.own[at] ?? null, node.subtree[at] ?? null]),
  ]
}

/** The ranking as a table (排名导出): the silent at the end without place and value. */
export function rankingSheet(agency: string, view: RankingView): Sheet {
  const { figure, period, ranked, unreported, coverage } = view
  return {
    name: `${agency}${figureName(figure)}${words.ranking}（${periodName(period)}）`,
    title: words.ranking,
    header: [words.place, words.agency, figureName(figure), words.reported],
    widths: [8, 40, 16, 12],
    rows: [
      ...ranked.map(({ place, of, value }) => [place, of.name, value, reportedIn(coverage, of.id)]),
      ...unreported.map(({ name }) => [null, name, null, words.reportedNo]),
    ],
  }
}

/** How many of the agencies behind a place reported. */
export function reportedIn(coverage: RankingView['coverage'], id: string): string {
  const known = coverage.get(id)
  return known === undefined ? words.reportedNo : reportedText(known)
}

/** The comparison as a table (比较导出): periods down, agencies across, then 同比 and 环比, difference and percent apart. */
export function comparisonSheet(agency: string, view: ComparisonView): Sheet {
  const { figure, period, periods, lines } = view
  const across = (name: string, of: (line: ComparisonLine) => SheetRow[number]): SheetRow => [
    name,
    ...lines.map(of),
  ]
  const changes = (name: string, of: (line: ComparisonLine) => Against): SheetRow[] => [
    across(`${name}${words.change}`, (line) => of(line).change.difference ?? words.incomparable),
    across(`${name}${words.percent}（%）`, (line) => {
      const { percent } = of(line).change
      return percent === null ? words.incomparable : { figure: percent, decimals: 1 }
    }),
  ]
  return {
    name: `${agency}${figureName(figure)}${words.comparison}（${periodName(period)}）`,
    title: words.comparison,
    header: [words.period, ...lines.map((line) => line.agency.name)],
    rows: [
      ...periods.map((one, at) => across(periodName(one), ({ values }) => values[at] ?? null)),
      across(`${words.current}（${periodName(period)}）`, ({ current }) => current),
      across(`${words.current}${words.reported}`, ({ coverage }) => reportedText(coverage)),
      across(words.previous, ({ previous }) => previous.base),
      ...changes(words.onPrevious, ({ previous }) => previous),
      across(words.yearBefore, ({ yearBefore }) => yearBefore.base),
      ...changes(words.onYearBefore, ({ yearBefore }) => yearBefore),
    ],
  }
}

/** The heat table as a table (热力表导出); what nobody reported stays empty. */
export function heatSheet(agency: string, view: HeatView): Sheet {
  return {
    name: `${agency}${heatTitle(view)}`,
    title: words.heat,
    header: [words.agency, ...view.columns.map(heatColumn)],
    widths: [40],
    rows: view.lines.map((line) => [line.agency.name, ...line.values]),
  }
}
