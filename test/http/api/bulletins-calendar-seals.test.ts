import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { type Door, openDoor } from '../../support/http.ts'
import { sealPicture } from '../../support/seal-picture.ts'
import { carryAll } from '../../jobs/carry.ts'
import {
  answered,
  at,
  generate,
  happened,
  q3,
  report,
} from '../../usecases/report/bulletin-house.ts'
import { hire, tokenOf } from '../desk-door.ts'

let house: House
let door: Door
const bearers = new Map<string, Record<string, string>>()
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  await happened(house, 'river', answered('r', '2026-08-10', [true, false]))
  await report(house, at, 'river', 'purse', 'east')
  await generate(house, 'east')
  for (const [agency, role] of [
    ['east', 'information-officer'],
    ['east', 'head'],
    ['east', 'admin'],
    ['river', 'information-officer'],
  ] as const) {
    await hire(house, agency, [role], `${agency}-${role}`)
    const token = await tokenOf(door, agency, `${agency}-${role}`)
    bearers.set(`${agency}-${role}`, { authorization: `Bearer ${token}` })
  }
})
afterAll(() => house.close())

type Sent = { json?: unknown; method?: string; body?: FormData }
const as = (who: string, path: string, sent: Sent = {}): ReturnType<Door['api']> =>
  door.api(who.split('-', 1)[0] ?? '', path, { ...sent, headers: bearers.get(who) ?? {} })
const [writer, head, below] = ['east-information-officer', 'east-head', 'river-information-officer']
const page = `/desk/bulletins/${q3}`

test('row 66: bulletins by JSON: the list, one with table, text and ledger, the steps by two persons, the issue', async () => {
  const listed = await as(writer, '/desk/bulletins?year=2026&kind=quarterly-circular')
  expect(listed).toMatchObject({
    status: 200,
    body: { year: 2026, items: [{ id: q3, state: 'draft' }], next: null },
  })
  expect((await as(writer, '/desk/bulletins?kind=nothing')).status).toBe(400)
  expect(await as(writer, page)).toMatchObject({
    status: 200,
    body: {
      id: q3,
      isLocked: false,
      actions: ['edit', 'check'],
      content: { lines: expect.arrayContaining([expect.objectContaining({ agency: 'river' })]) },
      ledger: {
        waiting: expect.arrayContaining([
          expect.objectContaining({ agency: 'river', returned: null }),
        ]),
      },
    },
  })
  const prose = { overview: '见附表。', findings: '', requirements: '' }
  const edit = { method: 'PATCH', json: { prose, version: 1 } }
  expect(await as(writer, page, edit)).toMatchObject({ status: 200, body: { version: 2 } })
  expect((await as(writer, page, edit)).status).toBe(409)
  const found = { agency: 'purse', what: '公开栏没有更换', proof: '检查记录', dueOn: '2026-12-01' }
  const made = await as(writer, `${page}/findings`, { json: found })
  expect(made).toMatchObject({ status: 201, body: { agency: 'purse', state: 'open' } })
  const finding = `${page}/findings/${String(Object(made.body).id)}`
  expect((await as(writer, finding, { json: { step: 'close' } })).status).toBe(400)
  const close = { json: { step: 'close', text: '已经更换' } }
  expect(await as(writer, finding, close)).toMatchObject({ status: 200, body: { state: 'closed' } })
  const checked = await as(writer, `${page}/actions/check`, { json: { version: 2 } })
  expect(checked).toMatchObject({ status: 200, body: { state: 'checked', isLocked: true } })
  expect((await as(writer, `${page}/actions/approve`, { json: {} })).status).toBe(403)
  expect((await as(head, `${page}/actions/approve`, { json: {} })).status).toBe(200)
  const issue = { json: { ways: ['sent-down'] } }
  expect(await as(head, `${page}/actions/issue`, issue)).toMatchObject({
    status: 200,
    body: { state: 'issued', number: '通报〔2026〕1号' },
  })
  expect((await as(below, page)).status).toBe(404)
})

