import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { reviewChecks } from '../../src/domain/item/review.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { hire, logIn, tokenOf, type Visitor } from './desk-door.ts'

const at = '2026-11-20T10:00:00+08:00'
const staff = ['information-officer', 'first-reviewer', 'final-reviewer', 'head'] as const
type Who = (typeof staff)[number]

let house: House
let door: Door
const tokens = new Map<Who, string>()
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  for (const role of staff) {
    await hire(house, 'east', [role])
    tokens.set(role, await tokenOf(door, 'east', role))
  }
})
afterAll(() => house.close())

const itemShape = z.looseObject({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  indexNumber: z.string().nullable(),
  actions: z.array(z.string()),
})
type Item = z.infer<typeof itemShape>

async function call(
  who: Who,
  method: string,
  path: string,
  json?: unknown,
): Promise<{ status: number; body: unknown }> {
  return door.api('east', path, {
    method,
    headers: { authorization: `Bearer ${tokens.get(who) ?? ''}` },
    ...(json === undefined ? {} : { json }),
  })
}

async function must(who: Who, method: string, path: string, json?: unknown): Promise<Item> {
  const { status, body } = await call(who, method, path, json)
  if (status > 201) throw new Error(`${method} ${path}: ${String(status)} ${JSON.stringify(body)}`)
  return itemShape.parse(body)
}

const draft = {
  summary: '概述。',
  writtenOn: '2026-11-02',
  category: 'plans',
  attribute: 'proactive',
  body: '一、总则\n本通知自发布之日起施行。',
}

/** From draft to the public through the JSON face alone. */
async function publish(title: string): Promise<Item> {
  const { id } = await must('information-officer', 'POST', '/desk/items', { ...draft, title })
  const act = (who: Who, action: string, json: unknown = {}): Promise<Item> =>
    must(who, 'POST', `/desk/items/${id}/actions/${action}`, json)
  await act('information-officer', 'submit')
  await act('first-reviewer', 'approve', { checks: reviewChecks })
  await act('final-reviewer', 'approve', { checks: reviewChecks })
  return act('head', 'publish')
}

