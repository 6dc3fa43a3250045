import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire } from '../http/desk-door.ts'
import { openPortalHouse } from '../http/portal-house.ts'
import type { House } from '../support/house.ts'
import { pngOf } from '../support/seal-picture.ts'
import { colourJpeg, turnedJpeg } from '../support/picture-files.ts'
import { inline, paragraph, picturedWord, runOf, said } from '../support/word-picture.ts'
import { convertFile } from '../../src/usecases/item/convert-document.ts'
import { deskOf, people } from '../usecases/item/desk-items.ts'
import { checkAxe, fitsEveryWidth } from './looks.ts'
import { toNewItem } from './new-item-page.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

const at = '2026-11-20T10:00:00+08:00'
const center = '<w:pPr><w:jc w:val="center"/></w:pPr>'
/** Boxes and lines between them, as a flow chart has them. */
const chart = pngOf(900, 300, (x, y) => {
  const isBox = x % 300 > 40 && x % 300 < 260 && y > 90 && y < 210
  const isLine = Math.abs(y - 150) < 4 && x > 150 && x < 750
  return isBox ? [30, 90, 170, 255] : isLine ? [20, 20, 20, 255] : [255, 255, 255, 255]
})
const word = picturedWord(
  [
    paragraph(said('办理流程见下图。')),
    paragraph(runOf(inline('a', { descr: '从受理、审核到办结的三个步骤', cx: 5_616_000 }))),
    paragraph(center, said('图1 办理流程')),
    paragraph(said('窗口照片：'), runOf(inline('b', { cx: 1_404_000 }))),
    paragraph(said('签章见右。'), runOf(inline('c'))),
  ].join(''),
  {
    'a.png': chart,
    'b.jpg': turnedJpeg(colourJpeg, 6),
    'c.gif': new TextEncoder().encode('GIF89a'),
  },
)

let house: House
let site: PortalSite
let browser: Browser
let item: string

beforeAll(async () => {
  house = await openPortalHouse()
  await hire(house, 'east', ['information-officer'], 'bian')
  site = await serveHouse(house)
  browser = await openBrowser()
  const ctx = await house.ctx('east', people.author, at)
  const read = await convertFile(ctx, { name: '稿.docx', bytes: word })
  if (!read.ok) throw new Error(read.refusal.code)
  const { document, pictures } = read.value
  item = (
    await deskOf(house, 'east', at).publish({ body: undefined, document, pictures: pictures.token })
  ).id
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

type Seen = { wide: number; high: number; natural: number; page: number }

/** How large each picture of a page is drawn, once all are there. */
async function seenOn(page: Page): Promise<Seen[]> {
  const pictures = page.locator('.article-body figure img')
  for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded()
  await page.waitForFunction(
    "Array.from(document.querySelectorAll('.article-body img')).every((one) => one.complete)",
  )
  return pictures.evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect()
      const natural = one instanceof HTMLImageElement ? one.naturalWidth : 0
      return {
        wide: width,
        high: height,
        natural,
        page: one.ownerDocument.documentElement.clientWidth,
      }
    }),
  )
}

test('issue 3 §1: readers see the pictures of a text at a desk and on a telephone, and nothing jumps', async () => {
  const page = await browser.newPage()
  await page.goto(site.url('east', `/items/${item}`))
  await fitsEveryWidth(page, 'item-with-pictures')
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await page.reload()
    const before = await page.locator('.article-body').evaluate((body) => body.scrollHeight)
    const [first, second] = await seenOn(page)
    if (first === undefined || second === undefined) throw new Error('no pictures')
    expect(first.natural).toBe(900)
    expect(first.wide).toBeLessThanOrEqual(first.page)
    expect(first.wide / first.high).toBeCloseTo(3, 1)
    // The photograph stands upright, a quarter of the text wide.
    expect(second.wide / second.high).toBeCloseTo(2 / 3, 1)
    expect(second.wide).toBeLessThan(first.wide)
    expect(await page.locator('.article-body').evaluate((body) => body.scrollHeight)).toBe(before)
  }
  await page.close()
})

test('issue 3 §1: on paper the pictures are there, whole', async () => {
  const page = await browser.newPage()
  await page.goto(site.url('east', `/items/${item}/print`))
  await page.emulateMedia({ media: 'print' })
  await checkAxe(page, 'print-with-pictures')
  const seen = await seenOn(page)
  expect(seen.map(({ natural }) => natural > 0)).toEqual([true, true])
  const shots = process.env['SHOTS']
  if (shots !== undefined)
    await page.pdf({ path: `${shots}/print-with-pictures.pdf`, format: 'A4' })
  await page.close()
})

async function deskOfOfficer(context: BrowserContext): Promise<Page> {
  return toNewItem(await context.newPage(), site)
}

test('row 5: without script a Word file is read in with its pictures, described, saved and seen', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
  })
  const page = await deskOfOfficer(context)
  const file = { name: '稿.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(word) }
  await page.setInputFiles('[name=word]', file)
  await page.click('button[value=read]')
  const notice = page.locator('.notice')
  expect(await notice.textContent()).toContain('“签章见右。”处：GIF 图片没有带进来')
  expect(await notice.textContent()).toContain('有的图还没有说明')
  await page.fill('[name=title]', '关于办理流程的通知')
  const source = page.locator('textarea[name=source]')
  const text = await source.inputValue()
  expect(text).toContain('〔图：图1.png｜从受理、审核到办结的三个步骤｜图1 办理流程〕')
  await source.fill(text.replace('〔图：图2.jpg｜图2〕', '〔图：图2.jpg｜办事大厅的三个窗口〕'))
  await page.click('.submit button[type=submit]:not([value])')
  await page.waitForURL(/done=saved/)
  expect(await page.locator('.article-body img').count()).toBe(2)
  expect(await page.getByAltText('办事大厅的三个窗口').count()).toBe(1)
  const { pathname } = new URL(page.url())
  await context.close()
  const seen = await browser.newContext()
  const again = await deskOfOfficer(seen)
  await again.goto(site.url('east', pathname))
  await fitsEveryWidth(again, 'desk-item-with-pictures')
  // White on white is not seen, and axe takes it for hidden.
  const remove = again.getByRole('button', { name: /^去掉：/ }).first()
  expect(await remove.evaluate((one) => getComputedStyle(one).color)).not.toBe('rgb(255, 255, 255)')
  await again.goto(site.url('east', `${pathname}/edit`))
  await fitsEveryWidth(again, 'desk-form-with-pictures')
  await seen.close()
})

test.each([
  [
    'a whole page',
    '<h2>标题</h2><p>见图<img src="https://a.example/1.png"></p>',
    '网页上的图片没有带进来',
  ],
  ['a line', '<p>见图<img src="https://a.example/1.png"></p>', '1 张图片没有带进来'],
])('row 5: pictures of what is pasted are told of: %s', async (name, html, words) => {
  const context = await browser.newContext()
  const page = await deskOfOfficer(context)
  const source = page.locator('textarea[name=source]')
  // A line goes into a text that is there.
  if (name === 'a line') await source.fill('已有的文字')
  await source.focus()
  await source.evaluate(
    (area, [pasted, isLine]) => {
      if (isLine && area instanceof HTMLTextAreaElement) area.setSelectionRange(2, 2)
      const data = new DataTransfer()
      data.setData('text/plain', '见图')
      data.setData('text/html', pasted)
      area.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [html, name === 'a line'] as const,
  )
  await page.locator('[data-paste-note]', { hasText: words }).waitFor()
  await context.close()
})
