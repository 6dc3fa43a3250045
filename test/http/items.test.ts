import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { addItemFile } from '../../src/usecases/item/files/add-file.ts'
import { openDoor, type Door } from '../support/http.ts'
import { openHouse, type House } from '../support/house.ts'
import { importInto, jsonLines } from '../usecases/item/import-files.ts'

const at = '2026-11-20T12:00:00+08:00'
const password = '东县-政务-2026-公开'

let house: House
let door: Door
let token: string
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
  const docs = Array.from({ length: 25 }, (_, n) => ({
    id: String(n),
    title: `第${n}号<通知> & “办法”`,
    publishedOn: '2026-03-02',
    column: '规划计划',
  }))
  await importInto(house, 'east', docs)
  const operator = await house.ctx('east', { type: 'system', job: 'test' }, at)
  const made = await createStaff(operator, {
    username: 'officer',
    name: '信息员',
    roles: ['information-officer', 'registrar'],
    password,
  })
  expect(made).toMatchObject({ ok: true })
  const session = await door.api('east', '/session', { json: { username: 'officer', password } })
  expect(session.status).toBe(200)
  token = String(Object(session.body)['token'])
})
afterAll(() => house.close())

function upload(content: Uint8Array | string, name = 'items.jsonl'): FormData {
  const form = new FormData()
  form.set(
    'file',
    new File([typeof content === 'string' ? content : new Uint8Array(content)], name),
  )
  return form
}

const staff = (): Record<string, string> => ({ authorization: `Bearer ${token}` })

async function firstItem(): Promise<Record<string, unknown>> {
  const { body } = await door.api('east', '/items?limit=1')
  return Object(Object(body)['items'][0])
}

describe('GET /items', () => {
  it('answers a page, the address of the next, and who may read it', async () => {
    const page = await door.api('east', '/items')
    expect(page.status).toBe(200)
    expect(Object(page.body)['items']).toHaveLength(20)
    expect(page.headers.get('link')).toMatch(
      /^<https:\/\/east\.gov\.test\/api\/v1\/items\?cursor=[^>]+>; rel="next"$/,
    )
    expect(page.headers.get('access-control-allow-origin')).toBe('*')
    const next = encodeURIComponent(String(Object(page.body)['next']))
    const rest = await door.api('east', `/items?cursor=${next}`)
    expect(Object(rest.body)['items']).toHaveLength(5)
    expect(Object(rest.body)['next']).toBeNull()
    expect(rest.headers.get('link')).toBeNull()
  })

  it('answers 304 to who has it already', async () => {
    const tag = (await door.api('east', '/items')).headers.get('etag') ?? ''
    const again = await door.request('east', '/api/v1/items', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    const any = await door.request('east', '/api/v1/items', { headers: { 'if-none-match': '*' } })
    expect(any.status).toBe(304)
  })

  it.each([
    ['/items?limit=0', '/limit'],
    ['/items?limit=1000', '/limit'],
    ['/items?cursor=zz', '/cursor'],
    ['/items?sort=title', '/sort'],
    ['/items?wanted=1', '/wanted'],
    ['/items?q=%00', '/q'],
    ['/items?q=%ff%fe', '/q'],
    ['/items?q=a&q=b', '/q'],
  ])('%s is 400 at %s', async (path, pointer) => {
    const refused = await door.api('east', path)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer }] })
  })

  it.each(['"', 'NEAR(a', '-', '*', "' OR 1=1 --", '\u{1F600}', '%E3%80%82'])(
    'searches for %s without failing',
    async (q) => {
      expect((await door.api('east', `/items?q=${encodeURIComponent(q)}`)).status).toBe(200)
    },
  )

  it('shows nothing of one agency on the host of another', async () => {
    const { id } = await firstItem()
    expect((await door.api('west', `/items/${String(id)}`)).status).toBe(404)
    expect((await door.api('west', '/items')).body).toEqual({ items: [], next: null })
  })
})

describe('GET /items/{id}', () => {
  it('has the fields of the contract', async () => {
    const { id } = await firstItem()
    const { status, body } = await door.api('east', `/items/${String(id)}`)
    expect(status).toBe(200)
    expect(Object.keys(Object(body))).toEqual(
      expect.arrayContaining([
        'id',
        'indexNumber',
        'docNumber',
        'title',
        'summary',
        'issuer',
        'writtenOn',
        'publishedAt',
        'theme',
        'genre',
        'category',
        'validity',
        'attribute',
        'body',
        'attachments',
        'related',
      ]),
    )
  })

  it('sends an attachment as a download with its digest as ETag', async () => {
    const { id } = await firstItem()
    const path = `/desk/items/${String(id)}/files`
    expect(
      (await door.api('east', path, { body: upload('甲', '附件.txt'), method: 'POST' })).status,
    ).toBe(401)
    const operator = await house.ctx('east', { type: 'system', job: 'test' }, at)
    const bytes = new Uint8Array(new TextEncoder().encode('附件正文'))
    const added = await addItemFile(operator, String(id), { name: '附件（一）.txt', bytes })
    if (!added.ok) throw new Error(added.refusal.code)
    const file = added.value
    const href = `/api/v1/items/${String(id)}/files/${file.id}`
    const sent = await door.request('east', href)
    expect(await sent.text()).toBe('附件正文')
    expect(sent.headers.get('etag')).toBe(`"${file.sha256}"`)
    expect(sent.headers.get('content-disposition')).toContain("filename*=UTF-8''%E9%99%84")
    expect(sent.headers.get('content-security-policy')).toContain('sandbox')
    const known = await door.request('east', href, {
      headers: { 'if-none-match': sent.headers.get('etag') ?? '' },
    })
    expect(known.status).toBe(304)
  })
})

