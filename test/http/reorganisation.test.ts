import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { personForm } from '../support/application-form.ts'
import { reorganised } from '../support/changed-agencies.ts'
import type { House } from '../support/house.ts'
import { itemId, openPortalHouse, portalNow, titles } from './portal-house.ts'

let house: House
let ask: ReturnType<typeof reorganised>
beforeAll(async () => {
  house = await openPortalHouse()
  ask = reorganised(
    house,
    {
      east: {
        site: { mode: 'own', hosts: ['east.gov.test'], formerHosts: ['dongxian.gov.test'] },
        formerNames: [{ name: '试验市东城区人民政府', until: '2024-12-31' }],
        columns: [
          {
            id: 'water',
            name: '饮水工程',
            under: 'plans',
            columnType: '信息公开目录',
            formerIds: ['old-water'],
          },
        ],
      },
      river: { closed: { on: '2026-06-30', successor: 'east' } },
      west: { closed: { on: '2027-01-01', successor: 'east' } },
    },
    portalNow,
  )
})
afterAll(() => house.close())

const river = 'https://river.gov.test'

describe('row 8: addresses outlive a renaming', () => {
  test.each([
    ['/', '/'],
    ['/items?category=plans&year=2026', '/items?category=plans&year=2026'],
    ['/hill/guide', '/hill/guide'],
    ['/api/v1/agency', '/api/v1/agency'],
  ])('a former host leads to the new one keeping the path: %s', async (path, to) => {
    const answer = await ask(`https://dongxian.gov.test${path}`)
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`https://east.gov.test${to}`)
    expect(answer.headers.get('content-security-policy')).not.toBeNull()
  })

  test('a form sent to a former host comes again as it was', async () => {
    const answer = await ask('https://dongxian.gov.test/apply', { method: 'POST', body: 'a=b' })
    expect(answer.status).toBe(308)
  })

  test('the old id of a column redirects a page and is understood by the API and the feed', async () => {
    const page = await ask('https://east.gov.test/items?category=old-water&year=2026')
    expect(page.status).toBe(301)
    expect(page.headers.get('location')).toBe('/items?category=water&year=2026')
    expect((await ask('https://east.gov.test/items?category=water')).status).toBe(200)
    expect((await ask('https://east.gov.test/api/v1/items?category=old-water')).status).toBe(200)
    expect((await ask('https://east.gov.test/feed.xml?category=old-water')).status).toBe(200)
  })

  test('the agency tells its former names and who took over', async () => {
    const east = await ask('https://east.gov.test/api/v1/agency')
    expect(await east.json()).toMatchObject({
      formerNames: [{ name: '试验市东城区人民政府', until: '2024-12-31' }],
      closed: null,
    })
    const closed = await ask(`${river}/api/v1/agency`)
    expect(await closed.json()).toMatchObject({ closed: { on: '2026-06-30', successor: 'east' } })
  })
})

describe('row 8: an index number leads to its item for ever', () => {
  test('from the agency itself, slashes and all', async () => {
    const id = await itemId(house, 'east', titles.long)
    const row = (await house.rows('east', 'published')).find((one) => one['id'] === id)
    const number = String(row?.['index_number'])
    expect(number).toContain('/')
    const answer = await ask(`https://east.gov.test/n/${number}`)
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`/items/${id}`)
    expect((await ask('https://east.gov.test/n/no/such-number')).status).toBe(404)
  })
})

describe('row 8: an agency that was merged away', () => {
  test('its portal stays readable and says who took over', async () => {
    const answer = await ask(`${river}/items`)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('本机关已于 2026-06-30 撤并，职责由试验市东县人民政府承接')
    expect(html).toContain('href="https://east.gov.test/"')
  })

  test.each(['/apply', '/desk', '/desk/login', '/desk/items'])(
    'its desk and its form are closed: %s',
    async (path) => {
      const answer = await ask(`${river}${path}`)
      expect(answer.status).toBe(410)
      const html = await answer.text()
      expect(html).toContain('本机关已经撤并')
      expect(html).toContain('前往试验市东县人民政府')
    },
  )

  test('by JSON too, with the successor’s address', async () => {
    const answer = await ask(`${river}/api/v1/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(personForm()),
    })
    expect(answer.status).toBe(410)
    expect(await answer.json()).toMatchObject({
      code: 'agency-closed',
      successor: { id: 'east', name: '试验市东县人民政府', origin: 'https://east.gov.test' },
    })
  })

  test('no door takes an application, also not the verb itself', async () => {
    const ctx = await house.ctx('river', { type: 'public' }, portalNow)
    const closed = { on: '2026-06-30', successor: 'east' }
    const agency = { ...ctx.agency, closed }
    const sent = await receiveApplication(
      { ...ctx, agency },
      { raw: personForm(), files: [], idempotencyKey: null, clientKey: null },
    )
    expect(sent).toMatchObject({ refusal: { code: 'agency-closed' } })
  })

  test('the state of an earlier application can still be asked', async () => {
    expect((await ask(`${river}/apply/status`)).status).toBe(200)
  })

  test('one that closes next year is still at work', async () => {
    const answer = await ask('https://west.gov.test/apply')
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('撤并')
  })
})
