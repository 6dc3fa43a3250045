import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire } from '../http/desk-door.ts'
import { openPortalHouse } from '../http/portal-house.ts'
import type { House } from '../support/house.ts'
import { toNewItem } from './new-item-page.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser

beforeAll(async () => {
  house = await openPortalHouse()
  await hire(house, 'east', ['information-officer'], 'bian')
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

async function openForm(): Promise<Page> {
  return toNewItem(await browser.newPage(), site)
}

test('what is pasted from Word keeps its headings and tables (起草：粘贴)', async () => {
  const page = await openForm()
  const source = page.locator('textarea[name=source]')
  await source.focus()
  await source.evaluate((area) => {
    const data = new DataTransfer()
    data.setData('text/plain', '补助标准')
    data.setData(
      'text/html',
      '<h2>补助标准</h2><table><tr><th>项目</th><th>金额</th></tr><tr><td>饮水</td><td>220</td></tr></table>',
    )
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  const tree = page.locator('input[name=document]')
  await tree.waitFor({ state: 'attached' })
  expect(await tree.inputValue()).toContain('220')
  expect(await source.inputValue()).toContain('补助标准')
  await page.close()
})

test('条例18: what only one choice asks for is folded away, and what was typed stays in sight', async () => {
  const page = await openForm()
  const reason = page.locator('textarea[name=groundReason]')
  expect(await reason.isVisible()).toBe(false)
  await page.locator('input[name=attribute][value=withheld]').check()
  await reason.fill('内部讨论的稿子')
  await page.locator('input[name=attribute][value=proactive]').check()
  expect(await reason.isVisible()).toBe(true)
  await reason.fill('')
  await page.locator('input[name=attribute][value=on-request]').check()
  expect(await reason.isVisible()).toBe(false)
  await page.close()
})

test('without the script everything that may be asked stands in the form', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await toNewItem(await context.newPage(), site)
  expect(await page.locator('textarea[name=groundReason]').isVisible()).toBe(true)
  await context.close()
})

test('a page for citizens does not load the script of the desk', async () => {
  const page = await browser.newPage()
  await page.goto(site.url('east', '/'))
  const scripts = await page
    .locator('script[src]')
    .evaluateAll((found) =>
      found.map((script) => String(script.getAttribute('src')).replace(/\?.*/, '')),
    )
  expect(scripts).toEqual(['/assets/enhance.js'])
  await page.close()
})
