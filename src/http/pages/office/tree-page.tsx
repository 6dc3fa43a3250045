import type { JSX } from 'hono/jsx/jsx-runtime'
import { treeFigures, type TreeView } from '../../../usecases/statistics/show-tree.ts'
import type { NodeCoverage, TreeNode } from '../../../usecases/statistics/read-tree.ts'
import { ExportLinks } from '../../ui/export-links.tsx'
import { Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { looking as words } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { PeriodSelect } from './asked-figure.tsx'
import { deskFigureHref, type FigureHref } from './figure-links.ts'
import { linked } from './figure-view.tsx'
import { LookingPage } from './looking-page.tsx'

/** Most agencies whose whole tree stands on one page; of larger ones one level does. */
const wholeTree = 400

/** The tree of an office (机关树): own sums and those of the subtree side by side, level by level. */
export function TreePage({ frame, view }: { frame: Frame; view: TreeView }): JSX.Element {
  const { site } = frame.c.var
  const { to } = site
  const { period, today, office, root } = view
  const isOwn = office.id === site.agency.id
  const under = isOwn ? null : office.id
  const asked = { period: period.key, under }
  const props = { hrefOf: deskFigureHref(frame.c), period: period.key, view }
  return (
    <LookingPage frame={frame} part="tree" period={period.key} oldest={view.oldest}>
      <Form action={to.officeTree()} method="get" className="filter filter-line no-print">
        {under === null ? null : <Hidden name="under" value={under} />}
        <PeriodSelect period={period} today={today} />
        <SubmitRow label={words.show} />
      </Form>
      <h2>{`${office.name} ${periodName(period)}`}</h2>
      <p class="lead">
        {words.partsHint}
        {words.treeHint}
      </p>
      <Level
        node={root}
        deep={root.of <= wholeTree}
        hrefOf={props.hrefOf}
        period={props.period}
        treeOf={(id) => to.officeTree({ period: period.key, under: id })}
      />
      {root.of <= wholeTree ? null : <p class="c-note">{words.cut}</p>}
      <ExportLinks
        of={words.tree}
        csv={to.officeTree({ ...asked, as: 'csv' })}
        xlsx={to.officeTree({ ...asked, as: 'xlsx' })}
      />
    </LookingPage>
  )
}

type LevelProps = {
  node: TreeNode
  deep: boolean
  hrefOf: FigureHref
  period: string
  treeOf: (id: string) => string
}

/** One office: its own line, its children, then each office below folded away. */
function Level(props: LevelProps): JSX.Element {
  const { node, deep, hrefOf, period, treeOf } = props
  const name = fill(words.itself, { name: node.agency.name })
  const inner = node.children.filter(({ children }) => children.length > 0)
  const lines = [
    {
      name: <>{name}</>,
      node: { ...node, of: 1, reporting: Number(node.isReported), subtree: node.own },
      isOwn: true,
    },
    ...node.children.map((child) => ({
      name:
        child.children.length === 0 ? (
          <>{child.agency.name}</>
        ) : (
          <a href={treeOf(child.agency.id)}>{child.agency.name}</a>
        ),
      node: child,
      isOwn: false,
    })),
  ]
  return (
    <>
      <DataTable
        caption={fill(words.below, { name: node.agency.name, n: node.of })}
        wide
        columns={[
          { label: words.agency, kind: 'title' },
          { label: words.reported, kind: 'date' },
          ...words.treeColumns.flatMap((column) => [
            { label: `${column} ${words.own}`, kind: 'number' as const },
            { label: `${column} ${words.sum}`, kind: 'number' as const },
          ]),
        ]}
        rows={lines.map(({ name: label, node: one, isOwn }) => ({
          cells: [
            label,
            reportedText(one),
            ...treeFigures.flatMap(({ key }, at) => [
              linked(one.own[at] ?? null, hrefOf(key, period, 'own', one.agency)),
              linked(
                one.subtree[at] ?? null,
                hrefOf(key, period, isOwn ? 'own' : 'subtree', one.agency),
              ),
            ]),
          ],
        }))}
      />
      {deep
        ? inner.map((child) => (
            <Details
              summary={fill(words.below, { name: child.agency.name, n: child.of })}
              open={inner.length === 1}
            >
              <Level {...props} node={child} />
            </Details>
          ))
        : null}
    </>
  )
}

/** Whether an agency reported, or how many of a subtree did (报送覆盖). */
export function reportedText({ of, reporting, isReported }: NodeCoverage): string {
  if (of > 1) return fill(words.reportedOf, { m: reporting, n: of })
  return isReported ? words.reportedYes : words.reportedNo
}
