import type { Context, Hono } from 'hono'
import { showToday } from '../../../usecases/desk/show-today.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { DeskPage, type DeskTab } from '../../ui/desk-layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { desk } from '../../ui/words/desk.ts'
import { mountAccount } from '../account/account-routes.tsx'
import { mountSecondFactor } from '../account/factor-routes.tsx'
import { mountPasswordLink } from '../account/password-routes.tsx'
import { mountStaff } from '../account/staff-routes.tsx'
import { mountCatalogDesk } from './catalog/catalog-routes.tsx'
import { mountDeskChannels } from '../channel/routes.tsx'
import { mountPowerChecks } from '../service/check-routes.tsx'
import { mountDeskPowers } from '../service/desk-power-routes.tsx'
import { mountDeskServices } from '../service/desk-guide-routes.tsx'
import { mountComplaints } from '../dispute/complaint-routes.tsx'
import { mountDisputes } from '../dispute/routes.tsx'
import { mountJournalSeals } from '../journal/routes.tsx'
import { mountIncidents } from '../incident/routes.tsx'
import { mountDeskCalendar } from '../calendar/routes.tsx'
import { mountSelfInspection } from '../self-inspection/routes.tsx'
import { mountSeals } from '../seal/routes.tsx'
import { mountCaseReviews } from '../case-review/routes.tsx'
import { mountRetention } from '../retention/routes.tsx'
import { mountDeskTopics } from '../topic/desk-routes.tsx'
import { mountDeskClarifications } from '../clarification/desk-routes.tsx'
import { mountCases } from './case/routes.tsx'
import { mountCorrections } from '../personal-data/routes.tsx'
import { mountSameRequests } from './case/same-request-routes.tsx'
import { mountEnter } from './case/enter-routes.tsx'
import { frameOf } from './frame.ts'
import { staffOnly } from './guard.tsx'
import { mountImports } from './import/routes.tsx'
import { mountLetters } from './letter/routes.tsx'
import { mountItems } from './item/routes.tsx'
import { mountCleanups } from './norm/cleanup-routes.tsx'
import { mountFilings } from './norm/filing-routes.tsx'
import { mountNorms } from './norm/norm-routes.tsx'
import { mountLogin } from './login/login-routes.tsx'
import { TodayPage } from './today-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** Mounts the staff desk (工作台); below /desk nothing but log-in answers without a session. */
export function mountDesk(app: Hono<AppEnv>): void {
  app.use('/desk/*', staffOnly)
  mountLogin(app)
  mountPasswordLink(app)
  mountAccount(app)
  mountSecondFactor(app)
  mountStaff(app)
  app.get('/desk', first)
  app.get('/desk/today', today)
  // The word `new` is taken before receipts are looked up.
  mountEnter(app)
  mountCases(app)
  mountCorrections(app)
  mountSameRequests(app)
  mountLetters(app)
  mountNorms(app)
  mountFilings(app)
  mountCleanups(app)
  mountImports(app)
  mountCatalogDesk(app)
  mountDeskClarifications(app)
  mountDeskTopics(app)
  mountItems(app)
  mountDeskChannels(app)
  mountIncidents(app)
  mountJournalSeals(app)
  mountDisputes(app)
  mountComplaints(app)
  mountRetention(app)
  mountCaseReviews(app)
  mountDeskCalendar(app)
  mountSeals(app)
  mountSelfInspection(app)
  mountDeskPowers(app)
  mountPowerChecks(app)
  mountDeskServices(app)
}

function first(c: C): Answer {
  const frame = frameOf(c)
  const [tab] = frame.tabs
  if (tab !== undefined) return c.redirect(tabPath(c, tab), 303)
  return answerPrivatePage(
    c,
    <DeskPage {...frame} title={desk.noTabs} current={null}>
      <h1>{desk.noTabs}</h1>
      <EmptyState title={desk.noTabsWhy} />
    </DeskPage>,
  )
}

async function today(c: C): Promise<Response> {
  const shown = await showToday(c.var.ctx)
  return shown.ok
    ? answerPrivatePage(c, <TodayPage frame={frameOf(c)} today={shown.value} />)
    : refusalResponse(c, shown.refusal)
}

function tabPath(c: C, tab: DeskTab): string {
  const { to } = c.var.site
  const paths: Readonly<Record<DeskTab, () => string>> = {
    today: () => to.today(),
    cases: () => to.cases(),
    enter: () => to.newCase(),
    items: () => to.deskItems(),
    norms: () => to.deskNorms(),
    letters: () => to.letters(),
    catalog: () => to.deskCatalog(),
    imports: () => to.imports(),
    clarifications: () => to.deskClarifications(),
    topics: () => to.deskTopics(),
    channels: () => to.deskChannels(),
    services: () => to.deskPowers(),
    disputes: () => to.disputes(),
    incidents: () => to.incidents(),
    office: () => to.office(),
    staff: () => to.staff(),
  }
  return paths[tab]()
}
