import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideReport } from '../../src/usecases/report/annual/decide-report.ts'
import { listReceived } from '../../src/usecases/report/annual/received-reports.ts'
import { startReport } from '../../src/usecases/report/annual/start-report.ts'
import { hire, password } from '../http/desk-door.ts'
import { type House, openHouse } from '../support/house.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'
import {
  act,
  applications,
  at,
  attestAll,
  carryLetters,
  head,
  must,
  sync,
  write,
  writer,
} from '../usecases/report/report-house.ts'
import { fitsEveryWidth } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { type PortalSite, serveHouse } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
let letter = ''

beforeAll(async () => {
  house = await openHouse()
  await hire(house, 'river', ['head', 'statistician'], 'tou')
  await hire(house, 'east', ['head', 'statistician'], 'shang')
  await applications(house, 'river', 'a', [
    {
      class: 'naturalPerson',
      receivedOn: '2025-03-03',
      outcome: 'granted',
      decidedOn: '2025-03-20',
    },
    {
      class: 'commercial',
      receivedOn: '2025-12-20',
      outcome: 'unable.notHeld',
      decidedOn: '2026-01-08',
    },
    {
      class: 'research',
      receivedOn: '2024-12-30',
      outcome: 'partialGrant',
      decidedOn: '2025-01-10',
    },
  ])
  await attestAll(house, 'river', 2025)
  const start = async (agency: string, raw: unknown) =>
    startReport(await house.ctx(agency, writer, at), house.regionCtx(at), raw)
  must(await start('river', { year: 2025 }))
  must(await write(house, 'river', 2025))
  must(await act(house, 'river', 2025, 'check', writer))
  must(await act(house, 'river', 2025, 'submit'))
  await carryLetters(house)
  const east = await house.ctx('east', head, at)
  const received = must(await listReceived(east, house.regionCtx(at), 2025))
  letter = received.items.find(({ agency }) => agency.id === 'river')?.letterId ?? ''
  must(await decideReport(east, house.regionCtx(at), letter, 'clear', { opinion: '数字清楚。' }))
  await carryLetters(house)
  const { work } = must(await act(house, 'river', 2025, 'prepare', writer))
  const desk = deskOf(house, 'river', at)
  const item = work.itemId ?? ''
  must(await desk.edit(item, { unit: '办公室' }))
  await desk.approve(item)
  must(await desk.act(item, 'publish', people.head))
  must(
    await start('river', {
      year: 2019,
      entered: true,
      tables: { applications: { newReceived: { naturalPerson: 2, total: 3 } } },
    }),
  )
  await sync(house, 'river', 'east')
  must(await start('east', { year: 2025 }))
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

test('rows 42, 44: figures by hand and annual reports fit, read and pass axe at every width', async () => {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  const walk = async (agency: string, username: string, paths: Record<string, string>) => {
    await page.goto(site.url(agency, '/desk/login'))
    await page.fill('[name=username]', username)
    await page.fill('[name=password]', password)
    await page.click('main button[type=submit]')
    for (const [name, path] of Object.entries(paths)) {
      const answer = await page.goto(site.url(agency, path))
      expect(answer?.status(), name).toBe(200)
      await fitsEveryWidth(page, name)
    }
  }
  await walk('river', 'tou', {
    'figures-year': '/desk/figures?period=2025',
    'figures-month': '/desk/figures?period=2026-10',
    'reports-list': '/desk/reports',
    'report-cleared': '/desk/reports/2025',
    'report-entered': '/desk/reports/2019',
    'report-public': '/annual-reports/2025',
    'report-public-list': '/annual-reports',
    'report-item': `/items/${String((await house.rows('river', 'annual_report')).find((row) => row['item_id'] !== null)?.['item_id'])}`,
  })
  await walk('east', 'shang', {
    'report-draft': '/desk/reports/2025',
    'received-list': '/desk/received-reports?year=2025',
    received: `/desk/received-reports/${letter}`,
  })
  await context.close()
}, 240_000)

test('row 44: on paper the heads of table three are low enough to be repeated on its next sheet', async () => {
  const page = await browser.newPage({ viewport: { width: 640, height: 960 } })
  await page.goto(site.url('river', '/annual-reports/2025'))
  await page.emulateMedia({ media: 'print' })
  const heads = await page
    .locator('.table-report thead')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(heads.length).toBeGreaterThan(0)
  // A browser repeats heads of less than a quarter of a sheet, whose margins are taken off.
  for (const height of heads) expect(height).toBeLessThan(180)
  await page.close()
})
