import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../../src/usecases/context.ts'
import { actOnTopic } from '../../../src/usecases/topic/act.ts'
import { countSearchMiss } from '../../../src/usecases/topic/count-miss.ts'
import { forgetExpired } from '../../../src/usecases/region/forget-expired.ts'
import { ignoreSearchMiss } from '../../../src/usecases/topic/ignore-miss.ts'
import { listDeskTopics } from '../../../src/usecases/topic/list-desk.ts'
import { listSearchMisses } from '../../../src/usecases/topic/list-misses.ts'
import { listTopics } from '../../../src/usecases/topic/list.ts'
import { noteSearchMiss } from '../../../src/usecases/topic/note-miss.ts'
import { openContact } from '../../../src/usecases/topic/open-contact.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { proposeTopic } from '../../../src/usecases/topic/propose.ts'
import { receiveTopic } from '../../../src/usecases/topic/receive.ts'
import { secondTopic } from '../../../src/usecases/topic/second.ts'
import { showDeskTopic } from '../../../src/usecases/topic/show-desk.ts'
import { showTopic } from '../../../src/usecases/topic/show.ts'
import { showTopicStatus } from '../../../src/usecases/topic/status.ts'
import { itemId, openPortalHouse, titles } from '../../http/portal-house.ts'
import { officer, type House } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openPortalHouse()
})
afterAll(() => house.close())

const at = '2026-11-20T10:00:00+08:00'
const clerk = (when = at): Promise<Ctx> => house.ctx('east', officer('information-officer'), when)
const citizen = (): Promise<Ctx> => house.ctx('east', { type: 'public' }, at)
const canary = { subject: '金丝雀事项甲', why: '金丝雀理由乙', contact: '金丝雀 13800001234' }

async function received(
  raw: object = canary,
  idempotencyKey: string | null = null,
): Promise<{ id: string; receipt: string; secret: string }> {
  const taken = await receiveTopic(await citizen(), { raw, idempotencyKey, clientKey: null })
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
  const { receipt, secret } = taken.value
  const row = (await house.rows('east', 'topic')).find((one) => one['receipt'] === receipt)
  return { id: String(row?.['id']), receipt, secret }
}

async function opened(title: string): Promise<string> {
  const { id } = await received()
  const done = await actOnTopic(await clerk(), id, 'open', { title })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return id
}

test('row 11: proposed, opened, adopted with a day, answered with the item; the receipt follows it', async () => {
  const { id, receipt, secret } = await received()
  const ctx = await clerk()
  expect(await showTopicStatus(await citizen(), receipt.toLowerCase(), secret)).toMatchObject({
    ok: true,
    value: { state: 'submitted', topic: null },
  })
  expect(await actOnTopic(ctx, id, 'adopt', { dueOn: '2026-12-01' })).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  expect(await actOnTopic(ctx, id, 'open', { title: '各村饮水工程验收结果' })).toMatchObject({
    value: { state: 'open', isListed: true },
  })
  expect(await actOnTopic(ctx, id, 'adopt', { dueOn: '2026-11-19' })).toMatchObject({
    refusal: { errors: [{ pointer: '/dueOn', problem: 'before' }] },
  })
  expect(await actOnTopic(ctx, id, 'adopt', { dueOn: '2026-12-01' })).toMatchObject({ ok: true })
  expect(await actOnTopic(ctx, id, 'answer', { item: 'nobody' })).toMatchObject({
    refusal: { errors: [{ pointer: '/item' }] },
  })
  const item = await itemId(house, 'east', titles.long)
  expect(await actOnTopic(ctx, id, 'answer', { item })).toMatchObject({
    value: { state: 'answered', item: { id: item } },
  })
  expect(await showTopicStatus(await citizen(), receipt, secret)).toMatchObject({
    value: { state: 'answered', topic: id, dueOn: '2026-12-01', item: { title: titles.long } },
  })
  const wrong = await showTopicStatus(await citizen(), receipt, 'AAAA-AAAA-AAAA-AAAA')
  const none = await showTopicStatus(await citizen(), 'DT-00000-00000-00000-00000', secret)
  expect(wrong).toEqual(none)
})

test('security 80: what a citizen wrote is in no event, message, public answer, and sealed at rest', async () => {
  await received()
  const ctx = await citizen()
  const outside = JSON.stringify([
    await house.rows('east', 'event'),
    await house.rows('east', 'topic'),
    await house.rows('east', 'idempotency'),
    await house.rows('east', 'throttle'),
    house.posted,
    await listTopics(ctx, {}),
  ])
  expect(outside).not.toMatch(/金丝雀|13800001234/)
  const listed = await listDeskTopics(await clerk(), {})
  expect(JSON.stringify(listed)).toContain(canary.subject)
  expect(JSON.stringify(listed)).not.toMatch(/13800001234/)
  expect(await listDeskTopics(ctx, {})).toMatchObject({ refusal: { code: 'unauthenticated' } })
})

