import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { listItems } from '../../../src/usecases/item/list-items.ts'
import { planValidity } from '../../../src/usecases/item/plan-validity.ts'
import { publishDue } from '../../../src/usecases/item/publish-due.ts'
import { readItemFile } from '../../../src/usecases/item/files/read-file.ts'
import { showEdition } from '../../../src/usecases/item/show-editions.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { refileItems } from '../../../src/usecases/catalog/refile-items.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { commit } from '../../../src/store/commit.ts'
import { happyFields } from '../../domain/item/kinds/happy-fields.data.ts'
import { bytesOf } from '../../support/application-form.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { deskOf, people, type DeskHand } from './desk-items.ts'
import { originOf } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

const differences = async (): Promise<unknown> => {
  await syncAgency(await house.tenant('east'), house.regionCtx(at))
  const ctx = await house.ctx('east', { type: 'system', job: 'recompute' }, at)
  return recompute(ctx, house.regionCtx(at))
}
const columnCount = async (column: string): Promise<number> => {
  const cells = await house.rows('east', 'cell')
  const cell = cells.find(({ row, col }) => row === 'column' && col === column)
  return Number(cell?.['n'] ?? 0)
}
const found = async (q: string): Promise<string[]> => {
  const page = await listItems(await house.ctx('east'), { q }, originOf)
  return page.ok ? page.value.items.map(({ id }) => id) : []
}
const shown = async (id: string): Promise<unknown> =>
  showItem(await house.ctx('east', undefined, at), id, originOf)

test('row 68: an edition in another column moves the counts, and an ending takes them where readers had it', async () => {
  const item = await desk.publish({ category: 'normative-documents' })
  const before = await columnCount('normative-documents')
  const planned = await columnCount('plans')
  await desk.edit(item.id, { category: 'plans', title: '改到规划栏目的标题' })
  await desk.approve(item.id)
  await desk.act(item.id, 'publish', people.head)
  expect(await columnCount('normative-documents')).toBe(before - 1)
  expect(await columnCount('plans')).toBe(planned + 1)
  expect(await differences()).toMatchObject({ own: [], region: [], office: [] })

  const head = await house.ctx('east', officer('head'), at)
  const moved = await refileItems(head, { to: 'normative-documents', items: [item.id] })
  expect(moved).toMatchObject({ ok: true, value: { moved: 1 } })
  expect(await columnCount('plans')).toBe(planned)
  expect(await differences()).toMatchObject({ own: [], region: [], office: [] })

  // A draft of the next edition in another column, with a title that nobody has approved.
  await desk.edit(item.id, { category: 'plans', title: '未经审查的标题' })
  const ended = await desk.act(item.id, 'withdraw', people.head, { reason: '有误' })
  expect(ended).toMatchObject({ ok: true })
  expect(await columnCount('normative-documents')).toBe(before - 1)
  expect(await columnCount('plans')).toBe(planned)
  expect(await differences()).toMatchObject({ own: [], region: [], office: [] })
  expect(await shown(item.id)).toMatchObject({ refusal: { title: '改到规划栏目的标题' } })
})

test('a move to another column keeps the words inside attachments findable', async () => {
  const { id } = await desk.draft({ category: 'plans' })
  const author = await house.ctx('east', people.author, at)
  await attachFile(author, id, { name: '名单.txt', bytes: bytesOf('附件里的夔门二字') })
  await desk.approve(id)
  await desk.act(id, 'publish', people.head)
  expect(await found('附件里的夔门')).toEqual([id])
  const head = await house.ctx('east', officer('head'), at)
  await refileItems(head, { to: 'normative-documents', items: [id] })
  expect(await found('附件里的夔门')).toEqual([id])
})

test('security 61: what a review finds not to be for the public leaves it in the same act', async () => {
  const item = await desk.publish({ title: '后来不再公开的' })
  await desk.edit(item.id, {
    attribute: 'withheld',
    ground: 'trade-secret',
    groundReason: '第三方不同意',
  })
  await desk.approve(item.id)
  const held = await desk.act(item.id, 'hold', people.head)
  expect(held).toMatchObject({ ok: true, value: { state: 'held', isLive: false } })
  expect(await shown(item.id)).toMatchObject({ refusal: { code: 'withdrawn' } })
  expect(await found('后来不再公开的')).toEqual([])
  expect(await differences()).toMatchObject({ own: [], region: [], office: [] })
})

