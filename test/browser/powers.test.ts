import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, password } from '../http/desk-door.ts'
import { openHouse, type House } from '../support/house.ts'
import { fitsEveryWidth, looksRight, tabTo } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'
import { fillServices, type ServicePages } from './powers-house.ts'

/** Pages with tables, bars or many fields. */
const broad: ReadonlySet<string> = new Set([
  'services',
  'service-gaps',
  'powers',
  'changes',
  'counts',
  'desk-change-draft',
  'desk-services',
])

let house: House
let site: PortalSite
let browser: Browser
let pages: ServicePages

beforeAll(async () => {
  house = await openHouse()
  await hire(house, 'east', ['handler', 'head'], 'tou')
  await hire(house, 'east', ['legal-reviewer'], 'fa')
  await hire(house, 'river', ['head'], 'zhen')
  pages = await fillServices(house)
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

/** Opens a browser window in which the head of each agency, who may do most, has logged in. */
async function logIn(width: number, script: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: script,
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  for (const [agency, name] of [
    ['river', 'zhen'],
    ['east', 'tou'],
  ] as const) {
    await page.goto(site.url(agency, '/desk/login'))
    await page.fill('[name=username]', name)
    await page.fill('[name=password]', password)
    await page.click('main button[type=submit]')
  }
  return page
}

test.each([false, true])(
  'rows 26–28: at every width, care view %s, every page of powers and services fits, reads and can be used by everybody',
  async (care) => {
    const page = await logIn(360, true)
    if (care) {
      const cookies = ['east', 'river'].map((agency) => site.url(agency, '/'))
      await page.context().addCookies(cookies.map((url) => ({ name: 'yg-care', value: '1', url })))
    }
    // Large letters change nothing in what axe asks; where they could burst a page is enough.
    const asked = Object.entries(pages).filter(([name]) => !care || broad.has(name))
    for (const [name, [agency, path]] of asked) {
      const answer = await page.goto(site.url(agency, path))
      expect(answer?.status(), name).toBe(name === 'not-a-service' ? 404 : 200)
      if (!care) await fitsEveryWidth(page, name)
      else await looksRight(page, `${name}-care`)
    }
    await page.context().close()
  },
  300_000,
)

test('rows 26, 28: by keyboard and without script, from the list of services to the guide and from the list of powers back to an older day', async () => {
  const page = await logIn(360, false)
  await page.goto(site.url('east', '/services'))
  await page.getByLabel('事项名称').focus()
  await page.keyboard.type('卫生许可')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/services\?q=/)
  await tabTo(page, '公共场所（除饭馆、咖啡馆外）卫生许可')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/services\/[^?]+$/)
  expect(await page.textContent('main')).toContain('承诺时限：8 个工作日')
  await page.goto(site.url('east', '/powers'))
  await tabTo(page, '第 1 版')
  await page.keyboard.press('Enter')
  await page.waitForURL(/day=2026-03-02/)
  expect(await page.textContent('main')).toContain('再生育审批')
  await tabTo(page, '调整和比对')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/powers\/changes/)
  await page.context().close()
})

test('row 27: without script, at 360 px, what is wrong in the forms of the desk is told with a way to each field', async () => {
  const page = await logIn(360, false)
  await page.goto(site.url('east', '/desk/powers/new'))
  await page.getByRole('button', { name: '保存' }).click()
  await looksRight(page, 'desk-change-refused')
  await page.getByRole('link', { name: /请填写“调整事项第 1 行：事项编码/ }).click()
  await page.waitForURL(/#f-entries-0-code$/)
  await page.goto(site.url('east', pages['desk-guide-form']?.[1] ?? ''))
  await page.getByLabel('承诺时限').fill('三天')
  await page.getByLabel('咨询电话').fill('打窗口电话')
  await page.getByRole('button', { name: '保存' }).click()
  await looksRight(page, 'desk-guide-refused')
  expect(await page.getByLabel('咨询电话').inputValue()).toBe('打窗口电话')
  expect(await page.getByLabel('承诺时限').inputValue()).toBe('三天')
  await page.goto(site.url('east', pages['desk-change-draft']?.[1] ?? ''))
  await page.getByRole('button', { name: '加入' }).click()
  await looksRight(page, 'desk-entry-refused')
  await page.context().close()
})

test('row 28: a guide and a list of powers print without what only works on a screen', async () => {
  const page = await logIn(1280, false)
  for (const name of ['service', 'service-gaps', 'powers', 'changes'] as const) {
    await page.goto(site.url('east', pages[name]?.[1] ?? ''))
    await page.emulateMedia({ media: 'print' })
    const kept = await page.locator('.switch:visible, .filter:visible, button:visible').count()
    expect(kept, name).toBe(0)
    const path = process.env['SHOTS']
    if (path !== undefined) await page.pdf({ path: `${path}/print-${name}.pdf` })
  }
  await page.context().close()
})
