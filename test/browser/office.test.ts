import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, password } from '../http/desk-door.ts'
import { type House, openHouse } from '../support/house.ts'
import { at, fillRegisters } from '../usecases/statistics/office-house.ts'
import { fitsEveryWidth, looksRight, tabTo } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  await fillRegisters(house, { pref: 20, east: 90, west: 60, river: 40, purse: 25 })
  await hire(house, 'pref', ['statistician', 'head'], 'tong')
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

const figure = 'figure=applications.newReceived.total'
const pages = {
  statistics: '/statistics?scope=subtree',
  'figure-open': `/statistics/figure?${figure}&scope=subtree`,
  office: '/desk/office?scope=subtree',
  figure: `/desk/office/figure?${figure}`,
  'figure-own': `/desk/office/figure?${figure}&scope=own`,
  tree: '/desk/office/tree',
  ranking: '/desk/office/ranking?who=each',
  comparison:
    '/desk/office/comparison?agency=east&agency=west&agency=river&agency=purse&agency=hill',
  heat: '/desk/office/heat',
  'heat-groups': '/desk/office/heat?by=groups',
  cases: '/desk/applications?row=newReceived&class=total&period=2026',
} as const

async function logIn(page: Page): Promise<void> {
  await page.goto(site.url('pref', '/desk/login'))
  await page.fill('[name=username]', 'tong')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
}

test('rows 68, 69: at every width every way of looking fits, reads and can be used by everybody', async () => {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  await logIn(page)
  for (const [name, path] of Object.entries(pages)) {
    const answer = await page.goto(site.url('pref', path))
    expect(answer?.status(), name).toBe(200)
    await fitsEveryWidth(page, name)
  }
  await context.close()
}, 240_000)

test(`by keyboard, on paper: the ranking leads to a comparison, the heat table keeps its numbers (${at.slice(0, 4)})`, async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await logIn(page)
  await page.goto(site.url('pref', pages.ranking))
  await page.locator('main input[type=checkbox]').first().focus()
  await page.keyboard.press('Space')
  await tabTo(page, '比较所选机关')
  await page.keyboard.press('Enter')
  await page.waitForURL(/comparison\?.*agency=east/)
  await page.goto(site.url('pref', pages.heat))
  await page.emulateMedia({ media: 'print' })
  await looksRight(page, 'heat-print')
  expect(await page.locator('.heat tbody td').first().textContent()).toMatch(/^\d+$/)
  await context.close()
})
