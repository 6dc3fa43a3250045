import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { compareRequest } from '../../src/usecases/application/same-request/compare-request.ts'
import { bytesOf } from '../support/application-form.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { applyByForm, hire, logIn, readable, tokenOf, visit, type Visitor } from './desk-door.ts'

let house: House
let door: Door
let desk: Visitor
let checker: Visitor
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  await hire(house, 'east', ['registrar', 'handler', 'head'], 'head')
  await hire(house, 'east', ['legal-reviewer'], 'checker')
  desk = await logIn(door, 'east', 'head')
  checker = await logIn(door, 'east', 'checker')
})
afterAll(() => house.close())

const text = (name: string, words: string): File =>
  new File([bytesOf(words)], name, { type: 'text/plain' })
const at = (receipt: string, rest = ''): string => `/desk/applications/${receipt}${rest}`

async function step(
  visitor: Visitor,
  receipt: string,
  action: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const html = await (await visitor.get(at(receipt))).text()
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  return visitor.post(at(receipt, `/actions/${action}`), { version, ...fields })
}

async function accepted(
  fields: Record<string, string> = {},
): Promise<Awaited<ReturnType<typeof applyByForm>>> {
  const mine = await applyByForm(house, door, 'east', {
    submission: `reply-files-${String(Math.random()).slice(2, 12)}`,
    ...fields,
  })
  await step(desk, mine.receipt, 'confirm-receipt')
  await step(desk, mine.receipt, 'accept')
  return mine
}

const partial = {
  outcome: 'partialGrant',
  text: '方案可以公开。',
  withheld: '银行账号',
  withheldGround: 'denied.thirdPartyRights',
  article: '个人隐私',
  withheld2: '会议讨论意见',
  withheldGround2: 'denied.processInfo',
  article2: '讨论记录',
}

test('pages: redacted files and a sealed original, found and answered for, served, fetched and made public (条例第37条、第44条)', async () => {
  const { receipt, secret } = await accepted()
  const files = {
    file: text('方案（已区分处理）.txt', '开户 6222021234567890128'),
    original: text('方案原件.txt', '方案原件全文'),
  }
  const added = await desk.post(at(receipt, '/files'), files)
  expect(added.headers.get('location')).toBe(`${at(receipt)}?done=file#reply-files`)
  const page = await (await desk.get(at(receipt))).text()
  expect(readable(page)).toContain('1 处要核对')
  expect(readable(page)).toContain('原件已封存')
  const inspection = /href="([^"]+\/inspection)"/.exec(page)?.[1] ?? ''
  const found = readable(await (await checker.get(inspection)).text())
  expect(found).toContain('6222***********0128')
  expect(found).not.toContain('6222021234567890128')
  const nothing = await desk.post(at(receipt, '/files'), { original: files.original })
  expect([nothing.status, readable(await nothing.text()).includes('提供给申请人的文件')]).toEqual([
    422,
    true,
  ])
  const sealed = await desk.post(at(receipt, '/files'), { file: text('a.txt', '方案原件全文') })
  expect([sealed.status, readable(await sealed.text()).includes('就是已经封存的原件')]).toEqual([
    422,
    true,
  ])
  expect((await step(desk, receipt, 'draft', partial)).status).toBe(303)
  const stopped = await step(checker, receipt, 'pass-check')
  expect([stopped.status, readable(await stopped.text()).includes('还有要核对的内容')]).toEqual([
    409,
    true,
  ])
  const passed = await step(checker, receipt, 'pass-check', { override: '申请人自己的账号' })
  expect(passed.status).toBe(303)
  await step(desk, receipt, 'sign')
  const pair = { receipt, secret }
  const citizen = visit(door, 'east')
  const id = /files\/([^"/]+)\/inspection/.exec(page)?.[1] ?? ''
  expect((await citizen.post('/apply/file', { ...pair, file: id })).status).toBe(404)
  await step(desk, receipt, 'serve', { route: 'direct' })
  const status = readable(await (await citizen.post('/apply/status', pair)).text())
  expect(status).toContain('随答复提供的信息')
  expect(status).toContain(
    '不予公开的理由：该部分内容属于行政机关在履行行政管理职能过程中形成的过程性信息（讨论记录）',
  )
  const fetched = await citizen.post('/apply/file', { ...pair, file: id })
  expect(await fetched.text()).toBe('开户 6222021234567890128')
  expect(fetched.headers.get('cache-control')).toBe('no-store')
  const wrong = await citizen.post('/apply/file', { ...pair, secret: 'AAAA', file: id })
  expect(wrong.status).toBe(404)
  const whole = await desk.post(at(receipt, '/package'), {})
  const parts = unzipSync(new Uint8Array(await whole.arrayBuffer()))
  expect(Object.keys(parts)).toContain('附件/01_方案（已区分处理）.txt')
  const packed = Object.values(parts).map((part) => new TextDecoder().decode(part))
  expect(packed.some((part) => part.includes('方案原件全文'))).toBe(false)
  const made = await desk.post(at(receipt, '/publication'), {})
  expect(made.headers.get('location')).toBe(`${at(receipt)}?done=publication#publication`)
  const after = await (await desk.get(at(receipt))).text()
  const item = /href="(\/desk\/items\/[^"]+)"/.exec(after)?.[1] ?? ''
  const draft = await (await desk.get(item)).text()
  expect(readable(draft)).toContain('方案可以公开。')
  expect(draft).not.toContain('买买提')
})

