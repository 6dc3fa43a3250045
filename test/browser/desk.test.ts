import { calendarFrom } from '../../src/usecases/calendar/in-use.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { openAnchors } from '../../src/store/anchors.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import { masterKey } from '../support/house.ts'
import { bootWorker, type TestWorker } from '../support/worker.ts'
import { checkAxe, fitsEveryWidth, looksRight, tabTo } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'

const slug = 'yongqiao'
const password = '春眠不觉晓，处处闻啼鸟，夜来风雨声'

let worker: TestWorker
let browser: Browser

beforeAll(async () => {
  worker = await bootWorker([slug])
  await hire()
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await worker.close()
})

async function hire(): Promise<void> {
  const agency = registry.find((row) => row.agency.slug === slug)?.agency
  if (agency === undefined) throw new Error(slug)
  const bucket = await worker.mf.getR2Bucket('FILES', 'yangguang')
  const ctx = {
    agency,
    db: worker.db(slug),
    files: openFiles(bucket as unknown as R2Bucket, agency.id, Date.now),
    keys: await openKeyring(masterKey, agency.id),
    crossing: openCrossing(masterKey, bucket as unknown as R2Bucket, agency.id),
    anchors: openAnchors(bucket as unknown as R2Bucket, agency.id),
    actor: { type: 'system', job: 'test' } as const,
    calendar: calendarFrom(agency, null),
    now: Date.now(),
    newId,
    post: async () => {},
    scanner: builtInScanner,
  }
  const made = await createStaff(ctx, {
    username: 'head',
    name: '李负责',
    roles: ['head'],
    password,
  })
  if (!made.ok) throw new Error(made.refusal.code)
}

function at(path: string): string {
  return `http://${slug}.localhost:${worker.socket.port}${path}`
}

/** A browser window: `script` off is the rule, a phone's width unless said. */
function open(width: number, script = false): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
    locale: 'zh-CN',
  })
}

async function fillForm(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill('买买提·吐尔逊')
  await page.getByLabel('证件号码').fill('11010519491231002X')
  await page.getByLabel('联系电话').fill('13800001234')
  await page.getByLabel('所需信息的名称').fill('埇桥区 2025 年农村危房改造补助名单及发放标准')
  // No person is faster, and what is faster is taken for a machine.
  await page.waitForTimeout(1000)
}

async function look(page: Page, receipt: string, secret: string): Promise<void> {
  await page.goto(at('/apply/status'))
  await looksRight(page, 'status-form')
  await page.getByLabel('回执编号').fill(receipt)
  await page.getByLabel('查询密码').fill(secret)
  await page.getByRole('button', { name: '查询' }).click()
}

async function registered(receipt: string): Promise<void> {
  const db = worker.db(slug)
  await worker.until(async () => {
    const row = await db
      .prepare('SELECT state FROM application WHERE id = ?')
      .bind(receipt)
      .first<{ state: string }>()
    return row?.state === 'awaiting-confirmation'
  })
}

