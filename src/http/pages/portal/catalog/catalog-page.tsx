import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { mattersFor } from '../../../../domain/catalog/standard-scope.ts'
import type { CatalogColumn } from '../../../../usecases/catalog/show-catalog.ts'
import type { AppEnv } from '../../../app-env.ts'
import { figure } from '../../../ui/chart/chart-scale.ts'
import { Page } from '../../../ui/layout.tsx'
import { DataTable, type TableRow } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { cadenceWords, carrierWords, ownerWords } from '../../../ui/words/catalog.ts'
import { tabName } from '../../../ui/words/common.ts'
import { norm } from '../../../ui/words/norm.ts'
import { portal } from '../../../ui/words/portal.ts'
import { standard } from '../../../ui/words/standard.ts'
import { columnHref, columnMeta, columnPath, pageMeta } from './columns.ts'
import { Minute } from '../item/item-table.tsx'

const words = portal.catalog

/** The catalogue (公开目录): every column with its article, its count and its last publication. */
export function CatalogPage({
  c,
  catalog,
}: {
  c: Context<AppEnv>
  catalog: CatalogColumn
}): JSX.Element {
  const { agency, to } = c.get('site')
  const title = tabName('catalog')
  const block = catalog.children.find(({ id }) => id === 'statutory-content')
  const column = columnPath(agency, 'statutory-content').at(-1)
  return (
    <Page
      c={c}
      title={title}
      current="catalog"
      meta={{
        level: 'list',
        column: column === undefined ? pageMeta(title, words.lead) : columnMeta(column),
      }}
    >
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      <DataTable
        caption={words.caption}
        columns={[
          { label: words.column, kind: 'title' },
          { label: words.article },
          { label: words.cadence },
          { label: words.duty },
          { label: words.count, kind: 'number' },
          { label: words.last, kind: 'minute' },
        ]}
        rows={(block?.children ?? []).flatMap((child) => rowsOf(c, child, 1))}
      />
      <p class="more">
        <a class="button-line" href={to.items()}>
          {words.everything}
        </a>
        {mattersFor(agency).length === 0 ? null : (
          <a class="button-line" href={to.standardCatalog()}>
            {standard.title}
          </a>
        )}
        <a class="button-line" href={to.norms()}>
          {norm.publicTitle}
        </a>
      </p>
    </Page>
  )
}

function rowsOf(c: Context<AppEnv>, column: CatalogColumn, depth: number): TableRow[] {
  const { id, name, article, description, cadence, missing, count, children } = column
  const { lastPublishedAt, owner, channels } = column
  const own: TableRow = {
    cells: [
      <div class={`depth-${depth}`}>
        <a href={columnHref(id, c.get('site').to)}>{name}</a>
        {description === name ? null : <small class="c-note">{description}</small>}
      </div>,
      article ?? words.own,
      cadence === null ? '' : cadenceWords(cadence),
      <>
        {ownerWords(owner, c.get('site').agency.name)}
        <small class="c-note">{carrierWords(channels)}</small>
      </>,
      missing ? <Tag tone="red">{words.missing}</Tag> : figure(count),
      lastPublishedAt === null ? words.never : <Minute at={lastPublishedAt} />,
    ],
  }
  return [own, ...children.flatMap((child) => rowsOf(c, child, depth + 1))]
}