describe('contract: drafts, steps and what is open to whom', () => {
  it('every object lists the actions open to this very person', async () => {
    const made = await must('information-officer', 'POST', '/desk/items', { ...draft, title: '甲' })
    expect(made).toMatchObject({ state: 'draft', version: 1, actions: ['edit', 'submit'] })
    const asReviewer = await must('first-reviewer', 'GET', `/desk/items/${made.id}`)
    expect(asReviewer.actions).toEqual([])
    await must('information-officer', 'POST', `/desk/items/${made.id}/actions/submit`, {
      version: 1,
    })
    const waiting = await must('first-reviewer', 'GET', `/desk/items/${made.id}`)
    expect(waiting.actions).toEqual(['approve', 'return'])
  })

  it('a stale version is 409, an unknown one 404, a wrong field is named', async () => {
    const { id } = await must('information-officer', 'POST', '/desk/items', {
      ...draft,
      title: '乙',
    })
    await must('information-officer', 'PATCH', `/desk/items/${id}`, { title: '乙二', version: 1 })
    const stale = await call('information-officer', 'PATCH', `/desk/items/${id}`, {
      title: '乙三',
      version: 1,
    })
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale' } })
    expect((await call('head', 'GET', '/desk/items/nobody')).status).toBe(404)
    const wrong = await call('information-officer', 'PATCH', `/desk/items/${id}`, { colour: 'red' })
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/colour' }] } })
  })

  it('the same idempotency key makes one draft', async () => {
    const send = async (title: string): Promise<{ status: number; body: unknown }> =>
      door.api('east', '/desk/items', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.get('information-officer') ?? ''}`,
          'idempotency-key': 'draft-1',
        },
        json: { ...draft, title },
      })
    const [first, second, other] = [await send('丙'), await send('丙'), await send('丁')]
    expect(first.status).toBe(201)
    expect(itemShape.parse(second.body).id).toBe(itemShape.parse(first.body).id)
    expect(other.status).toBe(409)
  })

  it('publication through the call refuses while a review is missing', async () => {
    const { id } = await must('information-officer', 'POST', '/desk/items', {
      ...draft,
      title: '戊',
    })
    const early = await call('head', 'POST', `/desk/items/${id}/actions/publish`, {})
    expect(early).toMatchObject({ status: 409, body: { code: 'step-not-open' } })
    expect((await door.api('east', `/items/${id}`)).status).toBe(404)
  })
})

describe('each ending has its page and its status (mission rows 21, 87)', () => {
  const end = async (
    title: string,
    action: string,
    json: Record<string, unknown>,
  ): Promise<{ id: string; api: Response; page: Response; html: string }> => {
    const { id } = await publish(title)
    await must('head', 'POST', `/desk/items/${id}/actions/${action}`, json)
    const page = await door.request('east', `/items/${id}`)
    return {
      id,
      page,
      html: await page.text(),
      api: await door.request('east', `/api/v1/items/${id}`),
    }
  }

  it('撤回: 410 with title and reason', async () => {
    const { page, html, api } = await end('撤回的一条', 'withdraw', { reason: '数据有误' })
    expect([page.status, api.status]).toEqual([410, 410])
    expect(html).toContain('撤回的一条')
    expect(html).toContain('数据有误')
    expect(await api.json()).toMatchObject({ code: 'withdrawn', detail: '数据有误' })
  })

  it('更正: 410 that leads to the corrected one', async () => {
    const right = await publish('正确的一条')
    const { page, html } = await end('错误的一条', 'replace', { by: right.id, reason: '标题写错' })
    expect(page.status).toBe(410)
    expect(page.headers.get('link')).toBe(`</items/${right.id}>; rel="successor-version"`)
    expect(html).toContain(`href="/items/${right.id}"`)
  })

  it('合并: 301 to the other, at both faces', async () => {
    const other = await publish('保留的一条')
    const { page, api } = await end('重复的一条', 'merge', { into: other.id })
    expect([page.status, api.status]).toEqual([301, 301])
    expect(page.headers.get('location')).toBe(`/items/${other.id}`)
    expect(api.headers.get('location')).toBe(`/api/v1/items/${other.id}`)
  })

  it('废止: stays to be read and says so', async () => {
    const { page, html, api } = await end('废止的一条', 'repeal', { reason: '被新文件代替' })
    expect([page.status, api.status]).toEqual([200, 200])
    expect(html).toContain('已废止')
  })

  it('误发: 410 without a word of what it was', async () => {
    const { page, html, api } = await end('绝密的一条', 'remove', { reason: '误发' })
    expect([page.status, api.status]).toEqual([410, 410])
    expect(html).not.toContain('绝密的一条')
    expect(JSON.stringify(await api.json())).not.toMatch(/绝密|误发/)
  })
})

describe('the desk without JavaScript (ADR 5)', () => {
  const idIn = (address: string | null): string => /items\/([^/?]+)/.exec(address ?? '')?.[1] ?? ''
  let author: Visitor
  beforeAll(async () => {
    author = await logIn(door, 'east', 'information-officer')
  })

  it('drafts, keeps what was typed when it is refused, and tells the second of two writers', async () => {
    const refused = await author.post('/desk/items/new', { title: '', source: '写好的正文' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('写好的正文')
    const made = await author.post('/desk/items/new', { title: '表单起草', source: '第一稿' })
    expect(made.status).toBe(303)
    const id = idIn(made.headers.get('location'))
    await author.post(`/desk/items/${id}/edit`, {
      title: '表单起草',
      source: '先存的',
      version: '1',
    })
    const late = await author.post(`/desk/items/${id}/edit`, {
      title: '表单起草',
      source: '后存的',
      version: '1',
    })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('先存的')
    expect(html).toContain('后存的')
  })

  it('a step that is refused shows the item again with the reason', async () => {
    const made = await author.post('/desk/items/new', { title: '缺要素的稿件' })
    const id = idIn(made.headers.get('location'))
    const sent = await author.post(`/desk/items/${id}/actions/submit`, { version: '1' })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('请填写“公开属性”')
  })

  it('what is typed is kept for this person alone and offered again', async () => {
    const made = await author.post('/desk/items/new', { title: '自动保存', source: '存过的' })
    const id = idIn(made.headers.get('location'))
    const kept = await call('information-officer', 'POST', `/desk/items/${id}/autosave`, {
      version: 1,
      fields: { source: '正在写的一段' },
    })
    expect(kept.status).toBe(200)
    const form = await (await author.get(`/desk/items/${id}/edit`)).text()
    expect(form).toContain('正在写的一段')
    const other = await logIn(door, 'east', 'head')
    expect(await (await other.get(`/desk/items/${id}/edit`)).text()).not.toContain('正在写的一段')
  })

  it('the flow chart is drawn from the transition table (row 15)', async () => {
    const html = await (await door.request('east', '/procedure')).text()
    for (const name of ['待初审', '待终审', '待发布', '已撤回', '已清除'])
      expect(html).toContain(name)
    expect(html).not.toContain('待复审')
  })
})
