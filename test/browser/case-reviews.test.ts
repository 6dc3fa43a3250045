import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, password } from '../http/desk-door.ts'
import { openPortalHouse, portalNow } from '../http/portal-house.ts'
import type { House } from '../support/house.ts'
import { closedCase } from '../usecases/case-review/review-house.ts'
import { fitsEveryWidth } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
beforeAll(async () => {
  house = await openPortalHouse()
  await hire(house, 'east', ['head', 'information-officer'], 'ping')
  await hire(house, 'east', ['head'], 'zhang')
  for (const [unit, days] of [
    ['政策法规科', 60],
    ['自然资源和规划管理科', 5],
    ['政策法规科', 5],
  ] as const) {
    await closedCase(house, 'east', { unit, days })
  }
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

async function deskOf(username: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  return { context, page }
}

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

test('row 89: without script from the draw to the issued notice, and every page fits, reads and can be used by everybody', async () => {
  const { context, page } = await deskOf('ping')
  await page.goto(site.url('east', '/desk/applications?state=done'))
  await page.getByRole('link', { name: '案卷评查' }).click()
  await page.fill('[name=fromDay]', '2026-03-01')
  await page.fill('[name=toDay]', portalNow.slice(0, 10))
  await page.fill('[name=percent]', '100')
  await page.getByRole('button', { name: '发起评查' }).click()
  await page.waitForURL(/case-reviews\/\w+\?done=1/)
  const review = page.url().replace(/\?.*$/, '')
  expect(await page.locator('main').textContent()).toContain('随机种子')
  await look(context, review, 'desk-case-review-open')
  await page.getByRole('link', { name: /2026/ }).first().click()
  await page.waitForURL(/sheets\/\d/)
  await page.locator('[name="C1.points"]').fill('3')
  await page.getByRole('button', { name: '保存评分' }).click()
  expect(await page.locator('#error-summary').textContent()).toContain('C1')
  await page.locator('[name="C1.reason"]').fill('没有回应申请的第二项内容')
  await page.locator('[name="C1.record"]').selectOption('reply')
  await page.getByRole('button', { name: '保存评分' }).click()
  await page.waitForURL(/done=1/)
  const sheet = page.url().replace(/\?.*$/, '')
  await look(context, sheet, 'desk-case-review-sheet')
  await page.getByRole('button', { name: '完成评查' }).click()
  await look(context, sheet, 'desk-case-review-sheet-finished')
  for (const n of [1, 2, 3]) {
    await page.goto(`${review}/sheets/${n}`)
    if ((await page.getByRole('button', { name: '保存评分' }).count()) === 0) continue
    await page.getByRole('button', { name: '保存评分' }).click()
    await page.getByRole('button', { name: '完成评查' }).click()
  }
  await page.goto(review)
  await page.fill('[name=remarks]', '请各科室对照评查发现的问题逐项整改。')
  await page.getByRole('button', { name: '起草通报' }).click()
  await page.waitForURL(/done=1/)
  expect(await page.getByRole('button', { name: '批准印发' }).count()).toBe(0)
  await look(context, review, 'desk-case-review-drawn')
  const chief = await deskOf('zhang')
  await chief.page.goto(review)
  await chief.page.getByRole('button', { name: '批准印发' }).click()
  await chief.page.waitForURL(/done=1/)
  expect(await chief.page.locator('main').textContent()).toContain('案卷评查〔2026〕1号')
  await look(context, review, 'desk-case-review-issued')
  await look(context, site.url('east', '/desk/case-reviews'), 'desk-case-reviews')
  await chief.context.close()
  await context.close()
}, 240_000)
