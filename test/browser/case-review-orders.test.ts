import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showReview } from '../../src/usecases/case-review/show.ts'
import { hire, password } from '../http/desk-door.ts'
import { openPortalHouse, portalNow } from '../http/portal-house.ts'
import { carryAll } from '../jobs/carry.ts'
import type { House } from '../support/house.ts'
import { valueOf } from '../usecases/application/retention/ended-case.ts'
import { closedCase, issued, reviewer, scoreAll } from '../usecases/case-review/review-house.ts'
import { fitsEveryWidth } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
beforeAll(async () => {
  house = await openPortalHouse()
  await hire(house, 'east', ['head', 'information-officer'], 'ping')
  await closedCase(house, 'river', { unit: '政策法规科', days: 60 })
  await closedCase(house, 'river', { unit: '党政办公室', onTheSpot: true })
  await closedCase(house, 'hill', { unit: '党政办公室' })
  await closedCase(house, 'east', { unit: '政策法规科', onTheSpot: true })
  house.posted.splice(0)
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

const carry = (): Promise<void> => carryAll(house, house.posted.splice(0), portalNow)

/** Looks at the page that one without script stands on, with script for axe. */
async function look(from: BrowserContext, path: string, name: string): Promise<void> {
  const context = await browser.newContext()
  await context.addCookies(await from.cookies())
  const page = await context.newPage()
  const answer = await page.goto(path)
  expect(answer?.status(), name).toBe(200)
  await fitsEveryWidth(page, name)
  await context.close()
}

async function begin(page: Page): Promise<void> {
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', 'ping')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.waitForURL(/desk\/?(?:today)?$/)
}

test('row 89: without script an office orders reviews, sees who is silent and the ranking; pages fit, read and can be used by everybody', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await begin(page)
  await page.goto(site.url('east', '/desk/case-reviews'))
  await page.getByRole('link', { name: '抽查下级案卷' }).click()
  await page.waitForURL(/case-review-orders$/)
  await page.fill('[name=fromDay]', '2026-03-01')
  await page.fill('[name=toDay]', '2026-06-30')
  await page.fill('[name=percent]', '100')
  await page.fill('[name=reportBy]', '2099-12-31')
  await page.getByRole('button', { name: '部署评查' }).click()
  expect(await page.locator('#error-summary').textContent()).toContain('被抽查机关')
  for (const name of ['东县河湾镇人民政府', '东县山前乡人民政府', '东县财政局']) {
    await page.getByLabel(name).check()
  }
  await page.getByRole('button', { name: '部署评查' }).click()
  await page.waitForURL(/case-review-orders\/\w+\?done=1/)
  const order = page.url().replace(/\?.*$/, '')
  await carry()
  const id = order.split('/').at(-1) ?? ''
  for (const agency of ['river', 'hill']) {
    const view = valueOf(await showReview(await house.ctx(agency, reviewer, portalNow), id))
    await scoreAll(house, agency, view)
    if (agency === 'river') await issued(house, agency, id)
  }
  await carry()
  await look(context, order, 'desk-case-review-order')
  await look(context, site.url('east', '/desk/case-review-orders'), 'desk-case-review-orders')

  await page.goto(site.url('east', '/desk/case-reviews'))
  await page.fill('[name=fromDay]', '2026-03-01')
  await page.fill('[name=toDay]', '2026-06-30')
  await page.fill('[name=size]', '5')
  await page.getByRole('button', { name: '发起评查' }).click()
  await page.waitForURL(/case-reviews\/\w+\?done=1/)
  const own = page.url().replace(/\?.*$/, '')
  await page.goto(site.url('east', '/desk/case-reviews'))
  await page.fill('[name=fromDay]', '2026-03-01')
  await page.fill('[name=toDay]', '2026-06-29')
  await page.fill('[name=size]', '5')
  await page.fill('[name=reason]', '有来信反映答复迟缓，扩大抽查范围')
  await page.getByRole('button', { name: '发起评查' }).click()
  await page.waitForURL(/case-reviews\/\w+\?done=1/)
  await look(context, own, 'desk-case-review-drawn-again')
  await look(context, `${own}/sheets/1`, 'desk-case-review-on-the-spot')
  await look(context, site.url('east', '/desk'), 'desk-today-case-review')
  expect(await (await page.goto(site.url('east', '/desk')))?.text()).toContain('等我评分的评查表')
  await context.close()
}, 240_000)