test('calls: the same over JSON, with one file a key, and no file of a refusal', async () => {
  const token = await tokenOf(door, 'east', 'head')
  const headers = { authorization: `Bearer ${token}` }
  const { receipt, secret } = await accepted()
  const send = async (name: string, words: string, key: string): Promise<Response> => {
    const body = new FormData()
    body.append('file', text(name, words))
    const path = `/api/v1${at(receipt, '/files')}`
    const init = { method: 'POST', body, headers: { ...headers, 'idempotency-key': key } }
    return door.request('east', path, init)
  }
  const shape = z.object({ id: z.string(), sha256: z.string(), stops: z.literal(0) })
  const first = await send('a.txt', '可以公开', 'k-1')
  expect(first.status).toBe(201)
  const { id } = shape.parse(await first.json())
  expect(shape.parse(await (await send('a.txt', '可以公开', 'k-1')).json()).id).toBe(id)
  expect((await send('a.txt', '另一份', 'k-1')).status).toBe(409)
  const refusal = { outcome: 'denied.stateSecret', text: '不予公开。' }
  const refused = await door.api('east', at(receipt, '/actions/draft'), { json: refusal, headers })
  expect(refused).toMatchObject({ status: 409, body: { code: 'not-allowed' } })
  const file = `/api/v1/applications/${receipt}/files/${id}`
  const own = { headers: { authorization: `Receipt ${secret}` } }
  expect((await door.request('east', file, own)).status).toBe(404)
  const gone = await door.request('east', `/api/v1${at(receipt, `/files/${id}`)}`, {
    method: 'DELETE',
    headers,
  })
  expect(gone.status).toBe(204)
  const again = shape.parse(await (await send('b.txt', '可以公开', 'k-2')).json())
  const ctx = await house.ctx('east', officer('head'))
  const done = await actOnCase(ctx, receipt, 'reply', { outcome: 'granted', text: '见附件。' })
  expect(done.ok).toBe(true)
  const answered = await door.request('east', file.replace(id, again.id), own)
  expect(await answered.text()).toBe('可以公开')
  const status = await door.api('east', `/applications/${receipt}`, own)
  expect(status.body).toMatchObject({ files: [{ id: again.id, name: 'b.txt', bytes: 12 }] })
})

test('same requests at the desk: proposed, declined with a reason, and told in words (条例第44条)', async () => {
  const one = await accepted({ 'request.subject': '城北污水处理厂环评批复' })
  const entered = await house.ctx('east', { type: 'system', job: 'compare' })
  const person = await applyByForm(house, door, 'east', {
    submission: 'same-request-other',
    'applicant.name': '热合曼',
    'applicant.idType': 'passport',
    'applicant.idNumber': 'E12345678',
    'request.subject': '关于城北污水处理厂环评批复的信息',
  })
  for (const { receipt } of [one, person]) await compareRequest(entered, receipt)
  const list = await (await desk.get('/desk/same-requests')).text()
  expect(readable(list)).toContain('城北污水处理厂环评批复')
  const address = /href="(\/desk\/same-requests\/[^"?]+)"/.exec(list)?.[1] ?? ''
  const shown = await (await desk.get(address)).text()
  expect(shown).toContain(`/desk/applications/${one.receipt}`)
  const version = /name="version" value="(\d+)"/.exec(shown)?.[1] ?? ''
  const bare = await desk.post(`${address}/actions/decline`, { version })
  expect(bare.status).toBe(422)
  const reason = '已经主动公开'
  const declined = await desk.post(`${address}/actions/decline`, { version, reason })
  expect(declined.headers.get('location')).toBe(`${address}?done=decline`)
  expect(readable(await (await desk.get(address)).text())).toContain(reason)
  expect((await checker.post(`${address}/actions/accept`, {})).status).toBe(403)
})
