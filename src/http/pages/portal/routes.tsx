import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { listRules } from '../../../usecases/catalog/list-rules.ts'
import { listPublicReports } from '../../../usecases/report/annual/public-reports.ts'
import { showCatalog } from '../../../usecases/catalog/show-catalog.ts'
import { readHome } from '../../../usecases/item/home.ts'
import { parseItemQuery } from '../../../usecases/item/finding/item-query.ts'
import { listEditions, showEdition } from '../../../usecases/item/show-editions.ts'
import { previewItemFile } from '../../../usecases/item/files/preview-file.ts'
import { showItem } from '../../../usecases/item/show-item.ts'
import { noteSearchMiss } from '../../../usecases/topic/note-miss.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { AgenciesPage } from './agencies-page.tsx'
import { chooseCare } from './care-choice.ts'
import { CatalogPage } from './catalog/catalog-page.tsx'
import { mountCatalogPages } from './catalog/catalog-routes.tsx'
import { columnPath } from './catalog/columns.ts'
import { DataPreviewPage } from './item/data-preview-page.tsx'
import { FeedsPage } from './finding/feeds-page.tsx'
import { EditionPage, EditionsPage } from './item/editions-page.tsx'
import { HelpPage } from './help-page.tsx'
import { HomePage } from './home/page.tsx'
import { ItemPage } from './item/page.tsx'
import { ItemPrintPage } from './item/print-page.tsx'
import { KioskPage } from './kiosk-page.tsx'
import { LeavePage } from './leave-page.tsx'
import { exportCsv, exportXlsx } from './finding/list-export.ts'
import { ListPage } from './finding/list-page.tsx'
import { searchOf } from './finding/list-query.ts'
import { originsOf, readListing, type Listing } from './finding/read-list.ts'
import { ProcedurePage } from './catalog/procedure-page.tsx'
import { RuleRegister } from './catalog/rule-register.tsx'
import { ReportsPage } from './reports-page.tsx'
import { SearchPage } from './finding/search-page.tsx'
import { SiteMapPage } from './site-map-page.tsx'
import { outwardUrl } from './item/source-link.ts'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** Mounts the citizens' portal (门户): every page that shows what is public. */
export function mountPortal(app: Hono<AppEnv>): void {
  app.get('/', (c) => home(c))
  app.get('/rules', (c) => rules(c))
  app.get('/catalog', (c) => catalog(c))
  mountCatalogPages(app)
  app.get('/annual-reports', (c) => reports(c))
  app.get('/items', (c) => items(c))
  app.get('/items/list.csv', exportCsv)
  app.get('/items/list.xlsx', exportXlsx)
  app.get('/items/:id', (c) => item(c, ItemPage))
  app.get('/items/:id/print', (c) => item(c, ItemPrintPage))
  app.get('/items/:id/editions', editions)
  app.get('/items/:id/editions/:n{[1-9][0-9]{0,5}}', edition)
  app.get('/items/:id/files/:file/preview', (c) => preview(c))
  app.get('/search', (c) => search(c))
  app.get('/feeds', feeds)
  app.get('/agencies', (c) => answerPage(c, <AgenciesPage c={c} />))
  app.get('/site-map', (c) => answerPage(c, <SiteMapPage c={c} />))
  app.get('/accessibility', (c) => answerPage(c, <HelpPage c={c} />))
  app.get('/procedure', (c) => answerPage(c, <ProcedurePage c={c} />))
  app.get('/kiosk', (c) => kiosk(c))
  app.get('/leave', leave)
  app.get('/care', chooseCare)
}

async function home(c: C): Promise<Response> {
  const read = await readHome(c.get('ctx'), originsOf(c))
  return read.ok ? answerPage(c, <HomePage c={c} home={read.value} />) : declined(c, read.refusal)
}

async function kiosk(c: C): Promise<Response> {
  const read = await readHome(c.get('ctx'), originsOf(c))
  return read.ok ? answerPage(c, <KioskPage c={c} home={read.value} />) : declined(c, read.refusal)
}

