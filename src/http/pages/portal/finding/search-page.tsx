import { takesApplications } from '../../../../domain/agency/takes-applications.ts'
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemLine } from '../../../../usecases/item/item-view.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Form, SubmitRow, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/layout.tsx'
import { asChild, markup, none, type Markup } from '../../../ui/markup.ts'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { common } from '../../../ui/words/common.ts'
import { filledIn, finding } from '../../../ui/words/finding.ts'
import { portal } from '../../../ui/words/portal.ts'
import { topic } from '../../../ui/words/topic.ts'
import { pageMeta } from '../catalog/columns.ts'
import { FacetPanel } from './facet-panel.tsx'
import { mayAskBelow, ScopeField } from './filter-form.tsx'
import { FoundHead } from './found-head.tsx'
import { itemHref, minute, validityTag } from '../item/item-table.tsx'
import { Faults } from './list-page.tsx'
import { asked, searchOf } from './list-query.ts'
import { MeantWords } from './meant-words.tsx'
import type { Listing } from './read-list.ts'

const words = portal.search

/** So few hits that other words may have been meant. */
const fewHits = 5

/** Search (信息检索): the hits marked in title and passage; an empty question shows how to ask. */
export function SearchPage({
  c,
  listing,
}: {
  c: Context<AppEnv>
  /** Null when nothing was asked */
  listing: Listing | null
}): JSX.Element {
  const { to } = c.get('site')
  const query = listing?.query ?? {}
  const title = query.q === undefined ? words.title : `“${query.q}”${words.resultsFor}`
  return (
    <Page
      c={c}
      title={title}
      current={null}
      meta={{ level: 'list', column: pageMeta(words.title, words.description) }}
      breadcrumbs={[{ label: words.title }]}
      query={query.q}
      hidden
      aside={listing === null ? null : sideOf(c, listing)}
    >
      <h1>{title}</h1>
      <Form action={to.search()} method="get" className="filter no-print">
        <TextField
          id="search-q"
          name="q"
          label={portal.list.keyword}
          hint={words.hint}
          value={query.q}
          maxlength={100}
          type="search"
        />
        {mayAskBelow(c) ? <ScopeField scope={query.scope} /> : null}
        <SubmitRow label={common.searchButton} />
      </Form>
      {listing === null ? null : <Found c={c} listing={listing} />}
    </Page>
  )
}

/** The numbers beside hits, where there is more than one. */
function sideOf(c: Context<AppEnv>, listing: Listing): JSX.Element | null {
  const { facets } = listing.page
  return facets === null || facets.total.count < 2 ? null : (
    <FacetPanel c={c} listing={listing} action={c.get('site').to.search()} />
  )
}

function Found({ c, listing }: { c: Context<AppEnv>; listing: Listing }): JSX.Element {
  return (
    <>
      <Faults listing={listing} />
      <FoundHead c={c} listing={listing} action={c.get('site').to.search()} fixed={[]} />
      <Results c={c} listing={listing} />
    </>
  )
}

function Results({ c, listing }: { c: Context<AppEnv>; listing: Listing }): JSX.Element {
  const { to } = c.get('site')
  const { query, page } = listing
  if (page.items.length === 0) return <NoResults c={c} listing={listing} />
  return (
    <>
      <ol class="results">
        {page.items.map((row) => asChild(result(row, query.scope === 'subtree')))}
      </ol>
      <Pager
        next={page.next === null ? null : `${to.search()}${searchOf(query, { cursor: page.next })}`}
        first={query.cursor === undefined ? null : `${to.search()}${searchOf(query, {})}`}
      />
      <p class="table-foot">
        <a href={to.feeds(asked(query))}>{finding.subscribe}</a>
        <InServices c={c} q={query.q} />
      </p>
      {page.items.length < fewHits ? <MeantWords c={c} listing={listing} /> : null}
    </>
  )
}

/** Leads to the same words among the guides to services, which are no items: no reading more here. */
function InServices({ c, q }: { c: Context<AppEnv>; q: string | undefined }): JSX.Element | null {
  if (q === undefined) return null
  return <a href={c.get('site').to.services({ q })}>{filledIn(finding.inServices, 'q', q)}</a>
}

function result(row: ItemLine, withAgency: boolean): Markup {
  const { found, title, docNumber, indexNumber, agency, exact } = row
  const name = found === null ? markup`${title}` : markup`${found.title.map(piece)}`
  const passage =
    found === null || found.excerpt.length === 0
      ? none
      : markup`<p>${inFile(found.file)}${found.excerpt.map(piece)}</p>`
  const number = docNumber === null ? none : markup`<span>${docNumber}</span>`
  const publisher = withAgency ? markup`<span>${agency.name}</span>` : none
  const mark = exact ? markup`<span class="tag tag-green">${finding.exact}</span> ` : none
  return markup`<li><h2>${mark}<a href="${itemHref(row)}">${name}</a></h2>${passage}<p class="results-facts"><span>${minute(row.publishedAt)}</span>${number}<span>${portal.item.indexNumber}：${indexNumber}</span>${publisher}${validityTag(row.validity)}</p></li>`
}

/** Says that a passage is from an attachment, and from which. */
function inFile(name: string | null): Markup {
  if (name === null) return none
  return markup`<span class="found-in">${finding.inFile}${name === '' ? '' : `《${name}》`}：</span>`
}

function piece({ text, hit }: { text: string; hit: boolean }): Markup {
  return hit ? markup`<mark>${text}</mark>` : markup`${text}`
}

function NoResults({ c, listing }: { c: Context<AppEnv>; listing: Listing }): JSX.Element {
  const { to } = c.get('site')
  const { query } = listing
  const canWiden = query.scope !== 'subtree' && mayAskBelow(c)
  return (
    <EmptyState title={words.none}>
      <p>{words.noneHint}</p>
      <MeantWords c={c} listing={listing} />
      <p>
        <InServices c={c} q={query.q} />
      </p>
      <p class="more">
        {canWiden ? (
          <a class="button-line" href={`${to.search()}${searchOf(query, { scope: 'subtree' })}`}>
            {words.inSubtree}
          </a>
        ) : null}{' '}
        {takesApplications(c.var.site.agency) ? (
          <a class="button-line" href={to.apply()}>
            {portal.list.toApply}
          </a>
        ) : null}{' '}
        <a class="button-line" href={to.newTopic()}>
          {topic.newTitle}
        </a>
      </p>
    </EmptyState>
  )
}
