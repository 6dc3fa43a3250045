import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '../../src/domain/shared/actor.ts'
import type { Result } from '../../src/domain/shared/refusal.ts'
import { localDateOf } from '../../src/domain/time/instant.ts'
import { addDays } from '../../src/domain/time/local-date.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { enterApplication } from '../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { calendarFrom } from '../../src/usecases/calendar/in-use.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import { entry, organisationForm, personForm } from '../support/application-form.ts'
import { masterKey } from '../support/house.ts'
import { bootWorker, type TestWorker } from '../support/worker.ts'
import { type Keyboard, keyboardOf } from './keyboard.ts'
import { checkAxe, looksRight } from './looks.ts'

const slug = 'yongqiao'
const password = '春眠不觉晓，处处闻啼鸟，夜来风雨声'
/**
 * Key presses of the whole day, typed characters among them: 725 when this was written, 27 of them
 * to log in, 13 from 今日 to the list, 69 to confirm and accept, 108 for a notice of correction with
 * one error mended, 110 to see and mask an identity, 98 to draft an answer, 78 to serve it, and 222
 * of the head's for an extension, a check and a signature.
 */
const mostPresses = 760

const clerkRoles: readonly Role[] = ['registrar', 'handler', 'information-officer']

let worker: TestWorker
let browser: Browser

beforeAll(async () => {
  worker = await bootWorker([slug])
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP *.localhost 127.0.0.1'],
  })
  await hire('clerk', '王经办', clerkRoles)
  await hire('head', '李负责', ['head', 'legal-reviewer'])
  await seed()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await worker.close()
})

async function ctxOf(actor: Actor): Promise<Ctx> {
  const agency = registry.find((row) => row.agency.slug === slug)?.agency
  if (agency === undefined) throw new Error(slug)
  const bucket = (await worker.mf.getR2Bucket('FILES', 'yangguang')) as unknown as R2Bucket
  return {
    agency,
    db: worker.db(slug),
    files: openFiles(bucket, agency.id, Date.now),
    keys: await openKeyring(masterKey, agency.id),
    crossing: openCrossing(masterKey, bucket, agency.id),
    actor,
    calendar: calendarFrom(agency, null),
    now: Date.now(),
    newId,
    post: async () => {},
    scanner: builtInScanner,
  }
}

async function hire(username: string, name: string, roles: readonly Role[]): Promise<void> {
  const ctx = await ctxOf({ type: 'system', job: 'test' })
  valueOf(await createStaff(ctx, { username, name, roles: [...roles], password }))
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Thirty open cases of every kind: sent in, entered, waiting, accepted, drafted, checked. */
async function seed(): Promise<void> {
  const desk = await ctxOf({
    type: 'staff',
    id: 's-seed',
    name: '演示',
    roles: [...clerkRoles, 'head', 'legal-reviewer'],
    sessionId: 'seed',
  })
  const checker = await ctxOf({
    type: 'staff',
    id: 's-check',
    name: '演示',
    roles: ['legal-reviewer'],
    sessionId: 'seed',
  })
  const today = localDateOf(desk.now)
  const draft = { outcome: 'granted', text: '您申请的信息现予以公开。' }
  const asked = { unclear: '没有写明年份', guidance: '请写明年份', days: 7 }
  const steps: readonly (readonly (readonly [string, Record<string, unknown>])[])[] = [
    [],
    [['accept', {}]],
    [['request-correction', asked]],
    [
      ['accept', {}],
      ['extend', { days: 10, reason: '需要征求意见' }],
    ],
    [
      ['accept', {}],
      ['draft', draft],
    ],
    [
      ['accept', {}],
      ['draft', draft],
      ['pass-check', {}],
    ],
  ]
  for (let n = 0; n < 6; n += 1) {
    const sent = {
      raw: n % 2 === 0 ? personForm() : organisationForm(),
      files: [],
      idempotencyKey: null,
      clientKey: null,
    }
    const { receipt } = valueOf(await receiveApplication(await ctxOf({ type: 'public' }), sent))
    valueOf(
      await registerApplication({ ...desk, actor: { type: 'system', job: 'register' } }, receipt),
    )
  }
  for (let n = 0; n < 24; n += 1) {
    const channel = ['in-person', 'registered-mail', 'oral'][n % 3] ?? ''
    const receivedOn = addDays(today, -(n % 4))
    const days = { receivedOn, arrivedOn: receivedOn }
    const { receipt } = valueOf(await enterApplication(desk, entry(channel, days)))
    for (const [action, input] of steps[n % steps.length] ?? []) {
      // Nobody checks what they wrote.
      const by = action === 'pass-check' ? checker : desk
      valueOf(await actOnCase(by, receipt, action, input))
    }
  }
}

function at(path: string): string {
  return `http://${slug}.localhost:${worker.socket.port}${path}`
}

/** Cases in one state by number, as the desk writes them; the oldest first. */
async function numbered(state: string): Promise<string[]> {
  const { agency } = await ctxOf({ type: 'public' })
  const { results } = await worker
    .db(slug)
    .prepare(
      'SELECT number_year AS year, number_serial AS serial FROM application WHERE state = ? ORDER BY number_serial',
    )
    .bind(state)
    .all<{ year: number; serial: number }>()
  return results.map(({ year, serial }) =>
    agency.settings.applicationNumberPattern
      .replace('{year}', String(year))
      .replace(/\{serial(?::(\d+))?\}/, (_, width?: string) =>
        String(serial).padStart(Number(width ?? 1), '0'),
      ),
  )
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

    const [waiting = ''] = await numbered('awaiting-confirmation')
    await find(clerk, waiting)
    await toActs(clerk)
    await press(clerk, '确认收到')
    await keys.to('现在办理', 'Shift+Tab')
    await keys.press('Enter')
    await press(clerk, '受理')
    await backToList(clerk)
    did('确认并受理')

    const [received = ''] = await numbered('received')
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

    const accepted = await numbered('accepted')
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
    expect((await numbered('replied')).includes(accepted[0] ?? '')).toBe(true)
    if (process.env['KEYS'] !== undefined) console.log(counted)
    const presses = Object.values(counted).reduce((sum, n) => sum + n, 0)
    expect(presses).toBeLessThanOrEqual(mostPresses)
    await clerk.context.close()
  },
)
