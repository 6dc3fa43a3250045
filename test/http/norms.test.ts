import { afterAll, beforeAll, expect, test } from 'vitest'
import { carryAll } from '../jobs/carry.ts'
import { openDoor, textIn, type Door } from '../support/http.ts'
import { commit } from '../../src/store/commit.ts'
import { linkInterpretations } from '../../src/store/tenant/item/interpretation.ts'
import { officer, openHouse, type House } from '../support/house.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'
import { act, published, publishItem, registered, valueOf } from '../usecases/norm/norm-house.ts'
import { hire, logIn, readable, tokenOf } from './desk-door.ts'

let house: House
let door: Door
const now = '2026-09-18T10:00:00+08:00'
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  await hire(house, 'river', ['information-officer'])
  await hire(house, 'river', ['legal-reviewer'])
  await hire(house, 'river', ['head'])
  await hire(house, 'east', ['head'])
})
afterAll(() => house.close())

test('rows 22 and 23: from draft to filing by the pages alone; the upper desk decides; the public sees number and validity', async () => {
  const drafter = await logIn(door, 'river', 'information-officer')
  const bad = await drafter.post('/desk/norms/new', { title: '', maker: '河湾镇人民政府' })
  expect(bad.status).toBe(422)
  const begun = await drafter.post('/desk/norms/new', {
    title: '河湾镇集市管理办法',
    maker: '河湾镇人民政府',
    unit: '经济发展办公室',
    basis: '',
  })
  expect(begun.status).toBe(303)
  const page = new URL(begun.headers.get('location') ?? '', 'https://river.gov.test').pathname
  const step = (who: typeof drafter, action: string, fields = {}): Promise<Response> =>
    who.post(`${page}/actions/${action}`, fields)
  expect((await step(drafter, 'register')).status).toBe(409)
  const unsaid = await step(drafter, 'submit', { version: '1', item: '' })
  expect(unsaid.status).toBe(422)
  const item = await publishItem(house, 'river', '河湾镇集市管理办法', '2026-09-18')
  expect((await step(drafter, 'submit', { version: '1', item })).status).toBe(303)
  const reviewer = await logIn(door, 'river', 'legal-reviewer')
  const blank = await step(reviewer, 'pass', { opinion: ' ' })
  expect(blank.status).toBe(422)
  expect(readable(await blank.text())).toContain('请填写“审查意见”')
  expect((await step(reviewer, 'pass', { opinion: '内容合法' })).status).toBe(303)
  const head = await logIn(door, 'river', 'head')
  expect((await step(head, 'register', { version: '1' })).status).toBe(409)
  expect((await step(head, 'register', { version: '3' })).status).toBe(303)
  const missing = await step(head, 'publish', { item: '没有这一条' })
  expect(missing.status).toBe(422)
  expect(readable(await missing.text())).toContain('请先公开再办理')
  const bound = await step(head, 'publish', { item: `https://river.gov.test/items/${item}` })
  expect(bound.status).toBe(303)
  const open = readable(await (await head.get(page)).text())
  expect(open).toContain('river规〔2026〕1号')
  expect(open).toContain('报备期限 2026-10-08')
  expect((await step(head, 'file')).status).toBe(303)
  // Twenty working days from 09-18 over 国庆: the clock of the agency above, at this end.
  expect(readable(await (await head.get(page)).text())).toMatch(/上级审查期限\s*2026-10-22/)
  await carryAll(house, house.posted.splice(0), now)

  const upper = await logIn(door, 'east', 'head')
  const list = await (await upper.get('/desk/filings')).text()
  expect(readable(list)).toContain('东县河湾镇人民政府')
  const filing = /\/desk\/filings\/[0-9a-z]{26}/.exec(list)?.[0] ?? ''
  expect(readable(await (await upper.get(filing)).text())).toContain('第一条 为规范管理')
  const early = { opinion: '缺依据', correctBy: '2026-09-01' }
  expect((await upper.post(`${filing}/actions/return`, early)).status).toBe(422)
  const back = { opinion: '缺依据', correctBy: '2026-10-20' }
  expect((await upper.post(`${filing}/actions/return`, back)).status).toBe(303)
  await carryAll(house, house.posted.splice(0), now)
  const returned = readable(await (await head.get(page)).text())
  expect(returned).toContain('备案退回')
  expect(returned).toContain('改正期限 2026-10-20')
  const due = readable(await (await head.get('/desk/norms?due=true')).text())
  expect(due).toContain('河湾镇集市管理办法')
  expect(due).toContain('等我办理')
  expect(due).toContain('缺依据')
  expect(readable(await (await head.get('/desk/today')).text())).toMatch(/审核或者备案退回的\s*1/)

  const shown = readable(await (await door.request('river', '/norms')).text())
  expect(shown).toContain('river规〔2026〕1号')
  expect(shown).toContain('现行有效')
  const valid = await door.api('river', '/norms?standing=valid')
  expect(valid.body).toMatchObject({ items: [{ itemId: item, standing: 'valid' }] })
  const expired = await door.api('river', '/norms?standing=expired')
  expect(expired.body).toMatchObject({ items: [], next: null })
  expect((await door.api('river', '/norms?standing=nothing')).status).toBe(400)
})

