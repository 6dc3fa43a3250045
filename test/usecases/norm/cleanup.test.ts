import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideCleanup } from '../../../src/usecases/norm/decide-cleanup.ts'
import { openCleanup } from '../../../src/usecases/norm/open-cleanup.ts'
import { proposeCleanup } from '../../../src/usecases/norm/propose-cleanup.ts'
import { showPublicCleanup } from '../../../src/usecases/norm/show-cleanup.ts'
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
