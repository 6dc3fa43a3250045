import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { Result } from '../../src/domain/shared/refusal.ts'
import { consume } from '../../src/jobs/consume.ts'
import { listCases } from '../../src/usecases/application/list-cases.ts'
import { decideCalendar } from '../../src/usecases/calendar/decide.ts'
import { draftCalendar } from '../../src/usecases/calendar/draft.ts'
import { batchOf, workRoom } from '../jobs/work-room.ts'
import { personForm } from '../support/application-form.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { hire, logIn, visit } from './desk-door.ts'

const at = '2026-12-18T09:00:00+08:00'
const shapes = {
  sent: z.object({ receipt: z.string(), secret: z.string() }),
  status: z.object({ clock: z.object({ dueOn: z.string(), calendar: z.string() }) }),
  deadline: z.object({ dueOn: z.string() }),
}

let house: House
let door: Door
let sent: z.output<typeof shapes.sent>
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  sent = shapes.sent.parse((await door.api('river', '/applications', { json: personForm() })).body)
  await carry([{ v: 1, kind: 'register', tenant: 'river', key: sent.receipt }])
  await hire(house, 'pref', ['information-officer'])
  await hire(house, 'river', ['head'])
})
afterAll(() => house.close())

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function carry(first: readonly unknown[]): Promise<void> {
  const room = workRoom(house, undefined, at)
  for (let owed = [...first]; owed.length > 0; owed = room.sent.splice(0)) {
    await consume(batchOf(owed).batch, room.parts)
  }
}

/** The day that a page sets off. */
function dayIn(html: string): string | null {
  return /<strong>(\d{4}-\d{2}-\d{2})<\/strong>/.exec(html)?.[1] ?? null
}

/** The day of the case wherever somebody may ask for it. */
async function told(): Promise<Set<string | null>> {
  const days: (string | null)[] = []
  const headers = { authorization: `Receipt ${sent.secret}` }
  const status = await door.api('river', `/applications/${sent.receipt}`, { headers })
  days.push(shapes.status.parse(status.body).clock.dueOn)
  const counted = await door.api('river', '/deadlines', {
    json: { clock: 'reply', receivedOn: at.slice(0, 10), channel: 'in-person' },
  })
  days.push(shapes.deadline.parse(counted.body).dueOn)
  const list = valueOf(await listCases(await house.ctx('river', officer('head'), at), {}))
  days.push(list.items[0]?.dueOn ?? null)
  const page = await visit(door, 'river').post('/apply/status', sent)
  days.push(dayIn(await page.text()))
  const desk = await logIn(door, 'river', 'head')
  days.push(dayIn(await (await desk.get(`/desk/applications/${sent.receipt}`)).text()))
  return new Set(days)
}

test('status, calculator, list, status page and desk tell one day, before and after a version is in force', async () => {
  expect(await told()).toEqual(new Set(['2027-01-18']))
  const input = {
    scope: 'national',
    year: 2027,
    table: '一、元旦：1月1日（周五）至5日（周二）放假调休，共5天。1月9日（周六）上班。',
    docNumber: '国办发明电〔2026〕8号',
    url: 'https://www.gov.cn/2027',
    issuedOn: '2026-11-05',
  }
  const drafter = await house.ctx('pref', officer('information-officer'), at)
  const { id } = valueOf(await draftCalendar(drafter, house.regionCtx(at), null, input)).shown
  valueOf(await decideCalendar(await house.ctx('pref', officer('head'), at), id, 'check', {}))
  await carry([{ v: 1, kind: 'calendar', tenant: 'pref' }])
  expect(await told()).toEqual(new Set(['2027-01-19']))
  const page = await (await door.request('river', '/calendar?year=2027')).text()
  expect(page).toContain('国办发明电〔2026〕8号')
  expect(page).toContain('2027-01-09')
})

test('what was typed stands in the form again beside what is wrong with it', async () => {
  const visitor = await logIn(door, 'pref', 'information-officer')
  const table = '元旦,2027-01-01,2027-01-03\n上班,2027-01-05'
  const answer = await visitor.post('/desk/calendar/new', {
    scope: 'national',
    year: '2027',
    table,
  })
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain('元旦,2027-01-01,2027-01-03')
  expect(text).toContain('第 2 行（2027-01-05）：这一天本来就是工作日')
  expect(text).toContain('请填写“发文字号”')
})
