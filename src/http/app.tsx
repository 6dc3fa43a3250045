import { findOldAddress } from '../usecases/item/finding/find-old-address.ts'
import { Hono } from 'hono'
import type { AppEnv, HttpParts } from './app-env.ts'
import { accountOperations } from './api/v1/account.ts'
import { deskStaffOperations } from './api/v1/desk/staff.ts'
import { agencyOperations } from './api/v1/agency.ts'
import { catalogOperations } from './api/v1/catalog.ts'
import { institutionOperations } from './api/v1/institution.ts'
import { ruleOperations } from './api/v1/rules.ts'
import { guideOperations } from './api/v1/guide.ts'
import { standardCatalogOperations } from './api/v1/standard-catalog.ts'
import { importOperations } from './api/v1/imports.ts'
import { itemKindOperations } from './api/v1/item-kinds.ts'
import { itemOperations } from './api/v1/items.ts'
import { applicationOperations } from './api/v1/applications.ts'
import { deadlineOperations } from './api/v1/deadlines.ts'
import { deskApplicationOperations } from './api/v1/desk/applications.ts'
import { deskCorrectionOperations } from './api/v1/desk/corrections.ts'
import { personalDataOperations } from './api/v1/personal-data.ts'
import { deskFilingOperations } from './api/v1/desk/filings.ts'
import { deskLetterOperations } from './api/v1/desk/letters.ts'
import { deskNormOperations } from './api/v1/desk/norms.ts'
import { documentOperations } from './api/v1/documents.ts'
import { feeOperations } from './api/v1/fees.ts'
import { reportOperations } from './api/v1/report.ts'
import { clarificationOperations } from './api/v1/clarifications.ts'
import { deskClarificationOperations } from './api/v1/desk/clarifications.ts'
import { deskChannelOperations } from './api/v1/desk/channels.ts'
import { annualReportOperations } from './api/v1/annual-reports.ts'
import { deskFigureOperations } from './api/v1/desk/figures.ts'
import { deskBulletinOperations } from './api/v1/desk/bulletins.ts'
import { calendarOperations } from './api/v1/desk/calendar.ts'
import { deskReceivedBulletinOperations } from './api/v1/desk/received-bulletins.ts'
import { deskSealOperations } from './api/v1/desk/seals.ts'
import { deskReportOperations } from './api/v1/desk/reports.ts'
import { deskPowerCheckOperations } from './api/v1/desk/power-checks.ts'
import { deskPowerOperations } from './api/v1/desk/powers.ts'
import { deskServiceOperations } from './api/v1/desk/guides.ts'
import { serviceOperations } from './api/v1/powers.ts'
import { deskCaseReviewOrderOperations } from './api/v1/desk/case-review-orders.ts'
import { deskCaseReviewOperations } from './api/v1/desk/case-reviews.ts'
import { deskRetentionOperations } from './api/v1/desk/retention.ts'
import { deskSelfInspectionOperations } from './api/v1/desk/self-inspection.ts'
import { deskJournalSealOperations } from './api/v1/desk/journal-seals.ts'
import { deskIncidentOperations } from './api/v1/desk/incidents.ts'
import { deskComplaintOperations } from './api/v1/desk/complaints.ts'
import { deskDisputeOperations } from './api/v1/desk/disputes.ts'
import { deskTopicOperations } from './api/v1/desk/topics.ts'
import { topicOperations } from './api/v1/topics.ts'
import { normOperations } from './api/v1/norms.ts'
import { lifecycleOperations } from './api/v1/lifecycles.ts'
import { indicatorOperations } from './api/v1/indicators.ts'
import { statisticsOperations } from './api/v1/statistics.ts'
import { deskInspectionOperations } from './api/v1/desk/inspections.ts'
import { deskReplyFileOperations } from './api/v1/desk/reply-files.ts'
import { deskSameRequestOperations } from './api/v1/desk/same-requests.ts'
import { deskItemOperations } from './api/v1/desk/items.ts'
import { suggestionOperations } from './api/v1/suggestions.ts'
import { changeOperations } from './api/v1/changes.ts'
import { sessionOperations } from './api/v1/session.ts'
import { mount, type Operation } from './api/operation.ts'
import { type Arrival, arrive } from './arrival.ts'
import { mountReference } from './api/reference.tsx'
import { mountFeeds } from './feeds/routes.ts'
import { forgetBody } from './forget-body.ts'
import { actor } from './middleware/actor.ts'
import { client } from './middleware/client.ts'
import { closedAgency } from './middleware/closed-agency.ts'
import { crossSite } from './middleware/cross-site.ts'
import { secondFactor } from './middleware/second-factor.ts'
import { withSecurityHeaders } from './middleware/security-headers.ts'
import { tenant } from './middleware/tenant.ts'
import { workingCalendar } from './middleware/working-calendar.ts'
import { mountApply } from './pages/apply/routes.tsx'
import { mountGazette } from './pages/channel/routes.tsx'
import { mountCalendar } from './pages/calendar/routes.tsx'
import { mountClarifications } from './pages/clarification/routes.tsx'
import { mountDesk } from './pages/desk/routes.tsx'
import { mountServices } from './pages/service/routes.tsx'
import { mountTopics } from './pages/topic/routes.tsx'
import { mountIndicators } from './pages/indicators/routes.tsx'
import { mountMonths } from './pages/months/routes.tsx'
import { mountFigures } from './pages/figures/routes.tsx'
import { mountAssessment } from './pages/bulletin/assessment-routes.tsx'
import { mountReceivedBulletins } from './pages/bulletin/received-routes.tsx'
import { mountBulletins } from './pages/bulletin/routes.tsx'
import { mountDeskReports } from './pages/report/desk-routes.tsx'
import { mountPublicReports } from './pages/report/public-routes.tsx'
import { mountReceivedReports } from './pages/report/received-routes.tsx'
import { mountReportCheck } from './pages/report/routes.tsx'
import { mountOffice } from './pages/office/routes.tsx'
import { mountPublicNorms } from './pages/portal/norm/norm-routes.tsx'
import { mountDocuments } from './pages/portal/item/document-routes.ts'
import { mountPortal } from './pages/portal/routes.tsx'
import {
  internalProblem,
  internalText,
  isApi,
  plainNotFound,
  problem,
  refusalResponse,
} from './refusal.tsx'

