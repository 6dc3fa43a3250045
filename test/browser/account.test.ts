import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePasswordLink } from '../../src/usecases/account/make-password-link.ts'
import { takeOnStaff } from '../../src/usecases/account/take-on-staff.ts'
import { chosen, codeAt } from '../http/account-door.ts'
import { hire, password } from '../http/desk-door.ts'
import { portalNow } from '../http/portal-house.ts'
import { officer, openHouse, type House } from '../support/house.ts'
import { valueOf } from '../usecases/norm/norm-house.ts'
import { fitsEveryWidth, looksRight } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

const now = Date.parse(portalNow)

let house: House
let site: PortalSite
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  await hire(house, 'east', ['admin'])
  await hire(house, 'east', ['head', 'information-officer'], 'busy')
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

async function enter(context: BrowserContext, username: string, given = password): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', username)
  await page.fill('[name=password]', given)
  await page.click('main button[type=submit]')
  return page
}

test('security 52–54: every page of accounts fits, reads and can be used by everybody', async () => {
  const context = await browser.newContext()
  const page = await enter(context, 'admin')
  await page.goto(site.url('east', '/desk/staff/new'))
  await page.fill('[name=name]', '诸葛大力买买提·吐尔逊')
  await page.fill('[name=username]', 'zhuge-dali')
  await fitsEveryWidth(page, 'staff-new')
  await page.click('main button[type=submit]')
  await fitsEveryWidth(page, 'staff-new-faults')
  await page.getByLabel('承办').check()
  await page.click('main button[type=submit]')
  await fitsEveryWidth(page, 'staff-added')
  await page.getByRole('button', { name: '生成设密码链接' }).click()
  await fitsEveryWidth(page, 'staff-link')
  for (const [name, path] of [
    ['staff', '/desk/staff'],
    ['factor', '/desk/account/second-factor'],
    ['account', '/desk/account'],
  ] as const) {
    await page.goto(site.url('east', path))
    await fitsEveryWidth(page, name)
  }
  await page.fill('[name=newPassword]', chosen)
  await page.locator('form', { hasText: '修改密码' }).locator('button').click()
  await fitsEveryWidth(page, 'account-faults')
  await context.close()
}, 120_000)

test('security 53: a first password is set by its link at 360 px without script, and the desk opens', async () => {
  const ctx = await house.ctx('east', officer('admin'), portalNow)
  const person = { username: 'first', name: '第一次', roles: ['viewer'] }
  const { id } = valueOf(await takeOnStaff(ctx, person))
  const { secret } = valueOf(await makePasswordLink(ctx, id, {}))
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`)
  })
  await page.goto(site.url('east', `/desk/password?link=${secret}`))
  await looksRight(page, 'password')
  expect(page.url()).not.toContain(secret)
  await page.fill('[name=newPassword]', chosen)
  await page.fill('[name=repeat]', chosen)
  await page.click('main button[type=submit]')
  await looksRight(page, 'password-set')
  expect(await page.locator('main').textContent()).toContain('密码已设定')
  // The link was asked for once, and nothing after it tells where one came from.
  expect(asked.filter((line) => line.includes(secret))).toHaveLength(1)
  await context.close()
  const again = await browser.newContext()
  const desk = await enter(again, 'first', chosen)
  expect(await desk.locator('.desk-who').textContent()).toContain('第一次')
  await desk.goto(site.url('east', `/desk/password?link=${secret}`))
  await fitsEveryWidth(desk, 'password-over')
  expect(await desk.locator('main').textContent()).toContain('链接已经失效')
  await again.close()
}, 60_000)

test('security 49: a second factor is turned on at 360 px without script, asked at log-in, and turned off', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    javaScriptEnabled: false,
  })
  const page = await enter(context, 'busy')
  await page.locator('.desk-who a').click()
  await page.getByRole('link', { name: '开通动态口令' }).click()
  const shown = (await page.locator('code').textContent()) ?? ''
  await page.fill('[name=otp]', '000000')
  await page.getByRole('button', { name: '开通' }).click()
  await looksRight(page, 'factor-wrong')
  expect(await page.locator('code').textContent()).toBe(shown)
  await page.fill('[name=otp]', await codeAt(shown, now))
  await page.getByRole('button', { name: '开通' }).click()
  await looksRight(page, 'factor-on')
  expect(await page.locator('main').textContent()).toContain('动态口令已开通')
  await page.getByRole('link', { name: '关闭动态口令' }).click()
  await looksRight(page, 'factor-off')
  await page.getByRole('button', { name: '退出' }).click()
  await page.fill('[name=username]', 'busy')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await looksRight(page, 'login-without-code')
  await page.fill('[name=password]', password)
  await page.fill('[name=otp]', await codeAt(shown, now + 30_000))
  await page.click('main button[type=submit]')
  expect(page.url()).toContain('/desk/today')
  await context.close()
}, 60_000)
