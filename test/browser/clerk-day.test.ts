import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootWorker, type TestWorker } from '../support/worker.ts'
import { fillClerkHouse, numbered, password, slug } from './clerk-house.ts'
import { type Keyboard, keyboardOf } from './keyboard.ts'
import { checkAxe, looksRight } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'

/**
 * Key presses of the whole day, typed characters among them: 725 when this was written, 27 of them
 * to log in, 13 from 今日 to the list, 69 to confirm and accept, 108 for a notice of correction with
 * one error mended, 110 to see and mask an identity, 98 to draft an answer, 78 to serve it, and 222
 * of the head's for an extension, a check and a signature.
 */
const mostPresses = 760

let worker: TestWorker
let browser: Browser

beforeAll(async () => {
  worker = await bootWorker([slug])
  browser = await openBrowser()
  await fillClerkHouse(worker)
}, 120_000)
afterAll(async () => {
  await leaveBrowser(browser)
  await worker.close()
})

function at(path: string): string {
  return `http://${slug}.localhost:${worker.socket.port}${path}`
}

async function sitDown(): Promise<{ context: BrowserContext; page: Page; keys: Keyboard }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
  })
  const page = await context.newPage()
  return { context, page, keys: keyboardOf(page) }
}

/** Logs in at the desk; it opens with what is to be done today. */
async function logIn(
  { page, keys }: { page: Page; keys: Keyboard },
  username: string,
): Promise<void> {
  await page.goto(at('/desk'))
  await keys.to('用户名')
  await keys.type(username)
  await keys.to('密码')
  await keys.type(password)
  await keys.press('Enter')
  await page.waitForURL(/\/desk\/(?:today|applications)/)
}

/** Past the navigation by the skip link, into the search, to the case that was found. */
async function find({ page, keys }: { page: Page; keys: Keyboard }, number: string): Promise<void> {
  await keys.to('跳到正文')
  await keys.press('Enter')
  await keys.to('登记号或回执编号')
  await keys.press('ControlOrMeta+a')
  await keys.type(number)
  await keys.press('Enter')
  await page.waitForURL(/q=/)
  await keys.to('跳到正文')
  await keys.press('Enter')
  await keys.to('查找')
  await keys.press('Tab')
  await keys.press('Enter')
  await page.waitForURL(/\/desk\/applications\/SQ-/)
  await looksRight(page, 'clerk-case')
}

/** From wherever a case page begins to a step of it: by the link that appears for the keyboard. */
async function toActs({ keys }: { keys: Keyboard }): Promise<void> {
  await keys.to('现在办理')
  await keys.press('Enter')
}

async function press(
  { page, keys }: { page: Page; keys: Keyboard },
  button: string,
): Promise<void> {
  await keys.to(button)
  const here = page.url()
  await keys.press('Enter')
  await page.waitForURL((url) => url.href !== here)
}