/** Every call of the JSON face; the API reference is made from the same list. */
export const operations: readonly Operation[] = [
  ...agencyOperations,
  ...catalogOperations,
  ...standardCatalogOperations,
  ...guideOperations,
  ...ruleOperations,
  ...institutionOperations,
  ...itemOperations,
  ...suggestionOperations,
  ...changeOperations,
  ...itemKindOperations,
  ...deskItemOperations,
  ...deskInspectionOperations,
  ...deskReplyFileOperations,
  ...deskSameRequestOperations,
  ...documentOperations,
  ...importOperations,
  ...applicationOperations,
  ...personalDataOperations,
  ...deadlineOperations,
  ...feeOperations,
  ...reportOperations,
  ...lifecycleOperations,
  ...statisticsOperations,
  ...indicatorOperations,
  ...sessionOperations,
  ...accountOperations,
  ...deskStaffOperations,
  ...deskApplicationOperations,
  ...deskCorrectionOperations,
  ...deskLetterOperations,
  ...clarificationOperations,
  ...deskClarificationOperations,
  ...topicOperations,
  ...deskTopicOperations,
  ...deskDisputeOperations,
  ...deskComplaintOperations,
  ...normOperations,
  ...deskNormOperations,
  ...deskFilingOperations,
  ...deskChannelOperations,
  ...deskFigureOperations,
  ...annualReportOperations,
  ...deskReportOperations,
  ...deskBulletinOperations,
  ...deskReceivedBulletinOperations,
  ...calendarOperations,
  ...deskSealOperations,
  ...deskIncidentOperations,
  ...deskJournalSealOperations,
  ...deskSelfInspectionOperations,
  ...deskRetentionOperations,
  ...deskCaseReviewOperations,
  ...deskCaseReviewOrderOperations,
  ...serviceOperations,
  ...deskPowerOperations,
  ...deskPowerCheckOperations,
  ...deskServiceOperations,
]

