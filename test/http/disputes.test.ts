import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesOf } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'
import { answered } from '../usecases/dispute/dispute-house.ts'
import { applyByForm, hire, logIn, readable, tokenOf, visit } from './desk-door.ts'

const at = '2026-03-25T10:00:00+08:00'
let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  await hire(house, 'east', ['head'], 'tou')
  await hire(house, 'east', ['handler'], 'ban')
})
afterAll(() => house.close())

const form = {
  submission: 'dispute-form-0001',
  kind: 'review',
  procedure: 'simple',
  organ: '东县人民政府<script>alert(1)</script>',
  caseNumber: '东政复〔2026〕12号',
  follows: '',
  party: '金丝雀王某',
  about: '',
  acceptedOn: '2026-03-20',
  receivedOn: '2026-03-24',
}
const days = { receivedOn: '2026-03-02', repliedOn: '2026-03-10' }
const idIn = (location: string | null): string =>
  /disputes\/([0-9a-z]+)/.exec(location ?? '')?.[1] ?? ''

test('row 40: by page without script: registered from the case, answered, decided as corrected, sent back, answered anew', async () => {
  const receipt = await answered(house, 'east', days)
  const head = await logIn(door, 'east', 'tou')
  const casePage = await (await head.get(`/desk/applications/${receipt}`)).text()
  expect(casePage).toContain(`/desk/disputes/new?application=${receipt}`)
  const blank = await (await head.get(`/desk/disputes/new?application=${receipt}`)).text()
  expect(blank).toContain(`value="${receipt}"`)
  const declined = await head.post('/desk/disputes/new', { ...form, case: receipt, organ: '' })
  expect(declined.status).toBe(422)
  expect(readable(await declined.text())).toContain('请填写“复议机关或法院”')
  const sent = await head.post('/desk/disputes/new', { ...form, case: receipt })
  expect(sent.status).toBe(303)
  const id = idIn(sent.headers.get('location'))
  const page = await (await head.get(`/desk/disputes/${id}`)).text()
  expect(page).not.toContain('<script>alert')
  expect(readable(page)).toContain('2026-03-31 还有 4 个工作日')
  expect(readable(page)).toContain('5 个工作日（行政复议法第54条、第88条）')
  expect(readable(await (await head.get('/desk/disputes')).text())).toContain('还有 4 个工作日')
  const paper = new File([bytesOf('副本')], '副本.txt', { type: 'text/plain' })
  const kept = await head.post(`/desk/disputes/${id}/files`, { purpose: 'claim', file: paper })
  expect(kept.status).toBe(303)
  expect((await head.post(`/desk/disputes/${id}/files`, { purpose: 'claim' })).status).toBe(422)
  const act = (action: string, fields: Record<string, string>): Promise<Response> =>
    head.post(`/desk/disputes/${id}/actions/${action}`, fields)
  expect((await act('decide', { version: '2', result: '', decidedOn: '' })).status).toBe(422)
  expect((await act('decide', { version: '1', result: 'corrected' })).status).toBe(409)
  const ended = { version: '2', result: 'corrected', decidedOn: '2026-03-25', note: '撤销' }
  expect((await act('decide', ended)).status).toBe(303)
  expect(readable(await (await head.get(`/desk/disputes/${id}`)).text())).toContain('需要重新答复')
  expect((await act('redo', { version: '3', orderedOn: '', answerBy: '2026-04-10' })).status).toBe(
    303,
  )
  const reopened = readable(await (await head.get(`/desk/applications/${receipt}`)).text())
  expect(reopened).toContain('收到复议决定或判决，重新答复，限 2026-04-10 前')
  expect(reopened).toContain('原答复经行政复议或诉讼纠正')
  expect(reopened).toContain('已审结，重新答复：结果纠正')
  const handler = await logIn(door, 'east', 'ban')
  expect((await handler.get(`/desk/disputes/${id}`)).status).toBe(200)
  expect((await handler.get('/desk/disputes/new')).status).toBe(403)
})

test('row 40, contract: table 4 on the statistics page and in the interface, opened down by the office’s own staff', async () => {
  const shown = await door.api('east', '/statistics?period=2026')
  expect(shown.body).toMatchObject({
    redone: 1,
    reviewLitigation: { review: { upheld: 0, corrected: 1, other: 0, pending: 0, total: 1 } },
  })
  const open = readable(await (await visit(door, 'east').get('/statistics?period=2026')).text())
  expect(open).toContain('政府信息公开行政复议、行政诉讼情况')
  expect(open).toContain('本期有 1 件因复议、诉讼结果纠正重新答复')
  const head = await logIn(door, 'east', 'tou')
  const inside = await (await head.get('/desk/office?period=2026')).text()
  const opened = await follow(
    head,
    inside,
    'desk\\/office\\/figure\\?figure=reviewLitigation.review.cor',
  )
  const records = readable(await follow(head, opened, 'desk\\/disputes\\?state=decided'))
  expect(records).toContain('行政复议，结果纠正，2026年')
  expect(records).toContain('东政复〔2026〕12号')
})

