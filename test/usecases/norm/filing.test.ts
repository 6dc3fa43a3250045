import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnFiling } from '../../../src/usecases/norm/act-on-filing.ts'
import { listFilings } from '../../../src/usecases/norm/list-filings.ts'
import { listPublicNorms } from '../../../src/usecases/norm/list-public-norms.ts'
import type { FilingLine, FilingView } from '../../../src/usecases/norm/show-filing.ts'
import { showNorm, type NormView } from '../../../src/usecases/norm/show-norm.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { carryAll } from '../../jobs/carry.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { list } from '../item/import-files.ts'
import { act, published, valueOf } from './norm-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const made = '2026-09-18T10:00:00+08:00'

async function post(at: string): Promise<void> {
  await carryAll(house, house.posted.splice(0), at)
}

async function filingOf(document: string, at: string): Promise<FilingLine> {
  const ctx = await house.ctx('east', officer('head'), at)
  const { items } = valueOf(await listFilings(ctx, {}))
  const found = items.find(({ documentId, state }) => documentId === document && state !== 'closed')
  if (found === undefined) throw new Error('no such filing')
  return found
}

async function decide(
  letter: string,
  action: string,
  raw: unknown,
  at: string,
): Promise<Result<FilingView>> {
  return actOnFiling(await house.ctx('east', officer('head'), at), letter, action, raw)
}

async function shown(id: string, at: string): Promise<NormView> {
  return valueOf(await showNorm(await house.ctx('river', officer('viewer'), at), id))
}

test('row 23: filed, returned with reasons and a day, corrected, accepted; both ends show the same and both clocks run', async () => {
  const norm = await published(house, 'river', '河湾镇河道采砂管理办法', made)
  expect(norm.fileBy).toBe('2026-10-08')
  expect(norm.dues).toEqual([{ what: 'file', on: '2026-10-08', isOverdue: false }])
  const late = '2026-10-09T09:00:00+08:00'
  expect((await shown(norm.id, late)).dues).toMatchObject([{ isOverdue: true }])
  valueOf(await act(house, 'river', norm.id, 'file', 'legal-reviewer', {}, late))
  await post(late)
  const filing = await filingOf(norm.id, late)
  expect(filing).toMatchObject({
    sender: 'river',
    state: 'open',
    isLate: true,
    dueOn: '2026-11-05',
    number: 'river规〔2026〕1号',
  })
  expect((await filingOf(norm.id, '2026-11-06T09:00:00+08:00')).isOverdue).toBe(true)
  expect(await decide(filing.letterId, 'return', { opinion: '超越权限' }, late)).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/correctBy', problem: 'required' }] },
  })
  const returned = { opinion: '第三条超越权限', correctBy: '2026-10-30' }
  valueOf(await decide(filing.letterId, 'return', returned, late))
  await post(late)
  expect(await shown(norm.id, '2026-10-31T09:00:00+08:00')).toMatchObject({
    state: 'returned',
    inForce: 1,
    filingOpinion: '第三条超越权限',
    dues: [{ what: 'correct', on: '2026-10-30', isOverdue: true }],
  })
  const mended = { note: '第三条已经删去' }
  valueOf(await act(house, 'river', norm.id, 'correct', 'head', mended, late))
  await post(late)
  const again = await filingOf(norm.id, late)
  expect(again.letterId).not.toBe(filing.letterId)
  const rows = await house.rows('east', 'norm_filing')
  expect(rows.find((row) => row['letter_id'] === filing.letterId)).toMatchObject({
    state: 'closed',
    outcome: 'corrected',
  })
  const [first, second] = await Promise.all([
    decide(again.letterId, 'accept', {}, late),
    decide(again.letterId, 'accept', {}, late),
  ])
  expect(first.ok).not.toBe(second.ok)
  await post(late)
  expect(await shown(norm.id, late)).toMatchObject({ state: 'accepted', dues: [] })
})