/** After a step the focus is on what became of it, and the way back leads to the line of the case. */
async function backToList({ page, keys }: { page: Page; keys: Keyboard }): Promise<void> {
  await expect.poll(() => keys.focused()).toMatch(/已|。/)
  expect(await page.evaluate('document.activeElement.id')).toBe('outcome')
  const receipt = /SQ-[\w-]+/.exec(page.url())?.[0] ?? ''
  await keys.to('申请办理', 'Shift+Tab')
  await keys.press('Enter')
  await page.waitForURL(/\/desk\/applications(?:\?state=done)?#c-SQ-/)
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(`c-${receipt}`)
}

test(
  'a clerk’s day by keyboard only: thirty open cases, seven things done, and the focus where one expects it (WCAG 2.1.1, 2.4.3, 2.4.7)',
  { timeout: 240_000 },
  async () => {
    const clerk = await sitDown()
    const counted: Record<string, number> = {}
    let before = 0
    const did = (what: string): void => {
      counted[what] = clerk.keys.presses - before
      before = clerk.keys.presses
    }
    await logIn(clerk, 'clerk')
    did('登录')
    const { page, keys } = clerk
    await looksRight(page, 'clerk-today')
    await keys.to('跳到正文')
    await keys.press('Enter')
    await press(clerk, '在办的')
    await looksRight(page, 'clerk-list')
    await checkAxe(page, 'clerk-list')
    did('今日到办件')

    const [waiting = ''] = await numbered(worker, 'awaiting-confirmation')
    await find(clerk, waiting)
    await toActs(clerk)
    await press(clerk, '确认收到')
    await keys.to('现在办理', 'Shift+Tab')
    await keys.press('Enter')
    await press(clerk, '受理')
    await backToList(clerk)
    did('确认并受理')

    const [received = ''] = await numbered(worker, 'received')
    await find(clerk, received)
    await toActs(clerk)
    await keys.to('告知补正')
    await keys.press('Enter')
    await keys.to('告知补正')
    await keys.press('Enter')
    // Nothing was filled in: the focus is on what is to be mended, and leads to the field.
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('error-summary')
    await keys.press('Tab')
    await keys.press('Enter')
    await keys.type('没有写明是哪一批补助')
    await keys.to('需要怎样补正')
    await keys.type('请写明批次')
    await keys.to('补正期限')
    await keys.type('10')
    await press(clerk, '告知补正')
    await backToList(clerk)
    did('告知补正')

    const accepted = await numbered(worker, 'accepted')
    await find(clerk, accepted[0] ?? '')
    await keys.to('查看身份信息')
    await keys.press('Enter')
    await page.waitForURL(/identity#applicant$/)
    expect(await page.locator('#applicant').textContent()).toContain('13800001234')
    await keys.to('返回案卷')
    await keys.press('Enter')
    await page.waitForURL(/SQ-[\w-]+#applicant$/)
    expect(await page.locator('#applicant').textContent()).not.toContain('13800001234')
    did('查看并遮盖身份')

    await toActs(clerk)
    await keys.to('办理结果')
    await keys.press('ArrowDown')
    await keys.to('答复内容')
    await keys.type('您申请的信息现予以公开。')
    await press(clerk, '拟答复')
    await backToList(clerk)
    did('拟答复')

    const head = await sitDown()
    await logIn(head, 'head')
    const [second = ''] = accepted.slice(1)
    const list = async (desk: typeof head): Promise<void> => {
      await desk.keys.to('跳到正文')
      await desk.keys.press('Enter')
      await press(desk, '在办的')
    }
    await list(head)
    await find(head, second)
    await toActs(head)
    await head.keys.to('延长答复期限')
    await head.keys.press('Enter')
    await head.keys.to('延长的工作日数')
    await head.keys.type('10')
    await head.keys.to('延期的理由')
    await head.keys.type('需要征求第三方意见')
    await press(head, '延长答复期限')
    await backToList(head)
    await find(head, accepted[0] ?? '')
    await toActs(head)
    await press(head, '审核通过')
    await head.keys.to('现在办理', 'Shift+Tab')
    await head.keys.press('Enter')
    await press(head, '签发')
    await backToList(head)
    counted['负责人：延期、审核、签发'] = head.keys.presses
    await head.context.close()

    await find(clerk, accepted[0] ?? '')
    await toActs(clerk)
    await keys.to('送达方式')
    await keys.press('ArrowDown')
    await press(clerk, '登记送达')
    await backToList(clerk)
    did('送达')

    const { results } = await worker
      .db(slug)
      .prepare("SELECT count(*) AS n FROM event WHERE kind = 'identity.opened'")
      .all<{ n: number }>()
    expect(results[0]?.n).toBe(1)
    expect((await numbered(worker, 'replied')).includes(accepted[0] ?? '')).toBe(true)
    if (process.env['KEYS'] !== undefined) console.log(counted)
    const presses = Object.values(counted).reduce((sum, n) => sum + n, 0)
    expect(presses).toBeLessThanOrEqual(mostPresses)
    await clerk.context.close()
  },
)
