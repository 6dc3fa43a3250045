import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnClarification } from '../../src/usecases/clarification/act.ts'
import { draftClarification } from '../../src/usecases/clarification/draft.ts'
import { enterComplaint } from '../../src/usecases/dispute/enter-complaint.ts'
import { openIncident } from '../../src/usecases/incident/open.ts'
import { watchJournal } from '../../src/usecases/journal/watch.ts'
import { recordChannel } from '../../src/usecases/channel/record.ts'
import { actOnTopic } from '../../src/usecases/topic/act.ts'
import { countSearchMiss } from '../../src/usecases/topic/count-miss.ts'
import { proposeTopic } from '../../src/usecases/topic/propose.ts'
import { receiveTopic } from '../../src/usecases/topic/receive.ts'
import { hire, password } from '../http/desk-door.ts'
import { itemId, openPortalHouse, portalNow, titles } from '../http/portal-house.ts'
import { officer, type House } from '../support/house.ts'
import {
  answered,
  officerOn,
  registered,
  review,
  step,
  valueOf,
} from '../usecases/dispute/dispute-house.ts'
import { deskOf } from '../usecases/item/desk-items.ts'
import { fillAnswers } from './answer-pages.ts'
import { fillCalendar } from './calendar-pages.ts'
import { fitsEveryWidth, looksRight } from './looks.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { fillPeriods } from './periods-pages.ts'
import { fillRetention } from './retention-pages.ts'
import { serveHouse, type PortalSite } from './portal-site.ts'

let house: House
let site: PortalSite
let browser: Browser
let pages: Readonly<Record<string, string>>

beforeAll(async () => {
  house = await openPortalHouse()
  await hire(house, 'east', ['head', 'admin'], 'tou')
  pages = {
    ...(await fill()),
    ...(await fillAnswers(house, 'east', portalNow)),
    ...(await fillRetention(house, 'east', portalNow)),
    ...(await fillPeriods(house, 'east', portalNow)),
    ...(await fillCalendar(house, 'east', portalNow)),
  }
  site = await serveHouse(house)
  browser = await openBrowser()
})
afterAll(async () => {
  await leaveBrowser(browser)
  await site.close()
  await house.close()
})

/** One of everything: a clarification in each state, topics, carriers, an incident, missed words. */
async function fill(): Promise<Record<string, string>> {
  const writer = await house.ctx('east', officer('information-officer'), portalNow)
  const head = await house.ctx('east', officer('head'), portalNow)
  const item = await itemId(house, 'east', titles.long)
  const claim = {
    claim: '网上有人说，县里今年不再发放农村饮水安全补助，已经发的还要收回。',
    source: '某短视频平台',
    sourceUrl: 'https://video.example.com/a/very/long/address/that/does/not/break?with=query',
    seenOn: '2026-11-17',
    checkedBy: '县水利局农村饮水办公室',
    facts: '补助照常发放，标准没有变化。\n已经发放的补助不收回。相关安排以县政府公开的文件为准。',
    items: [item],
  }
  const made = await draftClarification(writer, claim)
  const draft = await draftClarification(writer, { ...claim, claim: '说法二：某村账目不公开。' })
  if (!made.ok || !draft.ok) throw new Error('not drafted')
  await actOnClarification(head, made.value.id, 'check', {})
  await actOnClarification(head, made.value.id, 'publish', {})
  const correction = { facts: '补助照常发放，标准由每户200元提高到220元。', reason: '补充新标准' }
  await actOnClarification(head, made.value.id, 'correct', correction)
  const sent = await receiveTopic(
    await house.ctx('east', { type: 'public' }, '2026-11-01T09:00:00+08:00'),
    {
      raw: {
        subject: '各村低保名单怎么评出来的',
        why: '邻居情况差不多，结果不一样。',
        contact: '13800001234',
      },
      idempotencyKey: null,
      clientKey: null,
    },
  )
  const topic = await proposeTopic(head, {
    title: '农村危房改造补助的标准和申请条件',
    grounds: '多名群众电话询问。',
  })
  if (!sent.ok || !topic.ok) throw new Error('no topic')
  await actOnTopic(head, topic.value.id, 'adopt', { dueOn: '2026-12-01' })
  const waiting = (await house.rows('east', 'topic')).find((row) => row['state'] === 'submitted')
  await recordChannel(head, item, { channel: 'gazette', on: '2026-11-14', place: '2026年第3期' })
  await recordChannel(head, item, { channel: 'village-board', on: '2026-11-15' })
  const clock = await house.ctx('east', { type: 'system', job: 'test' }, portalNow)
  await watchJournal(clock)
  const incident = await openIncident(head, {
    what: '附件里有未遮盖的号码。',
    level: 'grave',
    item,
  })
  if (!incident.ok) throw new Error('no incident')
  const disputed = await fillDisputes()
  const job = await house.ctx('east', { type: 'system', job: 'test' }, portalNow)
  for (let n = 0; n < 4; n += 1) {
    await countSearchMiss(job, await job.keys.seal('search-miss', '婚前体检补助'))
  }
  return {
    clarifications: '/clarifications',
    clarification: `/clarifications/${made.value.id}`,
    item: `/items/${item}`,
    topics: '/topics',
    'topic-form': '/topics/new',
    topic: `/topics/${topic.value.id}`,
    'topic-status': '/topics/status',
    gazette: '/gazette',
    kiosk: '/kiosk',
    'desk-clarifications': '/desk/clarifications',
    'desk-clarification': `/desk/clarifications/${draft.value.id}`,
    'desk-clarification-form': '/desk/clarifications/new',
    'desk-topics': '/desk/topics',
    'desk-topic': `/desk/topics/${String(waiting?.['id'])}`,
    'desk-channels': '/desk/channels',
    'desk-item-channels': `/desk/items/${item}/channels`,
    ...disputed,
    'desk-item-begun': `/desk/items/${await begunAgain()}`,
    'desk-incidents': '/desk/incidents',
    'desk-journal-seals': '/desk/journal-seals?check=10',
    'desk-incident': `/desk/incidents/${incident.value.id}`,
  }
}