test('security 78: the contact is opened per record, by those who act, and each opening is written down', async () => {
  const { id } = await received()
  expect(JSON.stringify(await showDeskTopic(await clerk(), id))).not.toContain('13800001234')
  const viewer = await house.ctx('east', officer('viewer'), at)
  expect(await openContact(viewer, id)).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await openContact(await clerk(), id)).toEqual({
    ok: true,
    value: { contact: canary.contact },
  })
  const openings = (await house.rows('east', 'event')).filter(
    (event) =>
      event['kind'] === 'topic.contact-opened' && String(event['entity_id']).startsWith(id),
  )
  expect(openings).toHaveLength(1)
})

test('security 77: the contact is forgotten a year after the decision, not before', async () => {
  const { id } = await received()
  await actOnTopic(await clerk(), id, 'refuse', { reason: '不属于本机关' })
  const tenant = await house.tenant('east')
  const sealed = async (): Promise<unknown> =>
    (await house.rows('east', 'topic')).find((row) => row['id'] === id)?.['contact_sealed']
  await forgetExpired(tenant, Date.parse('2027-11-19T10:00:00+08:00'))
  expect(await sealed()).not.toBeNull()
  await forgetExpired(tenant, Date.parse('2027-11-21T10:00:00+08:00'))
  expect(await sealed()).toBeNull()
})

test('row 11, 条例第32条: what everybody will read of a topic names no identity or phone number; the officer is told which', async () => {
  const { id } = await received()
  const ctx = await clerk()
  const masked = (pointer: string): object => ({
    refusal: { code: 'invalid', errors: [{ pointer, problem: 'personal' }] },
  })
  const title = '各村饮水工程验收结果'
  const phone = '请联系 138 0013 8000'
  expect(await actOnTopic(ctx, id, 'open', { title: `${title}，${phone}` })).toMatchObject(
    masked('/title'),
  )
  const told = await actOnTopic(ctx, id, 'open', { title, grounds: '身份证 11010519491231002X' })
  expect(told).toMatchObject(masked('/grounds'))
  expect(JSON.stringify(told)).not.toContain('11010519491231002X')
  expect(await proposeTopic(ctx, { title, grounds: phone })).toMatchObject(masked('/grounds'))
  expect(await actOnTopic(ctx, id, 'open', { title })).toMatchObject({ ok: true })
  expect(await actOnTopic(ctx, id, 'refuse', { reason: phone })).toMatchObject(masked('/reason'))
  // Before it is open only its proposer reads why it was refused.
  const other = await received()
  expect(await actOnTopic(ctx, other.id, 'refuse', { reason: phone })).toMatchObject({ ok: true })
})

test('row 11: a refusal before opening stays between agency and proposer, after it the reason is public', async () => {
  const hidden = await received()
  await actOnTopic(await clerk(), hidden.id, 'refuse', { reason: '原因甲' })
  const id = await opened('公开征集的事项')
  await actOnTopic(await clerk(), id, 'refuse', { reason: '原因丙' })
  const listed = JSON.stringify(await listTopics(await citizen(), { limit: 100 }))
  expect(listed).toContain('原因丙')
  expect(listed).not.toContain('原因甲')
  expect(await showTopic(await citizen(), hidden.id)).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await showTopicStatus(await citizen(), hidden.receipt, hidden.secret)).toMatchObject({
    value: { state: 'refused', reason: '原因甲' },
  })
})

