import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attach, hostileTitle, itemId, openPortalHouse, titles } from '../http/portal-house.ts'
import type { House } from '../support/house.ts'
import { deskOf } from '../usecases/item/desk-items.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
let axe: string
const ids = { long: '', hostile: '', repealed: '' }

beforeAll(async () => {
  house = await openPortalHouse()
  ids.long = await itemId(house, 'east', titles.long)
  ids.hostile = await itemId(house, 'east', hostileTitle)
  ids.repealed = await itemId(house, 'east', titles.repealed)
  await attach(house, 'east', ids.long)
  site = await serveHouse(house)
  browser = await openBrowser()
  axe = await readFile(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
})

afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

const pages = [
  '/',
  '/guide',
  '/rules',
  '/catalog',
  '/items',
  '/items?category=normative-documents&theme=x',
  '/items?unknown=1',
  '/search?q=%E9%A5%AE%E6%B0%B4',
  '/search?q=%E8%88%AA%E5%A4%A9',
  '/annual-reports',
  '/agencies',
  '/site-map',
  '/api',
  '/api/calls/postDeskItemsIdActionsAction',
  '/accessibility',
  '/leave?url=https%3A%2F%2Fexample.com%2F',
  '/items/{long}',
  '/items/{long}/print',
  '/items/{hostile}',
  '/items/{repealed}',
  '/nowhere',
] as const

function real(path: string): string {
  return path.replaceAll(/\{(long|hostile|repealed)\}/g, (_, name: keyof typeof ids) => ids[name])
}

/** Opens a visitor's browser at a width, and hears what it complains about. */
async function visit(
  width: number,
  scripts: boolean,
  care = false,
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts,
  })
  if (care) await context.addCookies([{ name: 'yg-care', value: '1', url: site.url('east', '/') }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    // A 400 or 404 page is told to the console as well; that is what it is meant to be.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text())
    }
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!new URL(request.url()).hostname.endsWith('.localhost')) complaints.push(request.url())
  })
  page.on('response', (response) => {
    if (response.url().includes('/assets/') && !response.ok()) complaints.push(response.url())
  })
  return { context, page, complaints }
}

const runAxe = `axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
  .then(({ violations }) => violations.map((v) => v.id + ' ' + v.nodes[0].html))`

/** Everything that sticks out to the right of the window. */
const stickingOut = `[...document.querySelectorAll('body *')]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll') && getComputedStyle(e).position !== 'absolute')
  .map((e) => e.tagName + '.' + e.className).slice(0, 5)`

/** What is wrong with the page that is open, at its width: what sticks out, and what axe finds. */
async function faultsOf(page: Page, width: number, scripts: boolean): Promise<unknown[]> {
  await page.setViewportSize({ width, height: 800 })
  const out = await page.evaluate<string[]>(stickingOut)
  const scroll = await page.evaluate<number>('document.documentElement.scrollWidth')
  const wide = out.length > 0 || scroll > width ? [{ scroll, out }] : []
  if (!scripts) return wide
  // Handing axe over takes as long as its work.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe)
  return [...wide, ...(await page.evaluate<string[]>(runAxe))]
}

describe.each([
  [[360], false, false],
  [[360], true, true],
  [[1280, 360], true, false],
] as const)('every page at %s px, scripts %s, care view %s', (widths, scripts, care) => {
  test('fits, loads nothing foreign, keeps the policy, satisfies WCAG 2.1 AA', async () => {
    const { context, page, complaints } = await visit(widths[0], scripts, care)
    const found: Record<string, unknown> = {}
    for (const path of pages) {
      await page.goto(site.url('east', real(path)))
      for (const width of widths) {
        const faults = await faultsOf(page, width, scripts)
        if (faults.length > 0) found[`${path} at ${width}`] = faults
      }
    }
    await context.close()
    expect(found).toEqual({})
    expect(complaints).toEqual([])
  })
})

test('row 5: the points of a list are marked and its numbers told, on the page and on paper', async () => {
  const points = (ordered: boolean): unknown => ({
    type: 'list',
    ordered,
    items: ['甲', '乙'].map((text) => ({ text: [{ text }], depth: 0 })),
  })
  const desk = deskOf(house, 'west', new Date().toISOString())
  const { id } = await desk.publish({
    body: undefined,
    document: { v: 1, blocks: [points(false), points(true)] },
  })
  const { context, page } = await visit(360, false)
  for (const path of [`/items/${id}`, `/items/${id}/print`]) {
    await page.goto(site.url('west', path))
    const marks = `[...document.querySelectorAll('main li, .sheet li')]
      .map((e) => getComputedStyle(e).listStyleType)`
    expect(await page.evaluate(marks)).toEqual(['disc', 'disc', 'decimal', 'decimal'])
  }
  await context.close()
})

describe('by keyboard', () => {
  test.each([true, false])('from search to a document, scripts %s', async (scripts) => {
    const { context, page } = await visit(1280, scripts)
    await page.goto(site.url('east', '/'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('跳到正文')
    await tabTo(page, 'document.activeElement.id === "site-search"')
    await page.keyboard.type('营商环境')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=/)
    await tabTo(page, 'document.activeElement.closest(".results") !== null')
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    expect(outline).toBe('solid')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/items\//)
    expect(await page.textContent('h1')).toBe(titles.long)
    await context.close()
  })

  test('the care view is one link away and lasts', async () => {
    const { context, page } = await visit(360, false)
    await page.goto(site.url('east', '/guide'))
    await page.click('text=关怀版')
    await page.waitForSelector('html.care')
    expect(new URL(page.url()).pathname).toBe('/guide')
    await page.goto(site.url('east', '/'))
    expect(await page.getAttribute('html', 'class')).toBe('care')
    const size = await page.evaluate<string>('getComputedStyle(document.body).fontSize')
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(24)
    await context.close()
  })
})

test('on a phone, controls are at least 44 px high', async () => {
  const { context, page } = await visit(360, false)
  const small: string[] = []
  for (const path of ['/', '/items', '/items/{long}', '/search?q=%E9%A5%AE%E6%B0%B4', '/nowhere']) {
    await page.goto(site.url('east', real(path)))
    small.push(
      ...(await page.evaluate<string[]>(`[...document.querySelectorAll(
        'button, .button, .button-line, .input, .search input, .tabs a, .tools a, .tree a, .pager a, .doors a, summary, .choice')]
        .map((e) => ({ e, h: e.getBoundingClientRect().height }))
        .filter(({ h }) => h > 0 && h < 44).map(({ e, h }) => e.outerHTML.slice(0, 80) + ' ' + h)`)),
    )
  }
  await context.close()
  expect(small).toEqual([])
})

async function tabTo(page: Page, condition: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(condition)) return
  }
  throw new Error(`not reached by keyboard: ${condition}`)
}