async function rules(c: C): Promise<Response> {
  const { agency, to } = c.get('site')
  const path = columnPath(agency, 'disclosure-rules')
  if (path.length === 0) return declined(c, { code: 'not-found' })
  const [listing, register] = await Promise.all([
    readListing(c, { category: 'disclosure-rules' }),
    listRules(c.get('ctx')),
  ])
  if (!register.ok) return declined(c, register.refusal)
  const above = <RuleRegister c={c} register={register.value} />
  const view = { c, listing, path, action: to.rules(), above }
  const page = <ListPage {...view} current="rules" />
  return answerPage(c, page, statusOf(listing))
}

async function catalog(c: C): Promise<Response> {
  const read = await showCatalog(c.get('ctx'))
  return read.ok
    ? answerPage(c, <CatalogPage c={c} catalog={read.value} />)
    : declined(c, read.refusal)
}

async function reports(c: C): Promise<Response> {
  const [listing, listed] = await Promise.all([
    readListing(c, { category: 'annual-reports' }),
    listPublicReports(c.get('ctx')),
  ])
  const years = listed.ok ? listed.value.items : []
  return answerPage(c, <ReportsPage c={c} listing={listing} years={years} />, statusOf(listing))
}

async function items(c: C): Promise<Response> {
  const { agency, to } = c.get('site')
  const listing = await readListing(c, {})
  const { category } = listing.query
  const path = category === undefined ? [] : columnPath(agency, category)
  const column = path.at(-1)
  if (category !== undefined && column !== undefined && column.formerIds.includes(category)) {
    // The column has another id now: links to its old one lead on, whatever else they ask.
    return c.redirect(
      `${to.items()}${searchOf({ ...listing.query, category: column.id }, {})}`,
      301,
    )
  }
  if (category !== undefined && path.length === 0) return declined(c, { code: 'not-found' })
  const page = (
    <ListPage c={c} listing={listing} path={path} current="catalog" action={to.items()} />
  )
  return answerPage(c, page, statusOf(listing))
}

async function search(c: C): Promise<Response> {
  const q = c.req.query('q')?.trim() ?? ''
  const listing = q === '' ? null : await readListing(c, {})
  if (listing !== null && isMiss(listing)) await noteSearchMiss(c.get('ctx'), q)
  const page = <SearchPage c={c} listing={listing} />
  return answerPage(c, page, listing === null ? 200 : statusOf(listing))
}

function feeds(c: C): Answer {
  const query = parseItemQuery(c.req.query())
  return query.ok
    ? answerPage(c, <FeedsPage c={c} query={query.value} />)
    : declined(c, query.refusal)
}

async function item(c: C, View: typeof ItemPage): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const read = await showItem(c.get('ctx'), id, originsOf(c))
  return read.ok ? answerPage(c, <View c={c} item={read.value} />) : declined(c, read.refusal)
}

/** Whether words alone were searched for and nothing was found. */
function isMiss({ query: { q: _q, ...rest }, page, faults }: Listing): boolean {
  const isPlain = Object.values(rest).every((value) => value === undefined)
  return isPlain && faults.length === 0 && page.items.length === 0
}

async function editions(c: C): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const read = await listEditions(c.get('ctx'), id)
  return read.ok
    ? answerPage(c, <EditionsPage c={c} id={id} editions={read.value} />)
    : declined(c, read.refusal)
}

async function edition(c: C): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const read = await showEdition(c.get('ctx'), id, Number(c.req.param('n')))
  return read.ok
    ? answerPage(c, <EditionPage c={c} id={id} edition={read.value} />)
    : declined(c, read.refusal)
}

async function preview(c: C): Promise<Response> {
  const [id, file] = [c.req.param('id') ?? '', c.req.param('file') ?? '']
  const read = await previewItemFile(c.get('ctx'), id, file)
  return read.ok
    ? answerPage(c, <DataPreviewPage c={c} shown={read.value} />)
    : declined(c, read.refusal)
}

function leave(c: C): Answer {
  const target = outwardUrl(c.req.query('url') ?? null)
  return answerPage(c, <LeavePage c={c} target={target} />, target === null ? 400 : 200)
}

function statusOf({ faults }: Listing): 200 | 400 {
  return faults.length === 0 ? 200 : 400
}

function declined(c: C, refusal: Refusal): Answer {
  return refusalResponse(c, refusal)
}