test('row 66: the agency below reads what was sent down and answers the finding by JSON', async () => {
  await carryAll(house, house.posted.splice(0), at)
  const listed = await as(below, '/desk/received-bulletins')
  expect(listed).toMatchObject({
    status: 200,
    body: { bulletins: [{ bulletin: q3, number: '通报〔2026〕1号' }], next: null },
  })
  const { bulletins, findings } = Object(listed.body)
  const letter = `/desk/received-bulletins/${String(bulletins[0].letter)}`
  expect(await as(below, letter)).toMatchObject({ status: 200, body: { sender: 'east' } })
  const path = `/desk/received-findings/east.${String(findings[0].id)}/answer`
  const answer = { json: { text: '已补办答复', version: findings[0].version } }
  expect(await as(below, path, answer)).toMatchObject({
    status: 200,
    body: { findings: expect.arrayContaining([expect.objectContaining({ answer: '已补办答复' })]) },
  })
  const none = { json: { text: '答', marks: ['m'] } }
  expect((await as(below, '/desk/received-sheets/east.none/objection', none)).status).toBe(404)
})

test('ADR 17: holiday tables by JSON: entered by one, checked by another; the public reads the year', async () => {
  const draft = {
    scope: 'local',
    year: 2027,
    table: '泼水节,2027-04-13,2027-04-15',
    docNumber: '试政办〔2026〕1号',
    url: 'https://example.gov.cn/1',
    issuedOn: '2026-10-09',
  }
  expect((await as(writer, '/desk/calendar', { json: { ...draft, table: '' } })).status).toBe(400)
  const made = await as(writer, '/desk/calendar', { json: draft })
  expect(made).toMatchObject({ status: 201, body: { shown: { state: 'draft', year: 2027 } } })
  const path = `/desk/calendar/${String(Object(made.body).shown.id)}`
  const edit = { method: 'PATCH', json: { ...draft, docNumber: '试政办〔2026〕2号', version: 1 } }
  expect(await as(writer, path, edit)).toMatchObject({
    status: 200,
    body: { shown: { version: 2 } },
  })
  expect((await as(writer, `${path}/actions/check`, { json: {} })).status).toBe(403)
  expect(await as(head, `${path}/actions/check`, { json: { version: 2 } })).toMatchObject({
    status: 200,
    body: { shown: { n: 1 } },
  })
  expect(await as(head, '/desk/calendar')).toMatchObject({ body: { versions: [{ year: 2027 }] } })
  expect(await door.api('east', '/calendar?year=2026')).toMatchObject({
    status: 200,
    body: { year: 2026, provisional: false },
  })
  expect((await door.api('east', '/calendar?year=1800')).status).toBe(400)
  expect((await as(head, '/desk/calendar/switches/99')).status).toBe(404)
})

test('ADR 11: seals by JSON: a picture is put there by one and approved by another; others do not see it', async () => {
  const body = new FormData()
  body.append('picture', new File([sealPicture()], 'seal.png', { type: 'image/png' }))
  body.append('from', at.slice(0, 10))
  expect((await as(writer, '/desk/seals', { method: 'POST', body })).status).toBe(403)
  const made = await as('east-admin', '/desk/seals', { method: 'POST', body })
  expect(made).toMatchObject({ status: 201, body: { items: [{ state: 'proposed' }] } })
  const path = `/desk/seals/${String(Object(made.body).items[0].id)}`
  expect((await as('east-admin', `${path}/actions/approve`, { json: {} })).status).toBe(403)
  expect(await as(head, `${path}/actions/approve`, { json: {} })).toMatchObject({
    status: 200,
    body: { items: [{ decidedBy: expect.anything() }] },
  })
  expect((await as(writer, '/desk/seals')).status).toBe(403)
  expect((await as(head, '/desk/seals/none/image')).status).toBe(404)
})
