import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { objectToSheet } from '../../src/usecases/report/bulletin/object.ts'
import { hire, password } from '../http/desk-door.ts'
import { carryAll } from '../jobs/carry.ts'
import { type House, openHouse } from '../support/house.ts'
import {
  act,
  answered,
  at,
  generate,
  happened,
  head,
  issue,
  must,
  published,
  q3,
  report,
  writer,
} from '../usecases/report/bulletin-house.ts'
import { fitsEveryWidth } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { type PortalSite, serveHouse } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
let letter = ''
const assessment = 'half-year-assessment-2026-H1'

beforeAll(async () => {
  house = await openHouse()
  await hire(house, 'east', ['head', 'statistician'], 'shang')
  await hire(house, 'river', ['head', 'statistician'], 'xia')
  await happened(house, 'river', [
    ...answered('r', '2026-08-10', [true, true, false]),
    ...published('ri', '2026-08-08', 13),
    ...published('rj', '2026-04-08', 9),
    ...published('rk', '2025-08-08', 16),
  ])
  await happened(house, 'purse', published('pu', '2026-09-08', 6))
  await report(house, at, 'river', 'purse', 'hill', 'east')
  await generate(house, 'east')
  await generate(house, 'river')
  await issue(house, 'east', q3, ['sent-down', 'published'])
  await happened(house, 'purse', published('late', '2026-09-09', 2))
  await report(house, at, 'purse')
  must(await act(house, 'east', 'monthly-summary-2026-09', 'check', writer))
  must(await act(house, 'east', assessment, 'check', writer))
  must(await act(house, 'east', assessment, 'show', writer))
  await carryAll(house, house.posted.splice(0), at)
  const below = await house.ctx('hill', head, at)
  const marks = ['hill/2026-01', 'hill/2026-02']
  must(await objectToSheet(below, 'east', assessment, { marks, text: '一月、二月合并公开。' }))
  await carryAll(house, house.posted.splice(0), at)
  const [row] = await house.rows('river', 'received_bulletin')
  letter = String(row?.['letter_id'])
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

test('row 66: bulletins and what came from above fit, read and pass axe at every width', async () => {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  const walk = async (agency: string, username: string, paths: Record<string, string>) => {
    await page.goto(site.url(agency, '/desk/login'))
    await page.fill('[name=username]', username)
    await page.fill('[name=password]', password)
    await page.click('main button[type=submit]')
    for (const [name, path] of Object.entries(paths)) {
      const answer = await page.goto(site.url(agency, path))
      expect(answer?.status(), name).toBe(200)
      for (const summary of (await page.locator('main summary').all()).slice(0, 4)) {
        if (await summary.isVisible()) await summary.click()
      }
      await fitsEveryWidth(page, name)
    }
  }
  await walk('east', 'shang', {
    'bulletin-list': '/desk/bulletins?year=2026',
    'bulletin-issued': `/desk/bulletins/${q3}`,
    'bulletin-checked': '/desk/bulletins/monthly-summary-2026-09',
    'bulletin-self-inspection': '/desk/bulletins/self-inspection-2026-Q3',
    'bulletin-assessment': `/desk/bulletins/${assessment}`,
    today: '/desk/today',
  })
  await walk('river', 'xia', {
    'received-bulletins': '/desk/received-bulletins',
    'received-bulletin': `/desk/received-bulletins/${letter}`,
    'bulletin-own': '/desk/bulletins/monthly-summary-2026-09',
  })
  await context.close()
}, 240_000)