/** A published item of which a new edition was begun by mistake; answers its id. */
async function begunAgain(): Promise<string> {
  const desk = deskOf(house, 'east', portalNow)
  const { id } = await desk.publish({ title: '关于开展冬季农田水利设施检修的通知' })
  const { version } = valueOf(await desk.edit(id, { body: '误开的一版。' }))
  if (version === 0) throw new Error('no edition was begun')
  return id
}

/** Disputes of every state about one application, and a complaint. */
async function fillDisputes(): Promise<Record<string, string>> {
  const head = await officerOn(house, 'east', '2026-11-20', 'head')
  const days = { receivedOn: '2026-11-02', repliedOn: '2026-11-09' }
  const receipt = await answered(house, 'east', days)
  const raw = { ...review, acceptedOn: '2026-11-11', receivedOn: '2026-11-13', case: receipt }
  const open = await registered(head, raw)
  const suit = { ...raw, kind: 'litigationDirect', organ: '试验市东县人民法院行政审判庭' }
  const warned = await registered(head, { ...suit, caseNumber: '（2026）皖1302行初5号' })
  await step(head, warned, 'decide', { result: 'corrected', note: '撤销原答复，责令重新答复。' })
  const { id } = valueOf(await enterComplaint(head, { case: receipt, text: '一直没有人联系。' }))
  return {
    'desk-disputes': '/desk/disputes',
    'desk-dispute': `/desk/disputes/${open}`,
    'desk-dispute-corrected': `/desk/disputes/${warned}`,
    'desk-dispute-form': `/desk/disputes/new?follows=${open}`,
    'desk-complaints': '/desk/complaints',
    'desk-complaint': `/desk/complaints/${id}`,
    'desk-complaint-form': '/desk/complaints/new',
    'desk-case': `/desk/applications/${receipt}`,
    'desk-office': '/desk/office',
    statistics: '/statistics',
  }
}

test('rows 11, 16, 18, 19, 37–42, 87: at every width every page fits, reads and can be used by everybody', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', 'tou')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  for (const [name, path] of Object.entries(pages)) {
    const answer = await page.goto(site.url('east', path))
    expect(answer?.status(), name).toBe(200)
    await fitsEveryWidth(page, name)
  }
  await context.close()
}, 240_000)

test('an edition begun by mistake is given up at 360 px without script, and the page says what became of it', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    javaScriptEnabled: false,
  })
  const page = await context.newPage()
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', 'tou')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.goto(site.url('east', pages['desk-item-begun'] ?? ''))
  await page.locator('summary', { hasText: '放弃改稿' }).click()
  await looksRight(page, 'desk-item-discard')
  await page.getByRole('button', { name: '放弃改稿' }).click()
  await looksRight(page, 'desk-item-discarded')
  expect(await page.locator('main').textContent()).toContain('已放弃改稿，恢复为公众看到的版本。')
  await context.close()
})
