import type { JSX } from 'hono/jsx/jsx-runtime'
import type { StandardCatalog } from '../../../../usecases/catalog/show-standard-catalog.ts'
import { figure } from '../../../ui/chart/chart-scale.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { matterWarnings, standard } from '../../../ui/words/standard.ts'
import { CatalogNav } from './catalog-nav.tsx'
import type { Frame } from '../frame.ts'

const words = standard

/** How far the standard catalogue is covered (标准目录覆盖): by field, then matter by matter. */
export function CoveragePage({
  frame,
  catalog,
}: {
  frame: Frame
  catalog: StandardCatalog
}): JSX.Element {
  const { to } = frame.c.var.site
  const matters = catalog.fields.flatMap((field) => field.matters)
  return (
    <DeskPage {...frame} title={words.deskTitle} current="catalog">
      <h1>{words.deskTitle}</h1>
      <CatalogNav c={frame.c} current="coverage" />
      <p class="lead">{words.deskLead}</p>
      <p>
        <a class="button-line" href={to.matterFiling()}>
          {words.file}
        </a>
      </p>
      {matters.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhy}</p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={words.deskTitle}
            columns={[
              { label: words.field, kind: 'title' },
              { label: words.ratio, kind: 'number' },
              { label: words.gaps, kind: 'number' },
              { label: words.newest, kind: 'date' },
            ]}
            rows={catalog.fields.map(({ field, applicable, covered, gaps, newestOn }) => ({
              cells: [
                field,
                `${figure(covered)}／${figure(applicable)}`,
                figure(gaps.length),
                newestOn ?? words.never,
              ],
            }))}
          />
          <p class="field-hint">{words.unkept(catalog.unkeptFields)}</p>
          <h2>{words.warningsTitle}</h2>
          <DataTable
            caption={words.warningsTitle}
            columns={[
              { label: words.matter, kind: 'title' },
              { label: words.items, kind: 'number' },
              { label: words.newest, kind: 'date' },
              { label: words.warning },
            ]}
            rows={matters.map(({ field, first, second, count, newestOn, warnings }) => ({
              cells: [
                `${field}：${first}，${second}`,
                figure(count),
                newestOn ?? words.never,
                warnings.map((warning) => matterWarnings[warning]).join('，'),
              ],
            }))}
          />
        </>
      )}
    </DeskPage>
  )
}
