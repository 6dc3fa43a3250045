import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnNorm } from '../../../src/usecases/norm/act-on-norm.ts'
import { draftNorm } from '../../../src/usecases/norm/draft-norm.ts'
import { enterNorm } from '../../../src/usecases/norm/enter-norm.ts'
import { expireNorms } from '../../../src/usecases/norm/expire-norms.ts'
import { listNorms } from '../../../src/usecases/norm/list-norms.ts'
import { listPublicNorms } from '../../../src/usecases/norm/list-public-norms.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { commit } from '../../../src/store/commit.ts'
import { linkInterpretations } from '../../../src/store/tenant/item/interpretation.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { list } from '../item/import-files.ts'
import { act, published, publishItem, registered, valueOf } from './norm-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const may = '2026-05-18T10:00:00+08:00'

async function publicTitles(agency: string, standing: string, at: string): Promise<string[]> {
  const ctx = await house.ctx(agency, undefined, at)
  return valueOf(await listPublicNorms(ctx, { standing })).items.map(({ title }) => title)
}

test('row 22: a number only after the legality review, force only after publication', async () => {
  const ctx = await house.ctx('west', officer('information-officer'), may)
  const { id } = valueOf(await draftNorm(ctx, { title: '西县养犬管理办法' }))
  const head = { version: undefined }
  expect(await act(house, 'west', id, 'register', 'head', head, may)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  expect(await act(house, 'west', id, 'submit', 'information-officer', {}, may)).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/item', problem: 'required' }] },
  })
  const item = await publishItem(house, 'west', '西县养犬管理办法', '2026-05-18')
  valueOf(await act(house, 'west', id, 'submit', 'information-officer', { item }, may))
  expect(await act(house, 'west', id, 'pass', 'head', { opinion: '合法' }, may)).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  const both = { ...officer('information-officer'), roles: ['legal-reviewer'] as const }
  const author = await house.ctx('west', both, may)
  expect(await actOnNorm(author, id, 'pass', { opinion: '合法' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  valueOf(await act(house, 'west', id, 'send-back', 'legal-reviewer', { opinion: '缺依据' }, may))
  valueOf(await act(house, 'west', id, 'submit', 'information-officer', {}, may))
  valueOf(await act(house, 'west', id, 'pass', 'legal-reviewer', { opinion: '合法' }, may))
  const numbered = valueOf(await act(house, 'west', id, 'register', 'head', {}, may))
  expect(numbered).toMatchObject({ state: 'registered', number: 'west规〔2026〕1号', inForce: 0 })
  expect(await publicTitles('west', 'valid', may)).toEqual([])
  expect(await act(house, 'west', id, 'publish', 'head', { item: 'nothing' }, may)).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/item', problem: 'not-published' }] },
  })
  const open = valueOf(await act(house, 'west', id, 'publish', 'head', { item }, may))
  expect(open).toMatchObject({
    state: 'published',
    inForce: 1,
    publishedOn: '2026-05-18',
    expiresOn: '2031-05-17',
    fileBy: '2026-06-02',
  })
  expect(await publicTitles('west', 'valid', may)).toEqual(['西县养犬管理办法'])
  // Taken from the public, it is in nobody's register.
  const { db } = await house.tenant('west')
  await db.prepare('UPDATE published SET id = ? WHERE id = ?').bind('moved', item).run()
  expect(await publicTitles('west', 'valid', may)).toEqual([])
  await db.prepare('UPDATE published SET id = ? WHERE id = ?').bind(item, 'moved').run()
})