test('row 24: a cleanup by the pages: proposed, refused while incomplete, decided, published as a list', async () => {
  const head = await logIn(door, 'river', 'head')
  const opened = await head.post('/desk/cleanups', { title: '2026年集中清理' })
  const page = opened.headers.get('location') ?? ''
  expect(opened.status).toBe(303)
  const incomplete = await head.post(`${page}/actions/decide`, { version: '1' })
  expect(incomplete.status).toBe(422)
  const told = await incomplete.text()
  expect(told).toContain('还有文件没有提出清理意见')
  const html = await (await head.get(page)).text()
  const name = /decision\.[0-9a-z]{26}/.exec(html)?.[0] ?? ''
  const reason = name.replace('decision', 'reason')
  expect(told).toContain(`href="#f-${name.replace('.', '-')}"`)
  // What was typed stays, also when it is refused, and the fault stands at its field.
  const typed = { [name]: 'amend', [reason]: `依据${'长'.repeat(1000)}` }
  const long = await head.post(`${page}/actions/propose`, { version: '1', ...typed })
  expect(long.status).toBe(422)
  const refused = await long.text()
  expect(refused).toContain(typed[reason])
  expect(refused).toContain('<option value="amend" selected')
  expect(refused).toContain(`id="f-${reason.replace('.', '-')}-error"`)
  expect(readable(refused)).not.toContain('还有文件没有提出清理意见')
  const outdated = { version: '9', [name]: 'keep', [reason]: '评估后仍需实施' }
  const stale = await head.post(`${page}/actions/propose`, outdated)
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain('评估后仍需实施')
  const proposed = await head.post(`${page}/actions/propose`, {
    version: '1',
    [name]: 'repeal',
    [reason]: '依据已经废止',
  })
  expect(proposed.status).toBe(303)
  const id = page.split('/').at(-1) ?? ''
  // What is typed but not saved yet counts when it is decided, and stays when it cannot be.
  const half = { version: '2', [name]: '', [reason]: '再议一次' }
  const undecided = await head.post(`${page}/actions/decide`, half)
  expect(undecided.status).toBe(422)
  expect(await undecided.text()).toContain('再议一次')
  expect((await door.request('river', `/norms/cleanups/${id}`)).status).toBe(404)
  const whole = { version: '3', [name]: 'repeal', [reason]: '依据已经废止' }
  expect((await head.post(`${page}/actions/decide`, whole)).status).toBe(303)
  const result = readable(await (await door.request('river', `/norms/cleanups/${id}`)).text())
  expect(result).toContain('依据已经废止')
  expect(readable(await (await door.request('river', '/norms')).text())).toContain('已废止')
  const statistics = await door.api('river', '/statistics?period=2026')
  expect(statistics.body).toMatchObject({
    proactive: { normativeDocuments: { made: 1, repealed: 1, inForce: 0 } },
  })
})

test('row 25: the public page of a document and of its interpretation lead to each other', async () => {
  const of = await publishItem(house, 'river', '河湾镇养老服务办法', '2026-09-18')
  const item = await publishItem(house, 'river', '《河湾镇养老服务办法》解读', '2026-09-18')
  const ctx = await house.ctx('river', officer('head'), now)
  await commit(ctx, { events: [], statements: linkInterpretations(item, [of, 'no-such-item']) })
  const document = await door.api('river', `/items/${of}`)
  expect(document.body).toMatchObject({
    explains: [],
    explainedBy: [{ id: item, title: '《河湾镇养老服务办法》解读' }],
  })
  const explaining = await (await door.request('river', `/items/${item}`)).text()
  expect(readable(explaining)).toContain('解读的文件 河湾镇养老服务办法')
  expect(readable(await (await door.request('river', `/items/${of}`)).text())).toContain(
    '相关解读 《河湾镇养老服务办法》解读',
  )
})