test('row 23: what the upper agency revokes is out of force at the maker as soon as the letter comes', async () => {
  const norm = await published(house, 'river', '河湾镇摆摊收费规定', made)
  valueOf(await act(house, 'river', norm.id, 'file', 'head', {}, made))
  await post(made)
  const filing = await filingOf(norm.id, made)
  const later = '2026-11-02T09:00:00+08:00'
  valueOf(
    await decide(
      filing.letterId,
      'return',
      { opinion: '违法设定收费', correctBy: '2026-11-10' },
      later,
    ),
  )
  valueOf(await decide(filing.letterId, 'revoke', { opinion: '逾期不改，予以撤销' }, later))
  // The two letters may come in any order; here the later one comes first.
  await carryAll(house, house.posted.splice(0).toReversed(), later)
  expect(await shown(norm.id, later)).toMatchObject({
    state: 'revoked',
    inForce: 0,
    endReason: '逾期不改，予以撤销',
  })
  const page = await list(house, 'river', { validity: 'repealed' })
  expect(page.items.map(({ id }) => id)).toEqual([norm.itemId])
  const ctx = await house.ctx('river', undefined, later)
  const open = valueOf(await listPublicNorms(ctx, { standing: 'valid' }))
  expect(open.items.map(({ id }) => id)).not.toContain(norm.id)
  expect(await filingOf(norm.id, later)).toMatchObject({ state: 'revoked', actions: [] })
})

test('row 23: a maker that revokes a returned document itself, or repeals a filed one, tells the upper agency', async () => {
  const [one, two] = [
    await published(house, 'river', '河湾镇道路占用办法', made),
    await published(house, 'river', '河湾镇墓地管理办法', made),
  ]
  for (const { id } of [one, two]) {
    valueOf(await act(house, 'river', id, 'file', 'head', {}, made))
  }
  await post(made)
  const { letterId } = await filingOf(one.id, made)
  valueOf(await decide(letterId, 'return', { opinion: '不合法', correctBy: '2026-10-30' }, made))
  await post(made)
  const act1 = await act(house, 'river', one.id, 'revoke', 'head', { reason: '自行撤销' }, made)
  expect(valueOf(act1).state).toBe('revoked')
  valueOf(await act(house, 'river', two.id, 'repeal', 'head', { reason: '不再需要' }, made))
  await post(made)
  const rows = await house.rows('east', 'norm_filing')
  const outcomes = [one, two].map(({ id }) => {
    const row = rows.find((filing) => filing['document_id'] === id)
    return [row?.['state'], row?.['outcome']]
  })
  expect(outcomes).toEqual([
    ['closed', 'revoked'],
    ['closed', 'repealed'],
  ])
})

test('row 23: only agencies directly below file here, and only the parent may decide', async () => {
  await house.region.prepare('DELETE FROM dead_letter').run()
  const norm = await published(house, 'river', '河湾镇养殖管理办法', made)
  valueOf(await act(house, 'river', norm.id, 'file', 'head', {}, made))
  const [letter] = await house
    .rows('river', 'letter_out')
    .then((rows) => rows.filter((row) => row['about'] === norm.id))
  await post(made)
  // The same words from a stranger's house, and a verdict from one that is no parent.
  const forged = (id: string, sender: string, recipient: string, kind: string, payload: string) =>
    house.region
      .prepare(
        `INSERT INTO letter (id, sender, recipient, kind, subject, about, payload, sent_at)
         VALUES (?, ?, ?, ?, '', 'x', ?, 0)`,
      )
      .bind(id, sender, recipient, kind, payload)
      .run()
  await forged('f-1', 'river', 'west', 'norm-filing', String(letter?.['payload']))
  const verdict = {
    filing: letter?.['id'],
    document: norm.id,
    verdict: 'revoked',
    opinion: '',
    correctBy: null,
  }
  await forged('f-2', 'west', 'river', 'norm-filing-reply', JSON.stringify(verdict))
  await carryAll(house, [
    { v: 1, kind: 'deliver', tenant: 'west', key: 'f-1' },
    { v: 1, kind: 'deliver', tenant: 'river', key: 'f-2' },
  ])
  const { results } = await house.region.prepare('SELECT reason FROM dead_letter').all()
  expect(results).toEqual([{ reason: 'wrong-agency' }, { reason: 'wrong-agency' }])
  expect(await shown(norm.id, made)).toMatchObject({ state: 'filed', inForce: 1 })
  expect(await house.rows('west', 'norm_filing')).toEqual([])
})