test('row 22: heads registering at once never share or skip a number, nor register twice', async () => {
  const reviewed = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      const ctx = await house.ctx('pref', officer('information-officer'), may)
      const { id } = valueOf(await draftNorm(ctx, { title: `试验市第${n}号办法` }))
      const item = await publishItem(house, 'pref', `试验市第${n}号办法`, '2026-05-18')
      valueOf(await act(house, 'pref', id, 'submit', 'information-officer', { item }, may))
      valueOf(await act(house, 'pref', id, 'pass', 'legal-reviewer', { opinion: '合法' }, may))
      return id
    }),
  )
  const done = await Promise.all(
    [...reviewed, ...reviewed].map((id) => act(house, 'pref', id, 'register', 'head', {}, may)),
  )
  expect(done.filter(({ ok }) => ok)).toHaveLength(8)
  const serials = (await house.rows('pref', 'norm_document')).map((row) => row['number_serial'])
  expect(serials.toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  const next = await registered(
    house,
    'pref',
    '试验市下一年办法',
    '2027-01-04T09:00:00+08:00',
    '2026-05-18',
  )
  expect(next.number).toBe('pref规〔2027〕1号')
})

test('row 24: six months before the end it is warned of; the day after the end it lapses, once, in register, search, region and figures', async () => {
  const made = '2024-06-03T10:00:00+08:00'
  const norm = await published(house, 'river', '河湾镇集市管理办法（试行）', made)
  expect(norm).toMatchObject({ expiresOn: '2026-06-02', validityYears: 2 })
  const dues = async (at: string): Promise<string[]> => {
    const ctx = await house.ctx('river', officer('viewer'), at)
    const { items } = valueOf(await listNorms(ctx, { due: 'true' }))
    return items.flatMap((one) => one.dues.map(({ what }) => what))
  }
  expect(await dues('2025-12-01T09:00:00+08:00')).toEqual(['file'])
  expect(await dues('2025-12-02T09:00:00+08:00')).toEqual(['file', 'expiry'])
  const system = { type: 'system', job: 'recompute' } as const
  const lastDay = await house.ctx('river', system, '2026-06-02T23:59:00+08:00')
  expect(valueOf(await expireNorms(lastDay))).toEqual({ expired: 0 })
  expect(await publicTitles('river', 'valid', '2026-06-02T23:59:00+08:00')).toHaveLength(1)
  // Even before the nightly job has run the public is told the truth.
  const morning = '2026-06-03T00:01:00+08:00'
  expect(await publicTitles('river', 'valid', morning)).toEqual([])
  expect(await publicTitles('river', 'expired', morning)).toHaveLength(1)
  const runs = await Promise.all(
    [1, 2, 3].map(async () => expireNorms(await house.ctx('river', system, morning))),
  )
  expect(runs.map((run) => valueOf(run).expired).toSorted((a, b) => a - b)).toEqual([0, 0, 1])
  expect(valueOf(await expireNorms(await house.ctx('river', system, morning))).expired).toBe(0)
  const ended = (await house.rows('river', 'event')).filter(({ kind }) => kind === 'norm.ended')
  expect(ended).toMatchObject([
    { actor: 'system:recompute', data: '{"how":"expired","on":"2026-06-03"}' },
  ])
  const found = await list(house, 'river', { q: '集市管理', validity: 'invalid' })
  expect(found.items.map(({ id }) => id)).toEqual([norm.itemId])
  expect((await list(house, 'river', { q: '集市管理', validity: 'valid' })).items).toEqual([])
  const ctx = await house.ctx('river', system, morning)
  valueOf(await syncAgency(ctx, house.regionCtx(morning)))
  const inRegion = await house.region
    .prepare('SELECT validity FROM region_item WHERE agency_id = ? AND item_id = ?')
    .bind('river', norm.itemId)
    .first()
  expect(inRegion).toEqual({ validity: 'invalid' })
  const figures = async (period: string): Promise<unknown> => {
    const shown = await showStatistics(ctx, house.regionCtx(morning), { period })
    return valueOf(shown).proactive['normativeDocuments']
  }
  expect(await figures('2024')).toEqual({ made: 1, repealed: 0, inForce: 1 })
  expect(await figures('2026')).toEqual({ made: 0, repealed: 1, inForce: 0 })
  const compared = await recompute(ctx, house.regionCtx(morning))
  expect([...compared.own, ...compared.office, ...compared.facets]).toEqual([])
})