test('rows 22 and 25: the same by the JSON face, and its lifecycle is public', async () => {
  const headers = {
    authorization: `Bearer ${await tokenOf(door, 'river', 'information-officer')}`,
  }
  const made = await door.api('river', '/desk/norms', {
    headers,
    json: { title: '河湾镇停车管理规定' },
  })
  expect(made.status).toBe(201)
  const id = textIn(made.body, 'id')
  const early = await door.api('river', `/desk/norms/${id}/actions/publish`, {
    headers,
    json: { item: 'x' },
  })
  expect(early.status).toBe(409)
  const item = await publishItem(house, 'river', '河湾镇停车管理规定', '2026-09-18')
  const bare = await door.api('river', `/desk/norms/${id}/actions/submit`, {
    method: 'POST',
    headers,
  })
  expect(bare.status).toBe(400)
  const sent = await door.api('river', `/desk/norms/${id}/actions/submit`, {
    headers,
    json: { item },
  })
  expect(sent.body).toMatchObject({ state: 'under-review', dues: [{ what: 'review' }] })
  const lacking = await door.api('river', '/desk/norms?lacking=interpretation', { headers })
  expect(lacking.body).toMatchObject({ items: [] })
  expect((await door.api('river', '/desk/filings', { headers })).body).toMatchObject({ items: [] })
  const tables = await door.api('river', '/lifecycles')
  expect(tables.body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ entity: 'norm' }),
      expect.objectContaining({ entity: 'filing' }),
    ]),
  })
})

test('rows 12 and 23: the desk is told that a document in force lost its text', async () => {
  const { id, itemId } = await published(house, 'river', '河湾镇水库管理办法', now)
  const head = await logIn(door, 'river', 'head')
  const page = async (): Promise<string> =>
    readable(await (await head.get(`/desk/norms/${id}`)).text())
  expect(await page()).not.toContain('公众现在看不到这份文件的正文')
  const desk = deskOf(house, 'river', now)
  await desk.act(itemId ?? '', 'withdraw', people.head, { reason: '附件有误' })
  expect(readable(await (await door.request('river', '/norms')).text())).not.toContain('水库管理')
  expect(await page()).toContain('公众现在看不到这份文件的正文')
  const headers = { authorization: `Bearer ${await tokenOf(door, 'river', 'head')}` }
  const told = await door.api('river', `/desk/norms/${id}`, { headers })
  expect(told.body).toMatchObject({ state: 'published', inForce: 1, isHidden: true })
})

test('row 22: a form that is sent twice, or a call under the same key, begins one document, one entry and one cleanup', async () => {
  const drafter = await logIn(door, 'river', 'information-officer')
  const head = await logIn(door, 'river', 'head')
  const sent = { submission: 'form-0001', title: '河湾镇重复提交办法', maker: '河湾镇人民政府' }
  const twice = [await drafter.post('/desk/norms/new', sent)]
  twice.push(await drafter.post('/desk/norms/new', sent))
  expect(new Set(twice.map((one) => one.headers.get('location'))).size).toBe(1)
  const other = await drafter.post('/desk/norms/new', { ...sent, title: '河湾镇另一件办法' })
  expect(other.status).toBe(409)
  expect(await other.text()).toContain('河湾镇另一件办法')
  const opened = { submission: 'form-0002', title: '2027年清理' }
  const cleanups = [await head.post('/desk/cleanups', opened)]
  cleanups.push(await head.post('/desk/cleanups', opened))
  expect(new Set(cleanups.map((one) => one.headers.get('location'))).size).toBe(1)
  const item = await publishItem(house, 'river', '河湾镇旧办法', '2026-09-01')
  const token = await tokenOf(door, 'river', 'head')
  const entry = { title: '河湾镇旧办法', number: '河湾旧1号', item }
  const call = (body: object): ReturnType<typeof door.api> =>
    door.api('river', '/desk/norms', {
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'key-0001' },
      json: body,
    })
  const [first, again] = [await call(entry), await call(entry)]
  expect([first.status, again.status]).toEqual([201, 201])
  expect(textIn(again.body, 'id')).toBe(textIn(first.body, 'id'))
  expect((await call({ ...entry, title: '别的' })).status).toBe(409)
})

test('row 24: the page of a document says from when and to when it holds, and not that it holds before', async () => {
  const title = '河湾镇明年施行的办法'
  const { id } = await registered(house, 'river', title, now)
  const later = { effectiveOn: '2027-01-01' }
  const { itemId } = valueOf(await act(house, 'river', id, 'publish', 'head', later, now))
  const { body: shown } = await door.api('river', `/items/${itemId ?? ''}`)
  expect(shown).toMatchObject({ term: { effectiveOn: '2027-01-01', expiresOn: '2031-12-31' } })
  const pageOn = async (at: string): Promise<string> =>
    readable(
      await (await openDoor(house, { at }).request('river', `/items/${itemId ?? ''}`)).text(),
    )
  const before = await pageOn(now)
  expect(before).toContain('尚未施行')
  expect(before).toContain('2031-12-31')
  expect(await pageOn('2027-01-01T09:00:00+08:00')).not.toContain('尚未施行')
})