describe('GET /catalog', () => {
  it('counts what the listing has', async () => {
    const { body } = await door.api('east', '/catalog')
    expect(body).toMatchObject({
      id: 'catalog',
      count: 25,
      lastPublishedAt: '2026-03-02T00:00:00+08:00',
    })
  })
})

describe('POST /desk/imports', () => {
  const docs = jsonLines([{ id: 'new-1', title: '新的一件', publishedOn: '2026-04-01' }])

  async function run(dryRun: boolean): Promise<unknown> {
    const answer = await door.api('east', `/desk/imports?kind=items&dryRun=${String(dryRun)}`, {
      body: upload(docs),
      method: 'POST',
      headers: staff(),
    })
    expect(answer.status).toBe(200)
    return answer.body
  }

  it('is for staff only', async () => {
    const refused = await door.api('east', '/desk/imports?kind=items', {
      body: upload(docs),
      method: 'POST',
    })
    expect(refused.status).toBe(401)
    const foreign = await door.api('west', '/desk/imports?kind=items', {
      body: upload(docs),
      method: 'POST',
      headers: staff(),
    })
    expect(foreign.status).toBe(401)
  })

  it('looks first, then writes, then finds it written', async () => {
    expect(await run(true)).toMatchObject({ accepted: 1, rejected: [], committed: false })
    expect(await run(false)).toMatchObject({ accepted: 1, rejected: [], committed: true })
    expect(await run(false)).toMatchObject({ accepted: 0, unchanged: 1, committed: true })
  })

  it('names bad lines in words a clerk understands', async () => {
    const csv = '标题,公开日期\n,2026-03-02\n甲,2026-13-02\n'
    const answer = await door.api('east', '/desk/imports?kind=items', {
      body: upload(csv, 'items.csv'),
      method: 'POST',
      headers: staff(),
    })
    expect(answer.body).toMatchObject({
      committed: false,
      rejected: [
        { line: 2, column: '标题', reason: '没有填写' },
        { line: 3, column: '公开日期', reason: '不是日期，例如 2026-03-02 或 2026年3月2日' },
      ],
    })
  })

  it.each([
    ['/desk/imports', 400],
    ['/desk/imports?kind=people', 400],
    ['/desk/imports?kind=items&force=1', 400],
  ])('%s is %i', async (path, status) => {
    const answer = await door.api('east', path, {
      body: upload(docs),
      method: 'POST',
      headers: staff(),
    })
    expect(answer.status).toBe(status)
  })
})

describe('what machines read', () => {
  it('is a feed that an XML reader accepts, of the agency or of a column', async () => {
    const feed = await door.request('east', '/feed.xml?category=plans')
    const xml = await feed.text()
    expect(feed.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect(xml).toContain('号&lt;通知&gt; &amp; “办法”</title>')
    expect(xml.match(/<item>/g)).toHaveLength(25)
    expect(xml).toContain('<pubDate>Mon, 02 Mar 2026 00:00:00 +0800</pubDate>')
    expect((await door.request('east', '/feed.xml?category=nothing')).status).toBe(422)
    expect(await (await door.request('west', '/feed.xml')).text()).not.toContain('<item>')
  })

  it('is a sitemap in pages that never shift', async () => {
    const index = await (await door.request('east', '/sitemap.xml')).text()
    expect(index).toContain('<loc>https://east.gov.test/sitemap.xml?page=1</loc>')
    const page = await (await door.request('east', '/sitemap.xml?page=1')).text()
    const { id } = await firstItem()
    expect(page).toContain(`<loc>https://east.gov.test/items/${String(id)}</loc>`)
    expect((await door.request('east', '/sitemap.xml?page=2')).status).toBe(404)
    expect((await door.request('east', '/sitemap.xml?page=x')).status).toBe(404)
  })

  it('names a channel by its full address', async () => {
    await importInto(house, 'hill', [{ id: '1', title: '山前乡文件', publishedOn: '2026-03-02' }])
    const feed = await (await door.request('hill', '/feed.xml')).text()
    expect(feed).toMatch(/<link>https:\/\/east\.gov\.test\/hill\/items\/[0-9a-z]+<\/link>/)
    const robots = await (await door.request('hill', '/robots.txt')).text()
    expect(robots).toContain('Disallow: /hill/desk')
    expect(robots).toContain('Sitemap: https://east.gov.test/hill/sitemap.xml')
  })
})