test('row 24: a document made before the register began is entered with its number, and the next number steps over it', async () => {
  const item = await publishItem(house, 'hill', '山前乡林地管理规定', '2026-02-10')
  const ctx = await house.ctx('hill', officer('head'), may)
  const entry = {
    title: '山前乡林地管理规定',
    number: 'hill规〔2026〕4号',
    item,
    filedOn: '2026-02-20',
  }
  const entered = valueOf(await enterNorm(ctx, entry))
  expect(entered).toMatchObject({ state: 'accepted', numberSerial: 4, expiresOn: '2031-02-09' })
  expect(await enterNorm(ctx, entry)).toMatchObject({ refusal: { code: 'invalid' } })
  const next = await registered(house, 'hill', '山前乡防火规定', may)
  expect(next.number).toBe('hill规〔2026〕5号')
})

test('row 22: no two documents have one number, however it is written', async () => {
  const ctx = await house.ctx('hill', officer('head'), may)
  const enter = async (title: string, number: string): Promise<unknown> => {
    const item = await publishItem(house, 'hill', title, '2026-02-10')
    const done = await enterNorm(ctx, { title, number, item })
    return done.ok ? done.value.numberSerial : done.refusal
  }
  const taken = { code: 'invalid', errors: [{ pointer: '/number', problem: 'taken' }] }
  expect(await enter('山前乡修路规定', '山前政〔2025〕3号')).toBeNull()
  expect(await enter('山前乡修桥规定', '山前政〔2025〕3号')).toEqual(taken)
  expect(await enter('山前乡修渠规定', '山前政［２０２５］ 3 号')).toEqual(taken)
  // One that this register's own rule would give is known as such, so that it is not given again.
  expect(await enter('山前乡封山规定', 'hill规[2026]７号')).toBe(7)
  expect(await enter('山前乡育林规定', 'hill规〔2026〕007号')).toEqual(taken)
  const next = await registered(house, 'hill', '山前乡护林规定', may)
  expect(next.number).toBe('hill规〔2026〕8号')
})

test('row 24: an entered document ends after it was published and began, and was filed after that', async () => {
  const item = await publishItem(house, 'hill', '山前乡采石管理规定', '2026-02-10')
  const ctx = await house.ctx('hill', officer('head'), may)
  const entry = { title: '山前乡采石管理规定', number: '山前采石1号', item }
  const wrong = async (days: Record<string, string>): Promise<unknown> => {
    const done = await enterNorm(ctx, { ...entry, ...days })
    return done.ok ? done.value.state : done.refusal
  }
  const before = (pointer: string, other: string): unknown => ({
    code: 'invalid',
    errors: [{ pointer, problem: 'before', other }],
  })
  expect(await wrong({ expiresOn: '2026-02-28', effectiveOn: '2026-03-01' })).toEqual(
    before('/expiresOn', '/effectiveOn'),
  )
  // Its five years were over before it was published: no year could count it as in force.
  expect(await wrong({ effectiveOn: '1990-01-01' })).toEqual(before('/expiresOn', '/publishedOn'))
  expect(await wrong({ filedOn: '2026-02-09' })).toEqual(before('/filedOn', '/publishedOn'))
  expect(await wrong({ filedOn: '2026-05-19' })).toMatchObject({
    errors: [{ pointer: '/filedOn', problem: 'in-future' }],
  })
  expect(await wrong({ expiresOn: '2026-05-30', filedOn: '2026-02-10' })).toBe('accepted')
  // From the day after its last it can only end.
  const row = (await house.rows('hill', 'norm_document')).find(
    (one) => one['number'] === '山前采石1号',
  )
  const late = '2026-05-31T08:00:00+08:00'
  const reason = { reason: '仍需实施' }
  expect(
    await act(house, 'hill', String(row?.['id']), 'extend', 'head', reason, late),
  ).toMatchObject({ refusal: { code: 'step-not-open', state: 'expired' } })
})