/** Where the actor is asked for; everywhere else everybody is the public. */
const staffPaths = ['/desk/*', '/api/v1/desk/*', '/api/v1/session']

/** Where days are counted for those who have no session. */
const countingPaths = ['/apply/:act', '/api/v1/applications/:receipt/*', '/api/v1/deadlines']

/** Answers requests on the HTTP floor; every response leaves with the security headers. */
export function createApp(
  parts: HttpParts,
): (request: Request, arrival?: Arrival) => Promise<Response> {
  const app = assemble(parts)
  return async (request, arrival = arrive(parts, request)) => {
    const response = await app.fetch(request, arrival)
    if (request.body !== null) await forgetBody(request)
    return withSecurityHeaders(response, arrival.requestId)
  }
}

/** Assembles the HTTP floor: every route with the middleware before it. */
export function assemble(parts: HttpParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>({
    // A channel's pages lie under a prefix of its parent's host; routes are written without it.
    getPath: (request, options) => {
      const { url, found } = options?.env ?? arrive(parts, request)
      return found === null ? url.pathname : url.pathname.slice(found.base.length) || '/'
    },
  })
  app.use('*', async (c, next) => {
    c.set('parts', parts)
    c.set('requestId', c.env.requestId)
    return next()
  })
  app.get('/healthz', (c) => {
    const name = new URL(c.req.url).hostname
    const isLoopback = name === 'localhost' || name === '127.0.0.1'
    const known = parts.resolver.resolve(c.req.header('host') ?? null, '/') !== null
    return isLoopback || known ? c.json({ status: 'ok' }) : plainNotFound()
  })
  app.get('/assets/*', (c) =>
    parts.resolver.resolve(c.req.header('host') ?? null, '/') === null
      ? plainNotFound()
      : parts.assets.fetch(c.req.raw),
  )
  app.use('*', tenant)
  app.use('*', crossSite)
  app.use('*', client)
  for (const path of [...staffPaths, '/apply']) app.use(path, closedAgency)
  app.post('/api/v1/applications', closedAgency)
  for (const path of countingPaths) app.use(path, workingCalendar)
  for (const path of staffPaths) {
    app.use(path, actor)
    app.use(path, secondFactor)
  }
  mount(app, '/api/v1', operations)
  app.all('/api/v1/*', (c) => problem(c, { code: 'not-found' }))
  mountReference(app, operations)
  mountFeeds(app)
  mountPortal(app)
  mountPublicNorms(app)
  mountDocuments(app)
  mountApply(app)
  mountClarifications(app)
  mountTopics(app)
  mountGazette(app)
  mountServices(app)
  mountReportCheck(app)
  mountCalendar(app)
  mountDesk(app)
  mountOffice(app)
  mountFigures(app)
  mountMonths(app)
  mountIndicators(app)
  mountDeskReports(app)
  mountReceivedReports(app)
  mountBulletins(app)
  mountAssessment(app)
  mountReceivedBulletins(app)
  mountPublicReports(app)
  app.notFound(async (c) => {
    if (c.get('site') === undefined) return plainNotFound()
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return refusalResponse(c, { code: 'not-found' })
    }
    const item = await findOldAddress(c.var.ctx, c.env.url)
    if (item !== null) return c.redirect(c.var.site.to.item(item), 301)
    const plain = withoutLastSlash(c.env.url)
    return plain === null ? refusalResponse(c, { code: 'not-found' }) : c.redirect(plain, 301)
  })
  app.onError((error, c) => {
    // Only the kind of error is written: its text may carry SQL and what a person typed.
    console.error(
      JSON.stringify({ level: 'error', requestId: c.get('requestId'), error: error.name }),
    )
    return isApi(c) ? internalProblem(c) : internalText(c)
  })
  return app
}

/** The address that somebody meant who wrote a slash behind it (末尾斜杠); null where there is none. */
function withoutLastSlash({ pathname, search }: URL): string | null {
  let end = pathname.length
  while (pathname[end - 1] === '/') end -= 1
  // Two slashes at the beginning would lead to another host.
  const isOwn = end > 1 && pathname[1] !== '/'
  return isOwn && end < pathname.length ? pathname.slice(0, end) + search : null
}
