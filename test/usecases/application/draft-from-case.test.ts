import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftFromCase } from '../../../src/usecases/application/draft-from-case.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { showDeskItem } from '../../../src/usecases/item/show-desk-item.ts'
import { editItem } from '../../../src/usecases/item/edit-item.ts'
import { par, run, word } from '../../domain/inspection/sample-documents.ts'
import { bytesOf } from '../../support/application-form.ts'
import { crashing, Died } from '../../support/crash.ts'
import { type House, openHouse } from '../../support/house.ts'
import { deskOf, people } from '../item/desk-items.ts'
import { act, add, as, formOf, handled, handler, head, served } from './answer-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const granted = {
  outcome: 'partialGrant',
  text: '王小明：\n您申请公开的补偿方案见附件。联系电话 138-0000-1234。',
  withheld: '王 小 明的账号',
  withheldGround: 'denied.thirdPartyRights',
  article: '个人隐私',
}
/** Everything by which the applicant of `formOf` is known. */
const canaries = ['王小明', '11010519491231002X', '13800001234', 'someone@example', '试验路9号']

test('an answer becomes a draft in one act, without its applicant, behind the usual reviews (条例第44条, rows 37–41)', async () => {
  const { ctx, receipt } = await handled(house, 'east', at)
  await add(ctx, receipt, { file: { name: '王小明要的方案.txt', bytes: bytesOf('方案全文') } })
  await add(ctx, receipt, { file: { name: '清单.txt', bytes: bytesOf('王小明 三亩') } })
  const hidden = word(par(run('王小明', '<w:vanish/>'), run('说明')))
  await add(ctx, receipt, { file: { name: '说明.docx', bytes: hidden } })
  expect(await draftFromCase(ctx, receipt)).toMatchObject({ refusal: { why: 'not-served' } })
  await served(ctx, receipt, granted, { override: '给本人的' })
  const done = await draftFromCase(ctx, receipt, 'once')
  expect(done).toMatchObject({ ok: true, value: { leftOut: 2 } })
  const item = done.ok ? done.value.item : ''
  const shown = await showDeskItem(ctx, item)
  expect(shown.ok && [shown.value.state, shown.value.title, shown.value.attribute]).toEqual([
    'draft',
    '土地征收补偿方案 申请人',
    null,
  ])
  expect(shown.ok && shown.value.attachments.map(({ name }) => name)).toEqual([
    '申请人要的方案.txt',
  ])
  expect(shown.ok && shown.value.body).toContain('不予公开的理由：该部分内容涉及个人隐私')
  // Looked for in every row of the item, letters and digits alone.
  const { number } = await caseView(receipt)
  const rows = [
    ...(await house.rows('east', 'item')).filter(({ id }) => id === item),
    ...(await house.rows('east', 'item_file')).filter(({ item_id: of }) => of === item),
    ...(await house.rows('east', 'event')).filter(({ entity_id: id }) => id === item),
  ]
  const stored = JSON.stringify(rows).replaceAll(/[^\p{L}\p{N}]/gu, '')
  for (const canary of [...canaries, receipt, number ?? '?']) {
    expect(stored).not.toContain(canary.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  }
  expect(await draftFromCase(ctx, receipt, 'once')).toEqual(done)
  // The case knows the item, and a second click makes no second one.
  expect((await caseView(receipt)).itemId).toBe(item)
  expect(await draftFromCase(as(ctx, head), receipt)).toMatchObject({ value: { item } })
  // From here on it is an item like any other: nobody publishes it without attribute and reviews.
  const desk = deskOf(house, 'east', at)
  const publish = (): Promise<unknown> => desk.act(item, 'publish', people.head)
  expect(await publish()).toMatchObject({ refusal: { code: 'step-not-open', state: 'draft' } })
  const edited = await editItem(as(ctx, handler), item, {
    attribute: 'proactive',
    writtenOn: '2026-03-02',
    summary: '补偿方案',
  })
  expect(edited.ok).toBe(true)
  await desk.approve(item)
  expect(await publish()).toMatchObject({ ok: true })
  const read = JSON.stringify(await house.rows('east', 'published'))
  for (const canary of canaries) expect(read).not.toContain(canary)
})

async function caseView(
  receipt: string,
): Promise<{ number: string | null; itemId: string | null }> {
  const shown = await showCase(await house.ctx('east', head, at), receipt)
  if (!shown.ok) throw new Error(shown.refusal.code)
  return shown.value
}

test('a refusal becomes no item, and who draws up no items may not', async () => {
  const { ctx, receipt } = await handled(house, 'west', at)
  await served(ctx, receipt, { outcome: 'denied.stateSecret', text: '不予公开。' })
  expect(await draftFromCase(ctx, receipt)).toMatchObject({
    refusal: { code: 'not-allowed', why: 'nothing-disclosed' },
  })
  const reader = { ...ctx, actor: { type: 'public' } as const }
  expect(await draftFromCase(reader, receipt)).toMatchObject({ ok: false })
})

test('a crash at every await, then the same act: one item, its file there, the case knows it (experiment 2)', async () => {
  const made = async (): Promise<Awaited<ReturnType<typeof handled>>> => {
    const one = await handled(house, 'river', at, formOf())
    await add(one.ctx, one.receipt, { file: { name: '方案.txt', bytes: bytesOf('方案全文') } })
    await served(one.ctx, one.receipt, { outcome: 'granted', text: '予以公开。' })
    await act(as(one.ctx, head), one.receipt, 'close')
    return one
  }
  const first = await made()
  const probe = crashing(first.ctx, null)
  expect((await draftFromCase(probe.ctx, first.receipt)).ok).toBe(true)
  expect(probe.points()).toBeGreaterThanOrEqual(4)
  for (let point = 0; point < probe.points(); point += 1) {
    for (const when of ['before', 'after'] as const) {
      const { ctx, receipt } = await made()
      const crash = { at: point, when }
      await expect(draftFromCase(crashing(ctx, crash).ctx, receipt)).rejects.toThrow(Died)
      const done = await draftFromCase(ctx, receipt)
      const item = done.ok ? done.value.item : ''
      const cases = await house.rows('river', 'application')
      expect(cases.find(({ id }) => id === receipt)?.['item_id']).toBe(item)
      const file = (await house.rows('river', 'item_file')).find((row) => row['item_id'] === item)
      expect(await ctx.files.get(String(file?.['object_key']))).not.toBeNull()
    }
  }
  const items = await house.rows('river', 'item')
  expect(items).toHaveLength(1 + probe.points() * 2)
})
