import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstGuide } from '../../src/domain/catalog/guide.ts'
import { siteContacts } from '../../src/domain/catalog/site-contacts.ts'
import { createApp } from '../../src/http/app.tsx'
import { withPageMemo } from '../../src/http/page-memo.ts'
import { publishGuide } from '../../src/usecases/catalog/publish-guide.ts'
import { openHouse, officer, type House } from '../support/house.ts'
import { openDoor } from '../support/http.ts'

let house: House
let clock = Date.parse('2026-11-20T10:00:00+08:00')
let app: (request: Request) => Promise<Response>
beforeAll(async () => {
  house = await openHouse()
  const door = openDoor(house, { at: () => clock })
  app = withPageMemo(door.parts, createApp(door.parts))
})
afterAll(() => house.close())

async function foot(path: string, headers: Record<string, string> = {}): Promise<string> {
  const asked = new Request(`https://east.gov.test${path}`, {
    headers: { host: 'east.gov.test', ...headers },
  })
  const html = await (await app(asked)).text()
  return html.slice(html.indexOf('<footer'), html.indexOf('</footer>'))
}

describe('row 5: the foot of every page tells the contacts of the published guide', () => {
  test('the manifest’s while no guide was published, then the guide’s on every page at once', async () => {
    expect(await foot('/')).toContain('0557-0000001')
    const ctx = await house.ctx('east', officer('information-officer'), '2026-11-20T10:00:00+08:00')
    const raw = {
      ...firstGuide(ctx.agency),
      telephone: '0557-9999999',
      address: '新址路 8 号',
      supervision: '可向试验市人民政府办公室投诉，电话 0557-8888888，地址试验路 2 号。',
      note: '迁址',
    }
    expect(await publishGuide(ctx, raw)).toMatchObject({ ok: true })
    clock += 1001
    for (const path of ['/', '/items', '/no-such-page', '/apply']) {
      const shown = await foot(path)
      for (const fact of ['0557-9999999', '新址路 8 号', '0557-8888888']) {
        expect(shown, path).toContain(fact)
      }
      expect(shown, path).not.toContain('0557-0000001')
    }
    expect(await foot('/', { cookie: 'care=on' })).toContain('0557-9999999')
  })

  test('each agency tells its own', async () => {
    const asked = new Request('https://west.gov.test/', { headers: { host: 'west.gov.test' } })
    const html = await (await app(asked)).text()
    expect(html).toContain('0557-0000001')
    expect(html).not.toContain('0557-9999999')
  })

  test('a guide that names no number to complain at is quoted', () => {
    const guide = { ...firstGuide({ guide: agencyGuide }), supervision: '请到信访窗口当面投诉。' }
    expect(siteContacts({ guide: agencyGuide }, guide).supervision).toBe('请到信访窗口当面投诉。')
  })
})

const agencyGuide = {
  body: '办公室',
  address: '试验路 1 号',
  hours: '工作日',
  telephone: '0557-0000001',
  fax: '0557-0000002',
  email: 'a@gov.example',
  postcode: '234000',
  supervision: { body: '办公室', telephone: '0557-0000003', address: '试验路 2 号' },
}
