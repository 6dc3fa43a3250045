import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ChildFigures, OfficeView } from '../../../usecases/statistics/show-office.ts'
import { DataTable } from '../../ui/table.tsx'
import { common } from '../../ui/words/common.ts'
import { looking } from '../../ui/words/looking.ts'
import { office } from '../../ui/words/office.ts'
import { briefFigures, type FigureHref } from './figure-links.ts'
import { linked } from './figure-view.tsx'
import { reportedText } from './tree-page.tsx'

/** How many agencies of a child's subtree reported (报送覆盖). */
export function reportingOf(
  { silent }: Pick<OfficeView, 'silent'>,
  { agency, agencies }: ChildFigures,
): number {
  return agencies - silent.filter(({ path }) => path.includes(agency.id)).length
}

/** The same in words. */
export function childReported(view: Pick<OfficeView, 'silent'>, child: ChildFigures): string {
  const reporting = reportingOf(view, child)
  return reportedText({ of: child.agencies, reporting, isReported: reporting > 0 })
}

/** The direct children with their sums; each opens its own statistics on its own site (逐级下钻). */
export function ChildrenTable({
  view,
  hrefOf,
  figureHref,
}: {
  view: OfficeView
  hrefOf: (child: ChildFigures) => string
  figureHref: FigureHref
}): JSX.Element | null {
  if (view.children.length === 0) return null
  const opened = (figure: string, { agency }: ChildFigures): string =>
    figureHref(figure, view.period.key, 'subtree', agency)
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{office.children}</h2>
      </div>
      <p class="lead">{office.childrenHint}</p>
      <DataTable
        caption={office.children}
        columns={[
          { label: office.child, kind: 'title' },
          { label: office.agencies, kind: 'number' },
          { label: looking.reported, kind: 'date' },
          { label: office.received, kind: 'number' },
          { label: office.decided, kind: 'number' },
          { label: office.published, kind: 'number' },
        ]}
        rows={view.children.map((child) => ({
          cells: [
            <a href={hrefOf(child)}>{child.agency.name}</a>,
            String(child.agencies),
            childReported(view, child),
            ...(reportingOf(view, child) === 0
              ? [common.noData, common.noData, common.noData]
              : [
                  linked(child.brief.received, opened(briefFigures.received, child)),
                  linked(child.brief.decided, opened(briefFigures.decided, child)),
                  linked(child.brief.published, opened(briefFigures.published, child)),
                ]),
          ],
        }))}
      />
    </section>
  )
}