test(
  'without script, at 360 px: apply, follow, officer replies, citizen reads (seed 002, 条例第29—36条)',
  { timeout: 120_000 },
  async () => {
    const citizen = await open(360)
    const page = await citizen.newPage()
    await page.goto(at('/apply'))
    await looksRight(page, 'apply')
    await page.getByRole('button', { name: '提交申请' }).click()
    await looksRight(page, 'apply-refused')
    await page.getByRole('link', { name: /请填写“姓名/ }).click()
    await page.waitForURL(/#f-applicant-name$/)
    await fillForm(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.waitForURL(at('/apply/received'))
    await looksRight(page, 'received')
    const [receipt = '', secret = ''] = await page.locator('output').allTextContents()
    expect(receipt).toMatch(/^SQ-/)
    await registered(receipt)

    const desk = await open(360)
    const office = await desk.newPage()
    await office.goto(at(`/desk/applications/${receipt}`))
    await looksRight(office, 'login')
    await office.getByLabel('用户名').fill('head')
    await office.getByLabel('密码').fill(password)
    await office.getByRole('button', { name: '登录' }).click()
    expect(office.url()).toBe(at(`/desk/applications/${receipt}`))
    await looksRight(office, 'case-waiting')
    await office.getByRole('button', { name: '确认收到' }).click()
    await office.getByText('告知补正', { exact: true }).first().click()
    await office.getByLabel('哪些地方不明确').fill('没有写明是哪一批补助')
    await office.getByLabel('需要怎样补正').fill('请写明批次，或者发文的大致时间')
    await office.getByLabel('补正期限').fill('10')
    await office.getByRole('button', { name: '告知补正' }).click()
    await looksRight(office, 'case-correcting')

    await look(page, receipt, secret)
    await looksRight(page, 'status-asked')
    expect(await page.locator('main').textContent()).toContain('请写明批次')
    await page.getByRole('button', { name: '提交补正' }).click()
    await looksRight(page, 'status-asked-refused')
    await page.getByLabel('补正的内容').fill('2025 年第二批，大约六月')
    await page.getByRole('button', { name: '提交补正' }).click()
    await looksRight(page, 'status-corrected')

    await office.reload()
    await office.getByRole('button', { name: '受理' }).click()
    await looksRight(office, 'case-accepted')
    await office.getByText('当场答复', { exact: true }).first().click()
    const onTheSpot = office.locator('form[action$="/actions/reply"]')
    await onTheSpot.getByLabel('答复内容').fill('您申请的信息属于主动公开范围，现予以提供。')
    await onTheSpot.getByRole('button', { name: '当场答复' }).click()
    await looksRight(office, 'case-refused')
    await expect(onTheSpot.getByLabel('答复内容').inputValue()).resolves.toContain('现予以提供')
    await onTheSpot.getByLabel('办理结果').selectOption({ label: '（一）予以公开' })
    await onTheSpot.getByRole('button', { name: '当场答复' }).click()
    await office.getByRole('button', { name: '办结' }).click()
    await looksRight(office, 'case-closed')
    await office.goto(at('/desk'))
    await looksRight(office, 'list')

    await look(page, receipt, secret)
    await looksRight(page, 'status')
    expect(await page.locator('main').textContent()).toContain('现予以提供')
    await citizen.close()
    await desk.close()
  },
)

test(
  'with the keyboard alone an officer finds a case and confirms it (WCAG 2.1.1)',
  { timeout: 120_000 },
  async () => {
    const context = await open(1280, true)
    const page = await context.newPage()
    await page.goto(at('/apply'))
    await fillForm(page)
    await page.getByRole('button', { name: '提交申请' }).click()
    const receipt = (await page.locator('output').first().textContent()) ?? ''
    await looksRight(page, 'received')
    await registered(receipt)
    await page.goto(at('/desk/applications'))
    await page.getByLabel('用户名').focus()
    await page.keyboard.type('head')
    await page.keyboard.press('Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.waitForURL(at('/desk/applications'))
    await looksRight(page, 'list')
    await tabTo(page, '埇桥区 2025 年农村危房改造补助名单及发放标准')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/applications\/SQ-/)
    await tabTo(page, '确认收到')
    await page.keyboard.press('Enter')
    await page.getByText('已确认收到').waitFor()
    await looksRight(page, 'case-received')
    await context.close()
  },
)

test(
  'a register is imported by the page, and its cases stand by due day with colour and words',
  { timeout: 120_000 },
  async () => {
    const context = await open(1280)
    const page = await context.newPage()
    await page.goto(at('/desk/imports'))
    await page.getByLabel('用户名').fill('head')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByLabel('依申请公开登记簿').check()
    await page
      .getByLabel('文件')
      .setInputFiles({ name: '登记簿.csv', mimeType: 'text/csv', buffer: register() })
    await page.getByRole('button', { name: '预览' }).click()
    await looksRight(page, 'import-preview')
    await page.getByRole('button', { name: '确认导入' }).click()
    await looksRight(page, 'import-done')
    await page.goto(at('/desk/applications'))
    await looksRight(page, 'list-full')
    const tags = await page.locator('tbody .tag').allTextContents()
    expect(tags.some((text) => /^已超期 \d+ 个工作日$/.test(text))).toBe(true)
    expect(tags.some((text) => /^还剩 \d+ 个工作日$/.test(text))).toBe(true)
    const days = await page.locator('tbody td[data-label="到期日"]').allTextContents()
    const due = days.map((text) => text.slice(0, 10)).filter((text) => text !== '')
    expect(due).toEqual(due.toSorted((a, b) => a.localeCompare(b)))
    await context.close()
  },
)

/** A register of open cases, the last forty days. */
function register(): Buffer {
  const rows = Array.from({ length: 34 }, (_, n) => {
    const day = new Date(Date.now() - (n + 4) * 86_400_000).toISOString().slice(0, 10)
    const subject = `第${n + 1}件：埇桥区某街道 2025 年度老旧小区改造工程招投标及资金拨付情况`
    const who = ['naturalPerson', 'commercial', 'legalService'][n % 3] ?? ''
    return `old-${n},${day}T09:00:00+08:00,in-person,${who},${subject},false,,`
  })
  const head = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'
  return Buffer.from([head, ...rows].join('\r\n'))
}

test(
  'axe finds nothing on any page of these rooms, narrow or wide (WCAG 2.2 AA)',
  { timeout: 180_000 },
  async () => {
    const context = await open(1280, true)
    const page = await context.newPage()
    await page.goto(at('/desk/login'))
    await checkAxe(page, 'login')
    await page.getByLabel('用户名').fill('head')
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    const db = worker.db(slug)
    const { results } = await db
      .prepare('SELECT id, state FROM application ORDER BY state')
      .all<{ id: string; state: string }>()
    const cases = [
      ...new Map(results.map(({ id, state }) => [state, `/desk/applications/${id}`])).values(),
    ]
    const paths = [
      '/apply',
      '/apply?as=organisation',
      '/apply/status',
      '/desk/applications',
      '/desk/applications?state=done',
      '/desk/applications/new',
      '/desk/imports',
      '/desk/items',
      ...cases,
    ]
    for (const path of paths) {
      await page.goto(at(path))
      for (const summary of await page.locator('summary').all()) await summary.click()
      await fitsEveryWidth(page, `axe${path.replaceAll(/[^a-z]+/gi, '-').slice(0, 32)}`)
    }
    await context.close()
  },
)