test('a removed edition does not come back with a later one', async () => {
  const item = await desk.publish({ title: '混入秘密的', body: '不该公开的一句。' })
  await desk.act(item.id, 'remove', people.first, { reason: '误发' })
  await desk.edit(item.id, { title: '改好的', body: '可以公开的一句。' })
  await desk.approve(item.id)
  expect(await desk.act(item.id, 'publish', people.head)).toMatchObject({ ok: true })
  const ctx = await house.ctx('east', undefined, at)
  expect(await showEdition(ctx, item.id, 1)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await showEdition(ctx, item.id, 2)).toMatchObject({ ok: true })
})

test('row 29: after the last day of display the files and editions are closed too', async () => {
  const { id } = await desk.draft({
    kind: 'penalty',
    fields: happyFields['penalty'],
    body: '详见以上内容。',
  })
  const author = await house.ctx('east', people.author, at)
  const file = await attachFile(author, id, { name: '决定书.txt', bytes: bytesOf('决定书') })
  await desk.approve(id)
  await desk.act(id, 'publish', people.head)
  const fileId = file.ok ? file.value.id : ''
  const now = await house.ctx('east', undefined, at)
  expect(await readItemFile(now, id, fileId)).toMatchObject({ ok: true })
  expect(await showEdition(now, id, 1)).toMatchObject({ ok: true })
  const later = await house.ctx('east', undefined, '2029-11-21T10:00:00+08:00')
  expect(await readItemFile(later, id, fileId)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await showEdition(later, id, 1)).toMatchObject({ refusal: { code: 'display-over' } })
})

test('a document that ends while its next edition is written does not become valid again', async () => {
  const item = await desk.publish({ title: '将要失效的文件' })
  await desk.edit(item.id, { summary: '改写中的概述。' })
  await desk.approve(item.id)
  const system = await house.ctx('east', { type: 'system', job: 'expire' }, at)
  const planned = await planValidity(system, item.id, 'repealed')
  expect(await commit(system, planned)).toMatchObject({ ok: true })
  expect(await shown(item.id)).toMatchObject({ value: { validity: 'repealed' } })
  // What was reviewed said something else: it is reviewed again.
  expect(await desk.act(item.id, 'publish', people.head)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  await desk.approve(item.id)
  expect(await desk.act(item.id, 'publish', people.head)).toMatchObject({ ok: true })
  expect(await shown(item.id)).toMatchObject({
    value: { validity: 'repealed', summary: '改写中的概述。' },
  })
  const row = (await house.rows('east', 'edition')).find(
    (edition) => edition['item_id'] === item.id && edition['n'] === 2,
  )
  expect(row?.['digest']).toBe(
    (await house.rows('east', 'item')).find(({ id }) => id === item.id)?.['digest'],
  )
  expect(await differences()).toMatchObject({ own: [], region: [], office: [] })
})

test('row 14: a schedule whose conditions fail at its time waits for its publisher with the reason, once', async () => {
  const { id } = await desk.draft({ title: '到点时附件变了' })
  const author = await house.ctx('east', people.author, at)
  await attachFile(author, id, { name: '表.txt', bytes: bytesOf('原来的') })
  await desk.approve(id)
  const publishAt = '2026-11-21T09:00:00+08:00'
  await desk.act(id, 'schedule', people.head, { publishAt })
  const row = (await house.rows('east', 'item_file')).find((one) => one['item_id'] === id)
  await house.overwrite(String(row?.['object_key']), bytesOf('换过的'))
  const system = { type: 'system', job: 'publish-due' } as const
  const due = await house.ctx('east', system, '2026-11-21T09:01:00+08:00')
  const events = async (): Promise<number> => (await house.rows('east', 'event')).length
  expect(await publishDue(due)).toEqual({ ok: true, value: { published: 0 } })
  const after = await events()
  expect(await publishDue(due)).toEqual({ ok: true, value: { published: 0 } })
  expect(await events()).toBe(after)
  expect((await house.rows('east', 'item')).find((one) => one['id'] === id)).toMatchObject({
    state: 'approved',
    remark: 'content-changed',
    publish_at: null,
  })
})

test('row 15: of twenty different acts on one version exactly one wins, and the figures agree', async () => {
  const { id } = await desk.draft({ title: '大家同时办理' })
  const { version } = await desk.approve(id)
  const acts = await Promise.all(
    Array.from({ length: 20 }, async (_, k) =>
      k % 3 === 0
        ? desk.edit(id, { title: `改为${String(k)}`, version })
        : k % 3 === 1
          ? desk.act(id, 'publish', people.head, { version })
          : desk.act(id, 'schedule', people.head, {
              version,
              publishAt: '2026-11-22T09:00:00+08:00',
            }),
    ),
  )
  expect(acts.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await differences()).toMatchObject({ own: [], region: [], office: [] })
})
