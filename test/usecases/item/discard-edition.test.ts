import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeskItem } from '../../../src/usecases/item/show-desk-item.ts'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { importItems } from '../../../src/usecases/item/import/items.ts'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { bytesOf } from '../../support/application-form.ts'
import { openHouse, type House } from '../../support/house.ts'
import { complete, deskOf, people, person, type DeskHand, ticked } from './desk-items.ts'
import { originOf } from './import-files.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

const readers = async (id: string): Promise<unknown> =>
  showItem(await house.ctx('east'), id, originOf)

const attach = async (id: string, text: string): Promise<void> => {
  const ctx = await house.ctx('east', people.author, at)
  const done = await attachFile(ctx, id, { name: `${text}.txt`, bytes: bytesOf(text) })
  if (!done.ok) throw new Error(done.refusal.code)
}

/** A published item with a file, and an edition begun on it: other words, column, file and note. */
async function begun(): Promise<DeskItem> {
  const { id } = await desk.draft()
  await attach(id, '甲')
  await desk.approve(id)
  await desk.act(id, 'publish', people.head)
  await desk.edit(id, { title: '误改的标题', body: '误改', note: '误开', category: 'plans' })
  await attach(id, '乙')
  const shown = await desk.edit(id, {})
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value
}

test('row 13: an edition begun by mistake is discarded; readers, counts and the published edition stay as they are', async () => {
  const { id, version, edition } = await begun()
  expect(edition).toBe(2)
  const before = await readers(id)
  const done = await desk.act(id, 'discard', people.author, { version })
  expect(done).toMatchObject({
    ok: true,
    value: {
      state: 'published',
      edition: 1,
      isLive: true,
      title: complete.title,
      body: complete.body,
      category: complete.category,
      note: null,
      attachments: [{ name: '甲.txt' }],
      missing: [],
    },
  })
  expect(await readers(id)).toEqual(before)
  const files = (await house.rows('east', 'item_file')).filter((row) => row['item_id'] === id)
  expect(files.map((row) => row['name'])).toEqual(['甲.txt'])
  const events = (await house.rows('east', 'event')).filter((row) => row['entity_id'] === id)
  expect(events.at(-1)).toMatchObject({ kind: 'item.discarded', data: '{"edition":2}' })
  const job = await house.ctx('east', { type: 'system', job: 'recompute' }, at)
  expect((await recompute(job, house.regionCtx(at))).own).toEqual([])
  // The same bytes again are no new edition, and a real change begins one.
  expect(await desk.edit(id, { title: complete.title })).toMatchObject({
    value: { state: 'published', edition: 1 },
  })
  expect(await desk.edit(id, { title: '应改的标题' })).toMatchObject({ value: { edition: 2 } })
})

test('row 13: only who began an edition, or the head, discards it, and only while it is not out', async () => {
  const { id, actions } = await begun()
  expect(actions).toContain('discard')
  const other = person('p-other', 'information-officer')
  expect(await desk.act(id, 'discard', other)).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await desk.edit(id, {}, other)).not.toMatchObject({
    value: { actions: expect.arrayContaining(['discard']) },
  })
  expect(await desk.act(id, 'discard', people.head, { version: 1 })).toMatchObject({
    refusal: { code: 'stale' },
  })
  expect(await desk.act(id, 'discard', people.head)).toMatchObject({ ok: true })
  expect(await desk.act(id, 'discard', people.head)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  // What nobody has read yet has nothing to go back to.
  const fresh = await desk.draft()
  expect(await desk.act(fresh.id, 'discard', people.author)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
})

test('row 6: reviews of a discarded edition do not let the same bytes out a second time', async () => {
  const { id } = await desk.publish()
  await desk.edit(id, { title: '第二版' })
  await desk.approve(id)
  await desk.act(id, 'discard', people.head)
  const again = await desk.edit(id, { title: '第二版' }, person('p-other', 'information-officer'))
  expect(again).toMatchObject({ value: { state: 'draft', missing: ['first', 'final'] } })
  await desk.act(id, 'submit', people.author)
  await desk.act(id, 'approve', people.first, ticked)
  expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: false })
})

test('row 13: of an imported document and of a repealed one the edition that readers have comes back', async () => {
  const system = await house.ctx('east', { type: 'system', job: 'test' }, at)
  const line = JSON.stringify({ title: '导入的通知', publishedOn: '2026-11-02', body: '正文' })
  await importItems(system, new TextEncoder().encode(line), { dryRun: false })
  const row = (await house.rows('east', 'published')).find((one) => one['title'] === '导入的通知')
  const imported = String(row?.['id'])
  await desk.edit(imported, { title: '误改' })
  expect(await desk.act(imported, 'discard', people.author)).toMatchObject({
    value: { state: 'published', title: '导入的通知' },
  })
  const { id } = await desk.publish()
  await desk.act(id, 'repeal', people.head, { reason: '已过时' })
  await desk.edit(id, { title: '误改' })
  expect(await desk.act(id, 'discard', people.author)).toMatchObject({
    value: { state: 'repealed', validity: 'repealed', title: complete.title },
  })
})