test('the interface registers, lists and takes steps as the pages do', async () => {
  const token = await tokenOf(door, 'east', 'tou')
  const authorization = `Bearer ${token}`
  const json = {
    kind: 'litigationDirect',
    organ: '东县人民法院',
    case: await answered(house, 'east', days),
    acceptedOn: '2026-03-20',
    receivedOn: '2026-03-24',
  }
  const made = await door.api('east', '/desk/disputes', {
    json,
    headers: { authorization, 'idempotency-key': 'api-0001' },
  })
  expect(made).toMatchObject({
    status: 201,
    body: { warnings: ['review-first'], due: { days: 15 } },
  })
  const id = textIn(made.body, 'id')
  const upload = new FormData()
  upload.append('file', new File([bytesOf('起诉状')], '起诉状.txt', { type: 'text/plain' }))
  const kept = await door.api('east', `/desk/disputes/${id}/files?purpose=claim`, {
    method: 'POST',
    body: upload,
    headers: { authorization },
  })
  expect(kept).toMatchObject({
    status: 201,
    body: { files: [{ purpose: 'claim', name: '起诉状.txt' }] },
  })
  const listed = await door.api('east', '/desk/disputes?kind=litigationDirect', {
    headers: { authorization },
  })
  expect(listed.body).toMatchObject({
    items: [{ id, actions: ['answer', 'decide', 'cancel'] }],
    next: null,
  })
  expect(
    (await door.api('east', '/desk/disputes?state=gone', { headers: { authorization } })).status,
  ).toBe(400)
  const tables = await door.api('east', '/lifecycles?limit=100')
  expect(JSON.stringify(tables.body)).toContain('"entity":"dispute"')
})

test('rows 42, 82: a complaint by page from the status page, answered at the desk, read by the applicant', async () => {
  const { receipt, secret } = await applyByForm(house, door, 'east')
  const citizen = visit(door, 'east')
  const pair = { receipt, secret }
  const empty = await citizen.post('/apply/complaint', { ...pair, complaint: ' ' })
  expect(empty.status).toBe(422)
  const sent = await citizen.post('/apply/complaint', { ...pair, complaint: '一直没有答复' })
  expect(readable(await sent.text())).toContain('投诉已收到，答复会显示在这里。')
  expect(
    (await citizen.post('/apply/complaint', { ...pair, secret: 'x', complaint: '一' })).status,
  ).toBe(422)
  const head = await logIn(door, 'east', 'tou')
  const list = await (await head.get('/desk/complaints')).text()
  const page = /\/desk\/complaints\/[0-9a-z]{26}/.exec(list)?.[0] ?? ''
  const declined = await head.post(`${page}/answer`, { version: '1', finding: '', reply: '' })
  expect(declined.status).toBe(422)
  const answer = { version: '1', finding: 'founded', reply: '已督促办理' }
  expect((await head.post(`${page}/answer`, answer)).status).toBe(303)
  const status = readable(await (await citizen.post('/apply/status', pair)).text())
  expect(status).toContain('已督促办理')
  expect(status).toContain('属实')
  const shown = await door.api('east', `/applications/${receipt}`, {
    headers: { authorization: `Receipt ${secret}` },
  })
  expect(shown.body).toMatchObject({ complaints: [{ text: '一直没有答复', answer: '已督促办理' }] })
  const again = await door.api('east', `/applications/${receipt}/complaint`, {
    json: { text: '还是没有答复' },
    headers: { authorization: `Receipt ${secret}` },
  })
  expect(again.status).toBe(200)
  const entered = await head.post('/desk/complaints/new', {
    submission: 'complaint-form-0001',
    case: receipt,
    text: '窗口投诉',
    madeOn: '2026-03-25',
  })
  expect(entered.status).toBe(303)
  const handler = await logIn(door, 'east', 'ban')
  expect((await handler.get('/desk/complaints')).status).toBe(403)
})

/** Follows the first link of a page whose address begins so. */
async function follow(
  visitor: { get: (path: string) => Promise<Response> },
  page: string,
  begins: string,
): Promise<string> {
  const link = new RegExp(`href="(\\/${begins}[^"]*)"`).exec(page)?.[1] ?? ''
  return (await visitor.get(link.replaceAll('&amp;', '&'))).text()
}
