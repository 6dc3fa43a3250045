import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideCleanup } from '../../../src/usecases/norm/decide-cleanup.ts'
import { openCleanup } from '../../../src/usecases/norm/open-cleanup.ts'
import { proposeCleanup } from '../../../src/usecases/norm/propose-cleanup.ts'
import { showCleanup, showPublicCleanup } from '../../../src/usecases/norm/show-cleanup.ts'
import { prepare } from '../../../src/store/statement.ts'
import { insertCleanup } from '../../../src/store/tenant/norm/cleanup.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { list } from '../item/import-files.ts'
import { published, valueOf } from './norm-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 24: a cleanup is decided for all its documents together, shows in search at once, and its list is public', async () => {
  const made = '2025-03-03T10:00:00+08:00'
  const titles = ['河湾镇甲办法', '河湾镇乙办法', '河湾镇丙办法', '河湾镇丁办法（试行）']
  const norms = []
  for (const title of titles) norms.push(await published(house, 'river', title, made))
  const now = '2026-11-02T10:00:00+08:00'
  const ctx = await house.ctx('river', officer('head'), now)
  const officerCtx = await house.ctx('river', officer('information-officer'), now)
  expect(await openCleanup(officerCtx, { title: '2026年清理' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  const opened = valueOf(await openCleanup(ctx, { title: '2026年清理' }))
  expect(opened.rows).toHaveLength(4)
  const decisions = ['keep', 'repeal', 'amend', 'extend'] as const
  const rows = opened.rows.map(({ documentId, title }) => ({
    document: documentId,
    decision: decisions[titles.indexOf(title)],
    reason: '依据上位法',
  }))
  valueOf(await proposeCleanup(ctx, opened.id, { rows: rows.slice(0, 3) }))
  expect(await decideCleanup(ctx, opened.id, {})).toMatchObject({ refusal: { code: 'invalid' } })
  expect(await showPublicCleanup(ctx, opened.id)).toMatchObject({ refusal: { code: 'not-found' } })
  expect((await list(house, 'river', { validity: 'repealed' })).items).toEqual([])
  valueOf(await proposeCleanup(ctx, opened.id, { rows }))
  const done = await Promise.all([
    decideCleanup(ctx, opened.id, {}),
    decideCleanup(ctx, opened.id, {}),
  ])
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  const stored = await house.rows('river', 'norm_document')
  const stateOf = (title: string): Record<string, unknown> | undefined =>
    stored.find((row) => row['title'] === title)
  expect(stateOf('河湾镇甲办法')).toMatchObject({ in_force: 1, expires_on: '2030-03-02' })
  expect(stateOf('河湾镇乙办法')).toMatchObject({ in_force: 0, state: 'repealed' })
  expect(stateOf('河湾镇丙办法')).toMatchObject({ in_force: 1, cleanup_note: '依据上位法' })
  expect(stateOf('河湾镇丁办法（试行）')).toMatchObject({ in_force: 1, expires_on: '2028-11-01' })
  const gone = await list(house, 'river', { validity: 'repealed' })
  expect(gone.items.map(({ title }) => title)).toEqual(['河湾镇乙办法'])
  const open = valueOf(await showPublicCleanup(ctx, opened.id))
  expect(new Set(open.rows.map(({ decision }) => decision))).toEqual(new Set(decisions))
  const events = (await house.rows('river', 'event')).filter(({ kind }) => kind === 'norm.cleaned')
  expect(events).toHaveLength(4)
})

test('row 24: what expires while a cleanup is open has no decision in it, and nothing expired is taken in', async () => {
  const made = '2024-11-03T10:00:00+08:00'
  const kept = await published(house, 'east', '东县甲办法', made)
  const lapsing = await published(house, 'east', '东县乙办法（试行）', made)
  const at = '2026-11-02T10:00:00+08:00'
  const ctx = await house.ctx('east', officer('head'), at)
  const opened = valueOf(await openCleanup(ctx, { title: '到期清理' }))
  expect(opened.rows.map(({ documentId }) => documentId).toSorted()).toEqual(
    [kept.id, lapsing.id].toSorted(),
  )
  const rows = [kept.id, lapsing.id].map((document) => ({ document, decision: 'keep' }))
  valueOf(await proposeCleanup(ctx, opened.id, { rows }))
  // The nightly job has not run yet.
  const morning = await house.ctx('east', officer('head'), '2026-11-03T00:10:00+08:00')
  const done = valueOf(await decideCleanup(morning, opened.id, {}))
  const decided = new Map(done.rows.map(({ documentId, decision }) => [documentId, decision]))
  expect(decided).toEqual(
    new Map([
      [kept.id, 'keep'],
      [lapsing.id, null],
    ]),
  )
  const open = valueOf(await showPublicCleanup(morning, opened.id))
  expect(open.rows.map(({ title }) => title)).toEqual(['东县甲办法'])
  const again = valueOf(await openCleanup(morning, { title: '再清理' }))
  expect(again.rows.map(({ documentId }) => documentId)).toEqual([kept.id])
})

test('row 87: a published list of a cleanup does not name what was taken from the public', async () => {
  const made = '2025-03-03T10:00:00+08:00'
  const norm = await published(house, 'west', '西县泄密办法', made)
  const ctx = await house.ctx('west', officer('head'), '2026-11-02T10:00:00+08:00')
  const { id } = valueOf(await openCleanup(ctx, { title: '西县清理' }))
  valueOf(await proposeCleanup(ctx, id, { rows: [{ document: norm.id, decision: 'keep' }] }))
  valueOf(await decideCleanup(ctx, id, {}))
  expect(valueOf(await showPublicCleanup(ctx, id)).rows).toHaveLength(1)
  const { db } = await house.tenant('west')
  await db.prepare('DELETE FROM published WHERE id = ?').bind(norm.itemId).run()
  expect(valueOf(await showPublicCleanup(ctx, id)).rows).toEqual([])
})

test('row 24: a proposal of a cleanup can be taken back', async () => {
  const norm = await published(house, 'hill', '山前乡办法', '2025-03-03T10:00:00+08:00')
  const ctx = await house.ctx('hill', officer('head'), '2026-11-02T10:00:00+08:00')
  const { id } = valueOf(await openCleanup(ctx, { title: '山前乡清理' }))
  const propose = (decision: string | null): ReturnType<typeof proposeCleanup> =>
    proposeCleanup(ctx, id, { rows: [{ document: norm.id, decision, reason: '再议' }] })
  valueOf(await propose('repeal'))
  const back = valueOf(await propose(null))
  expect(back.rows).toMatchObject([{ decision: null, reason: '再议' }])
  expect(await decideCleanup(ctx, id, {})).toMatchObject({ refusal: { code: 'invalid' } })
})

test('row 24: where one cleanup cannot hold all documents, the next takes in those that are left', async () => {
  const made = '2025-03-03T10:00:00+08:00'
  const ids: string[] = []
  for (const n of ['甲', '乙', '丙'])
    ids.push((await published(house, 'purse', `东县${n}规定`, made)).id)
  const { db } = await house.tenant('purse')
  const rowsOf = async (id: string): Promise<unknown[]> =>
    (await house.rows('purse', 'norm_cleanup_row'))
      .filter((row) => row['cleanup_id'] === id)
      .map((row) => row['document_id'])
  const open = async (id: string, openedOn: string): Promise<unknown[]> => {
    const cleanup = { id, version: 1, state: 'open', title: id, openedOn, decidedOn: null } as const
    await db.batch(prepare(db, insertCleanup(cleanup, 2)))
    return rowsOf(id)
  }
  const first = await open('first', '2026-11-02')
  const second = await open('second', '2026-11-02')
  expect(new Set([...first, ...second])).toEqual(new Set(ids))
  expect(first).toHaveLength(2)
  expect(second).toHaveLength(1)
  const ctx = await house.ctx('purse', officer('head'), '2026-11-03T10:00:00+08:00')
  for (const id of ['second', 'first']) {
    const { rows } = valueOf(await showCleanup(ctx, id))
    const kept = rows.map(({ documentId }) => ({ document: documentId, decision: 'keep' }))
    valueOf(await proposeCleanup(ctx, id, { rows: kept }))
    if (id === 'second') valueOf(await decideCleanup(ctx, id, {}))
    else {
      const later = await house.ctx('purse', officer('head'), '2026-11-04T10:00:00+08:00')
      valueOf(await decideCleanup(later, id, {}))
    }
  }
  const nobody = await house.ctx('hill', officer('head'), '2025-01-01T10:00:00+08:00')
  expect(await openCleanup(nobody, { title: '空的清理' })).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/title', problem: 'no-norm-left' }] },
  })
  // All are decided: the one decided longest ago comes first.
  expect(await open('third', '2027-11-02')).toContain(second[0])
})
