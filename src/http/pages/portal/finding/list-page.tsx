import { takesApplications } from '../../../../domain/agency/takes-applications.ts'
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Column } from '../../../../domain/catalog/tree.ts'
import type { AppEnv } from '../../../app-env.ts'
import { queryText } from '../../../paths.ts'
import { Page } from '../../../ui/layout.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { TabName } from '../../../ui/site-header.tsx'
import { finding } from '../../../ui/words/finding.ts'
import { portal } from '../../../ui/words/portal.ts'
import { fieldWords } from '../../../ui/words/field-problem.ts'
import { CatalogTree } from '../catalog/catalog-tree.tsx'
import { columnCrumbs, columnMeta, pageMeta } from '../catalog/columns.ts'
import { FacetPanel } from './facet-panel.tsx'
import { FilterForm } from './filter-form.tsx'
import { FoundHead } from './found-head.tsx'
import { KindChoices } from './kind-choices.tsx'
import { SpecialTable } from '../item/special-table.tsx'
import { kindShown } from '../../../ui/list-columns.ts'
import { ItemTable } from '../item/item-table.tsx'
import { asked, searchOf } from './list-query.ts'
import type { Listing } from './read-list.ts'

const words = portal.list

/** A list of items (列表页): the column's tree beside it, filters above, a pager below. */
export function ListPage({
  c,
  listing,
  path,
  current,
  action,
  above,
}: {
  c: Context<AppEnv>
  listing: Listing
  /** Columns down to the listed one; empty for all items */
  path: readonly Column[]
  current: TabName
  /** Address of the list without query */
  action: string
  /** What stands between the heading and the list */
  above?: Child
}): JSX.Element {
  const { to } = c.get('site')
  const { query } = listing
  const column = path.at(-1)
  const title = column?.name ?? words.all
  const meta = column === undefined ? pageMeta(title, words.allDescription) : columnMeta(column)
  return (
    <Page
      c={c}
      title={title}
      current={current}
      meta={{ level: 'list', column: meta }}
      breadcrumbs={
        path.length === 0
          ? [{ label: portal.home.columns, href: to.catalog() }, { label: title }]
          : columnCrumbs(path, to, false)
      }
      aside={
        <>
          <FacetPanel c={c} listing={listing} action={action} />
          <CatalogTree c={c} path={path} />
        </>
      }
      query={query.q}
    >
      <h1>{title}</h1>
      {column === undefined ? null : <p class="lead">{column.description}</p>}
      {above}
      <Faults listing={listing} />
      <FilterForm c={c} query={query} action={action} reset={resetPath(action, query.category)} />
      <FoundHead c={c} listing={listing} action={action} fixed={['category']} />
      {column === undefined ? null : (
        <KindChoices listing={listing} column={column.id} action={action} />
      )}
      <Rows c={c} listing={listing} caption={title} action={action} />
      <p class="table-foot">
        {listing.page.items.length === 0 ? null : <Export c={c} listing={listing} />}
        <a href={to.feeds(asked(query))}>{finding.subscribeList}</a>
        <a href={to.api(`/items${searchOf(query, {})}`)}>{words.api}</a>
      </p>
    </Page>
  )
}

/** The way to take the rows of this page along as a table. */
function Export({ c, listing: { query } }: { c: Context<AppEnv>; listing: Listing }): JSX.Element {
  const { to } = c.get('site')
  const search = queryText(query)
  return (
    <span>
      {words.export}：<a href={to.itemsList('xlsx', search)}>XLSX</a>、
      <a href={to.itemsList('csv', search)}>CSV</a>
    </span>
  )
}

/** Tells what was wrong with an address and that the usual list is shown instead. */
export function Faults({ listing: { faults } }: { listing: Listing }): JSX.Element | null {
  if (faults.length === 0) return null
  return (
    <Notice tone="error" title={words.badQuery}>
      <p>{faults.map(fieldWords).join('；')}</p>
    </Notice>
  )
}

function Rows(props: {
  c: Context<AppEnv>
  listing: Listing
  caption: string
  action: string
}): JSX.Element {
  const { c, listing, caption, action } = props
  const { query, page } = listing
  if (page.items.length === 0) return <NoRows c={c} filtered={isFiltered(listing)} />
  const kind = kindShown(page.items)
  const withAgency = query.scope === 'subtree'
  return (
    <>
      {kind === null ? (
        <ItemTable rows={page.items} caption={caption} withAgency={withAgency} />
      ) : (
        <SpecialTable kind={kind} rows={page.items} caption={caption} withAgency={withAgency} />
      )}
      <Pager
        next={page.next === null ? null : `${action}${searchOf(query, { cursor: page.next })}`}
        first={query.cursor === undefined ? null : `${action}${searchOf(query, {})}`}
      />
    </>
  )
}

function NoRows({ c, filtered }: { c: Context<AppEnv>; filtered: boolean }): JSX.Element {
  const { agency, to } = c.get('site')
  return (
    <EmptyState title={filtered ? words.empty : words.emptyColumn}>
      <p>{filtered ? words.emptyHint : words.emptyColumnHint}</p>
      {takesApplications(agency) ? (
        <p class="more">
          <a class="button-line" href={to.apply()}>
            {words.toApply}
          </a>
        </p>
      ) : null}
    </EmptyState>
  )
}

function isFiltered({ query: { category: _category, limit: _limit, ...rest } }: Listing): boolean {
  return Object.values(rest).some((value) => value !== undefined)
}

function resetPath(action: string, category: string | undefined): string {
  return action + queryText({ category })
}
