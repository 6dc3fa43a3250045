import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIncident } from '../../src/usecases/incident/open.ts'
import { recordSelfCheck } from '../../src/usecases/self-inspection/record.ts'
import { hire, password } from '../http/desk-door.ts'
import { openPortalHouse, portalNow } from '../http/portal-house.ts'
import { officer, type House } from '../support/house.ts'
import { fitsEveryWidth } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

const proof = '截图存政务公开办公室 2026 年自查卷第 3 号'
const records: readonly (readonly [string, Record<string, unknown>])[] = [
  ['V0', { checkedOn: '2026-11-10', verdict: 'works' }],
  ['V1', { checkedOn: '2026-11-18', tries: 140, failed: 6 }],
  ['V4a', { checkedOn: '2026-11-18', object: '县长信箱', verdict: 'works' }],
  ['V4b', { checkedOn: '2026-11-18', object: '县长信箱', sinceOn: '2026-09-10' }],
  ['N1', { checkedOn: '2026-11-18', object: '东县发布（微信公众号）', lastOn: '2026-11-09' }],
  ['D2', { checkedOn: '2026-11-17', object: '办理残疾人证要带什么材料' }],
  ['D3b', { checkedOn: '2026-11-05', failed: 1, elsewhere: 4 }],
]

let house: House
let site: PortalSite
let browser: Browser
beforeAll(async () => {
  house = await openPortalHouse()
  await hire(house, 'east', ['head', 'admin'], 'tou')
  const ctx = await house.ctx('east', officer('head'), portalNow)
  for (const [rule, found] of records) {
    const done = await recordSelfCheck(ctx, rule, { ...found, proof })
    if (!done.ok) throw new Error(`${rule}: ${JSON.stringify(done.refusal)}`)
  }
  await openIncident(ctx, { what: '附件里有未遮盖的号码。', level: 'grave' })
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

const pages = {
  'desk-self-inspection': '/desk/self-inspection',
  'desk-self-checks': '/desk/self-inspection/checks/D2',
  'desk-self-checks-accounts': '/desk/self-inspection/checks/N1',
  'desk-today': '/desk/today',
} as const

async function logIn(page: Page): Promise<void> {
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', 'tou')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
}

test('row 71: at every width the self-inspection fits, reads and can be used by everybody', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await logIn(page)
  for (const [name, path] of Object.entries(pages)) {
    const answer = await page.goto(site.url('east', path))
    expect(answer?.status(), name).toBe(200)
    await fitsEveryWidth(page, name)
  }
  await context.close()
}, 240_000)

test('row 71: without script and by keyboard from the table to a record and back', async () => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await logIn(page)
  await page.goto(site.url('east', pages['desk-self-inspection']))
  await page.getByRole('link', { name: /登记核查\s*：站点能打开/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/checks\/V1/)
  await page.fill('[name=tries]', '140')
  await page.fill('[name=failed]', '0')
  await page.fill('[name=proof]', proof)
  await page.locator('[name=proof]').press('Enter')
  await page.waitForURL(/done=recorded/)
  expect(await page.locator('main').textContent()).toContain('已登记')
  await context.close()
})

test('row 71: on paper the table stays whole and what only leads on is left out', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await logIn(page)
  await page.goto(site.url('east', pages['desk-self-inspection']))
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('登记核查').first().isVisible()).toBe(false)
  expect(await page.getByText('单项否决指标').first().isVisible()).toBe(true)
  await context.close()
})