test('row 11: one client seconds a topic once a day; twenty at once all count', async () => {
  const id = await opened('附议的事项')
  const ctx = await citizen()
  expect(await secondTopic(ctx, id, 'client-a')).toEqual({ ok: true, value: { seconds: 1 } })
  expect(await secondTopic(ctx, id, 'client-a')).toMatchObject({
    refusal: { code: 'too-many-requests' },
  })
  const tomorrow = await house.ctx('east', { type: 'public' }, '2026-11-21T10:00:01+08:00')
  expect(await secondTopic(tomorrow, id, 'client-a')).toMatchObject({ ok: true })
  const many = await Promise.all(
    Array.from({ length: 4 }, (_, n) => secondTopic(ctx, id, `client-${n}`)),
  )
  expect(many.every(({ ok }) => ok)).toBe(true)
  expect(await showTopic(ctx, id)).toMatchObject({ value: { topic: { seconds: 6 } } })
  const { id: hidden } = await received()
  expect(await secondTopic(ctx, hidden, 'client-b')).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('row 11: a duplicate is merged into an open one with its seconds, and leads there', async () => {
  const [into, from] = [await opened('甲'), await opened('乙')]
  await secondTopic(await citizen(), from, 'client-m')
  const ctx = await clerk()
  for (const wrong of [from, 'nobody', (await received()).id]) {
    expect(await actOnTopic(ctx, from, 'merge', { into: wrong })).toMatchObject({
      refusal: { errors: [{ pointer: '/into' }] },
    })
  }
  expect(
    await actOnTopic(ctx, from, 'merge', { into: `https://east.gov.test/topics/${into}` }),
  ).toMatchObject({ value: { state: 'merged', mergedInto: into } })
  expect(await showTopic(await citizen(), from)).toEqual({ ok: true, value: { mergedInto: into } })
  expect(await showTopic(await citizen(), into)).toMatchObject({
    value: { topic: { seconds: 2 } },
  })
})

test('the same key gives the same receipt; a client is limited, others are not', async () => {
  const ctx = await citizen()
  const form = { raw: { subject: '键', why: '键' }, idempotencyKey: 'topic-key-1' }
  const [first, again] = await Promise.all([
    receiveTopic(ctx, { ...form, clientKey: 'one' }),
    receiveTopic(ctx, { ...form, clientKey: 'one' }),
  ])
  expect(first).toMatchObject({ ok: true })
  expect(again).toEqual(first)
  const tries = []
  for (let n = 0; n < 5; n += 1) {
    tries.push(
      await receiveTopic(ctx, {
        raw: { subject: `第${n}`, why: '理由' },
        idempotencyKey: null,
        clientKey: 'busy',
      }),
    )
  }
  expect(tries.map(({ ok }) => ok)).toEqual([true, true, true, false, false])
  expect(
    await receiveTopic(ctx, {
      raw: { subject: '别人', why: '理由' },
      idempotencyKey: null,
      clientKey: 'calm',
    }),
  ).toMatchObject({ ok: true })
})

test('row 11: repeated empty searches are offered; the read writes nothing, a message counts once', async () => {
  const before = await house.rows('east', 'search_miss')
  house.posted.length = 0
  for (let n = 0; n < 3; n += 1) await noteSearchMiss(await citizen(), '危房改造补助')
  await noteSearchMiss(await citizen(), '王小明13800001234')
  await noteSearchMiss(await citizen(), '只搜一次')
  expect(await house.rows('east', 'search_miss')).toEqual(before)
  expect(JSON.stringify(house.posted)).not.toMatch(/危房|王小明|13800001234/)
  expect(house.posted).toHaveLength(4)
  const job = await house.ctx('east', { type: 'system', job: 'search-miss' }, at)
  for (const message of house.posted) {
    if (message.kind !== 'search-miss') throw new Error(message.kind)
    await countSearchMiss(job, message.sealed)
    expect(await countSearchMiss(job, message.sealed)).toMatchObject({ ok: true })
  }
  expect(await listSearchMisses(await clerk())).toEqual({
    ok: true,
    value: { items: [{ term: '危房改造补助', n: 3 }] },
  })
  const other = await house.ctx('west', { type: 'system', job: 'search-miss' }, at)
  const [first] = house.posted
  if (first?.kind !== 'search-miss') throw new Error('no message')
  expect(await countSearchMiss(other, first.sealed)).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const made = await proposeTopic(await clerk(), {
    title: '危房改造补助标准',
    term: '危房改造补助',
  })
  expect(made).toMatchObject({ value: { state: 'open', origin: 'search' } })
  expect(await listSearchMisses(await clerk())).toMatchObject({ value: { items: [] } })
  await forgetExpired(await house.tenant('east'), Date.parse('2027-02-01T10:00:00+08:00'))
  expect(await house.rows('east', 'search_miss')).toEqual([])
})

test('a missed word can be set aside, by those who act alone', async () => {
  const viewer = await house.ctx('east', officer('viewer'), at)
  expect(await ignoreSearchMiss(viewer, { term: '水价' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(await ignoreSearchMiss(await clerk(), { term: '水价' })).toEqual({ ok: true, value: null })
})

test('what topics counted, a recomputation from the journal counts again', async () => {
  const { own } = await recompute(await house.tenant('east'), house.regionCtx(at))
  expect(own).toEqual([])
  const counted = (await house.rows('east', 'cell')).filter((cell) => cell['row'] === 'topics')
  expect(new Set(counted.map((cell) => cell['col']))).toEqual(
    new Set(['submitted', 'proposed', 'adopted', 'answered', 'refused', 'merged', 'seconds']),
  )
})
