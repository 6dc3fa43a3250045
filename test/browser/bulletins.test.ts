import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, password } from '../http/desk-door.ts'
import { type House, openHouse } from '../support/house.ts'
import {
  act,
  answered,
  at,
  generate,
  happened,
  issue,
  must,
  published,
  q3,
  report,
  writer,
} from '../usecases/report/bulletin-house.ts'
import { checkAxe, looksRight } from './looks.ts'
import { openBrowser } from './portal-browser.ts'
import { type PortalSite, serveHouse } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser

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
  await report(house, at, 'river', 'purse', 'east')
  await generate(house, 'east')
  await generate(house, 'river')
  await issue(house, 'east', q3, ['sent-down', 'published'])
  await happened(house, 'purse', published('late', '2026-09-09', 2))
  await report(house, at, 'purse')
  must(await act(house, 'east', 'monthly-summary-2026-09', 'check', writer))
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
  await house.close()
})

test.each([1280, 360])(
  'row 66: bulletins and what came from above fit, read and pass axe at %i px',
  async (width) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: true,
    })
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
        await looksRight(page, name)
        await checkAxe(page, name)
      }
    }
    await walk('east', 'shang', {
      'bulletin-list': '/desk/bulletins?year=2026',
      'bulletin-issued': `/desk/bulletins/${q3}`,
      'bulletin-checked': '/desk/bulletins/monthly-summary-2026-09',
      'bulletin-draft': '/desk/bulletins/half-year-assessment-2026-H1',
    })
    await walk('river', 'xia', {
      'received-bulletins': '/desk/received-bulletins',
      'bulletin-own': '/desk/bulletins/monthly-summary-2026-09',
    })
    await context.close()
  },
  240_000,
)
