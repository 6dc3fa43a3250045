import { adoptCalendar } from '../../src/usecases/calendar/adopt.ts'
import { decideCalendar } from '../../src/usecases/calendar/decide.ts'
import { draftCalendar } from '../../src/usecases/calendar/draft.ts'
import { enterApplication } from '../../src/usecases/application/enter.ts'
import { decideOnSeal } from '../../src/usecases/seal/decide.ts'
import { listSeals } from '../../src/usecases/seal/list.ts'
import { proposeSeal } from '../../src/usecases/seal/propose.ts'
import { entry } from '../support/application-form.ts'
import type { House } from '../support/house.ts'
import { sealPicture } from '../support/seal-picture.ts'
import { officerNamed, valueOf } from '../usecases/application/retention/ended-case.ts'

/** Fills an agency with a holiday table in force that moved days, a draft, and two seals; answers their pages. */
export async function fillCalendar(
  house: House,
  agency: string,
  at: string,
): Promise<Record<string, string>> {
  const [day = ''] = at.split('T')
  const region = house.regionCtx(at)
  const clerk = await house.ctx(agency, officerNamed('writer', 'information-officer'), at)
  const chief = await house.ctx(agency, officerNamed('chief', 'head', 'admin'), at)
  const { receipt } = valueOf(
    await enterApplication(chief, entry('in-person', { receivedOn: day, arrivedOn: day })),
  )
  const source = {
    docNumber: '试政办〔2026〕12号',
    url: 'https://example.gov.cn/12',
    issuedOn: day,
  }
  const year = Number(day.slice(0, 4))
  const draft = async (text: string, of: number): Promise<string> => {
    const input = { scope: 'local', year: of, table: text, ...source }
    return valueOf(await draftCalendar(clerk, region, null, input)).shown.id
  }
  const inForce = await draft(`古尔邦节,${year}-12-08,${year}-12-09`, year)
  valueOf(await decideCalendar(chief, inForce, 'check', {}))
  const job = await house.ctx(agency, { type: 'system', job: 'calendar' }, at)
  valueOf(await adoptCalendar(job, region))
  const open = await draft(`肉孜节,${year + 1}-03-10\n上班,${year + 1}-03-13`, year + 1)
  valueOf(await proposeSeal(chief, sealPicture(), { from: day }))
  const [seal] = valueOf(await listSeals(chief))
  const other = await house.ctx(agency, officerNamed('deputy', 'head'), at)
  valueOf(await decideOnSeal(other, seal?.id ?? '', 'approve', {}))
  valueOf(await proposeSeal(chief, sealPicture(400), { from: day }))
  return {
    calendar: '/calendar',
    'calendar-ahead': `/calendar?year=${year + 1}`,
    'desk-calendar': '/desk/calendar',
    'desk-calendar-new': '/desk/calendar/new?scope=local',
    'desk-calendar-draft': `/desk/calendar/${open}`,
    'desk-calendar-in-force': `/desk/calendar/${inForce}`,
    'desk-calendar-moves': '/desk/calendar/switches/1',
    'desk-calendar-case': `/desk/applications/${receipt}`,
    'desk-seals': '/desk/seals',
  }
}
