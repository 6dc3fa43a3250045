import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseReportCheck } from '../../src/domain/report/input.ts'
import { cityReport } from '../domain/report/sample-reports.data.ts'
import { gridOf } from '../http/report-check-files.ts'
import { openHouse, type House } from '../support/house.ts'
import { fitsEveryWidth, looksRight, tabTo } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

async function open(width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled,
    locale: 'zh-CN',
  })
  return context.newPage()
}

/** The city's tables with two faults, as they are copied out of a document. */
function faultyPaste(): string {
  const granted = { ...cityReport.applications['granted'], total: 1360 }
  const review = { ...cityReport.reviewLitigation.review, pending: null }
  const report = {
    ...cityReport,
    applications: { ...cityReport.applications, granted },
    reviewLitigation: { ...cityReport.reviewLitigation, review },
  }
  const parsed = parseReportCheck({ report }, 2026)
  if (!parsed.ok) throw new Error('not a report')
  const { proactive, applications, reviewLitigation } = parsed.value.report
  const tables = { proactive, applications, reviewLitigation, faults: [], unread: [] }
  return gridOf(tables)
    .map((row) => row.join('\t'))
    .join('\n')
}

async function fillPaste(page: Page): Promise<void> {
  await page.goto(site.url('east', '/annual-reports/check?way=paste'))
  await page.getByLabel('编制机关').fill('淮安市人民政府')
  await page.getByLabel('机关类别').selectOption('prefecture')
  await page.getByLabel('报告年度').fill('2024')
  await page.locator('[name=pasted]').fill(faultyPaste())
  await page.getByRole('button', { name: '核对' }).click()
  await page.waitForSelector('.notice')
}

test.each([false, true])(
  'issue 5 section 6: at every width, care view %s, the checker and what it found fit, read and can be used by everybody',
  async (care) => {
    const page = await open(1280, true)
    const name = care ? 'check-care' : 'check'
    if (care) {
      await page.context().addCookies([{ name: 'yg-care', value: '1', url: site.url('east', '/') }])
    }
    for (const way of ['upload', 'paste', 'type']) {
      await page.goto(site.url('east', `/annual-reports/check?way=${way}`))
      await fitsEveryWidth(page, `${name}-${way}`)
    }
    await fillPaste(page)
    await fitsEveryWidth(page, `${name}-result`)
    if (!care) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ media: 'print' })
      await looksRight(page, 'check-result-print')
    }
    await page.context().close()
  },
  120_000,
)

test('issue 5 section 6: by keyboard and without script, a figure is mended and the report checked again', async () => {
  const page = await open(360, false)
  await fillPaste(page)
  expect(await page.textContent('.notice-title')).toBe('发现 3 处错误')
  await tabTo(page, '[1]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#f-1$/)
  await tabTo(page, '修改数字，再核对')
  await page.keyboard.press('Enter')
  const total = page.getByLabel('“三、（一）予以公开”“总计”')
  await total.waitFor()
  expect(await total.inputValue()).toBe('1360')
  await total.fill('1362')
  await page.keyboard.press('Tab')
  await page.getByLabel('“行政复议”“尚未审结”').fill('37')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.notice-success')
  expect(await page.textContent('.notice-title')).toBe('没有发现问题')
  await page.context().close()
})
