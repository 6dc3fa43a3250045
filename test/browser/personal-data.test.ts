import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outbox } from '../../src/usecases/notice/outbox.ts'
import { hire, password } from '../http/desk-door.ts'
import { personForm } from '../support/application-form.ts'
import { type House, openHouse } from '../support/house.ts'
import { kindOf, step, telling, toldCase, work } from '../usecases/notice/notice-house.ts'
import { checkAxe, looksRight } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let plain: House
let site: PortalSite
let browser: Browser
const cases = new Map<number, { receipt: string; secret: string }>()
const at = '2026-11-20T10:00:00+08:00'

/** The first notice arrives, the second fails. */
const outbox: Outbox = {
  adapters: {
    webhook: async (_agency, { at: now }) =>
      now < Date.parse('2026-11-20T10:05:00+08:00')
        ? { ok: true }
        : { ok: false, why: 'timeout', final: false },
    email: null,
  },
  digest: async (contact) => contact,
  statusUrl: () => 'https://east.gov.test/apply/status',
}

beforeAll(async () => {
  plain = await openHouse()
  const house = telling(plain, 'https://sms.example.cn/in')
  await hire(plain, 'east', ['head', 'registrar', 'handler'], 'geren')
  for (const [n, width] of [1280, 360].entries()) {
    const form = personForm()
    const phone = `1380000123${String(n)}`
    const one = await toldCase(house, at, {
      ...form,
      applicant: { ...Object(form['applicant']), phone },
      delivery: { form: 'paper', route: 'online' },
    })
    cases.set(width, one)
    const tell = async (now: string): Promise<unknown[]> =>
      work(
        house,
        outbox,
        plain.posted.splice(0).filter((m) => kindOf(m) === 'notice'),
        now,
      )
    await tell('2026-11-20T10:01:00+08:00')
    await step(house, one.receipt, 'confirm-receipt', at)
    await tell('2026-11-20T10:06:00+08:00')
  }
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await plain.close()
})

async function seen(page: Page, name: string): Promise<void> {
  await looksRight(page, name)
}

test.each([1280, 360])(
  'security 82 at %i px, without script: an applicant finds, opens, corrects and erases his data, and the desk verifies',
  async (width) => {
    const one = cases.get(width)
    if (one === undefined) throw new Error('no case')
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    await page.goto(site.url('east', '/apply'))
    expect(await page.getByLabel('有进展时给我发短信或者邮件').isChecked()).toBe(false)
    await seen(page, 'apply-notices')
    await page.goto(site.url('east', '/apply/status'))
    await page.fill('[name=receipt]', one.receipt)
    await page.fill('[name=secret]', one.secret)
    await page.click('main button[type=submit]')
    expect(await page.textContent('main')).toContain('向您登记的手机发送通知')
    await seen(page, 'status-told')
    await page.getByRole('button', { name: '查阅、更正、删除个人信息' }).click()
    expect(await page.textContent('main')).toContain('138****123')
    await seen(page, 'personal-data')
    await page.getByRole('button', { name: '显示完整信息' }).click()
    expect(await page.textContent('main')).toContain('11010519491231002X')
    expect(page.url()).not.toContain(one.secret)
    await page.getByText('更正或者补充联系方式', { exact: true }).click()
    await page.fill('[name="applicant.postcode"]', '1')
    await page.getByRole('button', { name: '更正联系方式' }).click()
    expect(await page.locator('.error-summary').count()).toBe(1)
    await seen(page, 'personal-data-error')
    await page.fill('[name="applicant.postcode"]', '234001')
    await page.getByRole('button', { name: '更正联系方式' }).click()
    expect(await page.textContent('main')).toContain('联系方式已经更正')
    await page.getByText('申请更正身份信息', { exact: true }).click()
    await page.fill('[name="applicant.name"]', '王晓明')
    await page.fill('[name=reason]', '登记时写错了一个字')
    await page.getByRole('button', { name: '提交更正申请' }).click()
    expect(await page.textContent('main')).toContain('等待核实')
    await page.check('[name=fields][value="applicant.email"]')
    await page.getByLabel('我知道删除后本机关不能再用它与我联系').check()
    await page.getByRole('button', { name: '删除所选项目' }).click()
    expect(await page.textContent('main')).toContain('所选的项目已经删除')
    await page.getByRole('button', { name: '不再接收通知' }).click()
    expect(await page.textContent('main')).toContain('不再通知您')
    await seen(page, 'personal-data-after')
    await context.close()

    const desk = await browser.newContext({ viewport: { width, height: 800 } })
    const clerk = await desk.newPage()
    await clerk.goto(site.url('east', '/desk/login'))
    await clerk.fill('[name=username]', 'geren')
    await clerk.fill('[name=password]', password)
    await clerk.click('main button[type=submit]')
    await clerk.goto(site.url('east', '/desk/corrections'))
    await seen(clerk, 'desk-corrections')
    await checkAxe(clerk, 'desk-corrections')
    await clerk.goto(site.url('east', `/desk/applications/${one.receipt}`))
    await seen(clerk, 'desk-case-correction')
    await checkAxe(clerk, 'desk-case-correction')
    await clerk.getByRole('button', { name: '核实无误，更正' }).click()
    expect(await clerk.textContent('main')).toContain('已经更正')
    // With script on, for what axe has to say of the applicant's pages.
    await clerk.goto(site.url('east', '/apply/status'))
    await clerk.fill('[name=receipt]', one.receipt)
    await clerk.fill('[name=secret]', one.secret)
    await clerk.click('main button[type=submit]')
    await checkAxe(clerk, 'status-told')
    await clerk.getByRole('button', { name: '查阅、更正、删除个人信息' }).click()
    await checkAxe(clerk, 'personal-data')
    await clerk.getByRole('button', { name: '删除所选项目' }).click()
    await checkAxe(clerk, 'personal-data-error')
    await desk.close()
  },
  240_000,
)