test('row 24: each part of the public register has what stands so: what is not in force yet is not among what is', async () => {
  const { id } = await registered(house, 'river', '河湾镇七月施行的办法', may)
  const later = { effectiveOn: '2026-07-01' }
  valueOf(await act(house, 'river', id, 'publish', 'head', later, may))
  const title = '河湾镇七月施行的办法'
  expect(await publicTitles('river', 'valid', may)).not.toContain(title)
  expect(await publicTitles('river', 'not-yet', may)).toEqual([title])
  const july = '2026-07-01T00:01:00+08:00'
  expect(await publicTitles('river', 'valid', july)).toContain(title)
  expect(await publicTitles('river', 'not-yet', july)).toEqual([])
})

test('row 24: what took the place of an amended document is a published one, and both registers lead to it', async () => {
  const old = await published(house, 'east', '东县旧供水办法', may)
  const draft = await registered(house, 'east', '东县未公布供水办法', may)
  const next = await published(house, 'east', '东县新供水办法', may)
  const amend = (replacedBy: string): ReturnType<typeof act> =>
    act(house, 'east', old.id, 'amend', 'head', { reason: '已修改', replacedBy }, may)
  for (const word of ['没有这一件', old.id, draft.number ?? '']) {
    expect(await amend(word)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/replacedBy', problem: 'not-listed' }] },
    })
  }
  const done = valueOf(await amend(next.number ?? ''))
  expect(done).toMatchObject({ state: 'amended', replacedBy: next.id })
  expect(done.successor).toMatchObject({ id: next.id, title: '东县新供水办法' })
  const open = valueOf(await listPublicNorms(await house.ctx('east', undefined, may), {}))
  expect(open.items.find(({ id }) => id === old.id)?.replacedBy).toEqual({
    itemId: next.itemId,
    title: '东县新供水办法',
  })
})

test('row 24: extension and repeal by the head, each with its reason; the item follows at once', async () => {
  const { id, itemId } = await published(house, 'purse', '东县专项资金管理办法', may)
  const june = '2026-06-10T09:00:00+08:00'
  expect(await act(house, 'purse', id, 'repeal', 'head', { reason: ' ' }, june)).toMatchObject({
    refusal: { code: 'invalid' },
  })
  const longer = valueOf(
    await act(house, 'purse', id, 'extend', 'head', { reason: '仍需实施' }, june),
  )
  expect(longer).toMatchObject({ expiresOn: '2031-06-09', state: 'published' })
  const repealed = valueOf(
    await act(house, 'purse', id, 'repeal', 'head', { reason: '已被替代' }, june),
  )
  expect(repealed).toMatchObject({ state: 'repealed', inForce: 0, actions: [] })
  const [row] = (await list(house, 'purse', { validity: 'repealed' })).items
  expect(row?.id).toBe(itemId)
  expect(await publicTitles('purse', 'repealed', june)).toEqual(['东县专项资金管理办法'])
})

test('row 25: documents in force that nothing explains are listed until something does, both ways', async () => {
  const { id, itemId } = await published(house, 'west', '西县停车收费办法', may)
  const lacking = async (): Promise<string[]> => {
    const ctx = await house.ctx('west', officer('viewer'), may)
    return valueOf(await listNorms(ctx, { lacking: 'interpretation' })).items.map((one) => one.id)
  }
  expect(await lacking()).toContain(id)
  const explains = await publishItem(house, 'west', '《西县停车收费办法》解读', '2026-05-19')
  const ctx = await house.ctx('west', officer('information-officer'), may)
  const statements = linkInterpretations(explains, [itemId ?? '', explains])
  expect(await commit(ctx, { events: [], statements })).toEqual({ ok: true })
  expect(await lacking()).not.toContain(id)
  expect(await house.rows('west', 'interpretation')).toHaveLength(1)
  await commit(ctx, { events: [], statements: linkInterpretations(explains, []) })
  expect(await lacking()).toContain(id)
})
