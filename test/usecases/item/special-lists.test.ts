import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { listColumns, listValues, keepListed } from '../../../src/domain/item/kinds/list-columns.ts'
import { readFields } from '../../../src/domain/item/kinds/check-fields.ts'
import { withReferences } from '../../../src/domain/item/kinds/item-references.ts'
import type { Fields } from '../../../src/domain/item/kinds/kind.ts'
import { itemKinds } from '../../../src/domain/item/kinds/kind-of.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { listSpecials } from '../../../src/usecases/item/list-specials.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { happyFields } from '../../domain/item/kinds/happy-fields.data.ts'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor, type Door } from '../../support/http.ts'
import { deskOf, people, ticked } from './desk-items.ts'

const now = '2026-11-20T10:00:00+08:00'
const today = localDate('2026-11-20')
const system: Actor = { type: 'system', job: 'test' }
const personal = /11010519491231002X|13800001234|138 0000|张三丰/

let house: House
let door: Door
const ids = new Map<string, string>()
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: now })
  const desk = deskOf(house, 'river', now)
  const { id: basis } = await desk.publish({ category: 'supervision-inspection' })
  const named = new Map([1, 2, 3].map((n) => [`item-${String(n)}`, basis]))
  for (const kind of itemKinds.filter(({ list }) => list.length > 0)) {
    const [category = 'other-statutory'] = kind.columns
    const fields = withReferences(kind.id, readable(kind.id), named)
    const parts = { kind: kind.id, fields, body: '详见以上内容。', category }
    const { id } = await desk.publish({ ...parts, title: `${kind.name}一则`, docNumber: null })
    ids.set(kind.id, id)
  }
  await syncAgency(await house.tenant('river'), house.regionCtx(now))
})
afterAll(() => house.close())

/** The complete fields of a kind as they are kept. */
function readable(kind: string): Fields {
  const read = readFields(kind, happyFields[kind])
  if (!read.ok) throw new Error(kind)
  return read.value
}

const html = async (path: string, agency = 'river'): Promise<string> =>
  (await door.request(agency, path)).text()
const cells = (page: string): string[] =>
  [...page.matchAll(/<td role="cell"[^>]*data-label="([^"]+)"[^>]*>(.*?)<\/td>/g)].map(
    ([, label = '', cell = '']) => `${label}=${cell.replaceAll(/<[^>]+>/g, '')}`,
  )

describe('issue 28: a special type is data, its list columns too', () => {
  test.each(
    itemKinds.filter(({ list }) => list.length > 0).map((kind) => [kind.id, kind] as const),
  )('%s: the list of the kind shows its columns, masked', async (id, kind) => {
    const page = await html(`/items?kind=${id}`)
    const shown = cells(page)
    for (const { label } of listColumns(kind)) {
      expect(
        shown.some((cell) => cell.startsWith(label) && !cell.endsWith('=')),
        label,
      ).toBe(true)
    }
    expect(page).not.toMatch(personal)
  })

  test('row 29: a column with one kind shows the penalties as a table', async () => {
    const shown = cells(await html('/items?category=penalties-coercion'))
    expect(shown).toEqual([
      '标题=行政处罚一则',
      '处罚决定书文号=埇城管罚决〔2026〕12号',
      '当事人=张某某',
      '处罚机关=埇桥区城市管理局',
      '处罚日期=2026-11-02',
      '发布日期=2026-11-20',
    ])
  })

  test('rows 34, 88: a mixed column keeps the usual table and leads to each kind', async () => {
    const page = await html('/items?category=supervision-inspection')
    expect(cells(page)[0]).toContain('索引号')
    expect(page).toContain('kind=credit-list')
    expect(page).toContain('kind=spot-check')
    const lists = cells(await html('/items?category=supervision-inspection&kind=credit-list'))
    expect(lists).toContain('名单户数（户）=1')
  })

  test('rows 30, 33: money stands right with its thousands set apart, a notice says where it stands', async () => {
    const page = await html('/items?kind=benefit-list')
    expect(page).toMatch(
      /<td role="cell" class="c-number" data-label="合计金额（元）">[\d,.]+<\/td>/,
    )
    expect(cells(page).some((cell) => /^公示状态=(?:未开始|公示中|已结束)$/.test(cell))).toBe(true)
  })

  test('the same in JSON, of the agency and of the county above it, and as a table to take along', async () => {
    for (const [agency, path] of [
      ['river', '/items?kind=penalty'],
      ['east', '/items?kind=行政处罚&scope=subtree'],
    ] as const) {
      const { body } = await door.api(agency, path)
      expect(body, path).toMatchObject({
        items: [{ kind: 'penalty', listed: { party: '张某某', penaltyOn: '2026-11-02' } }],
        next: null,
      })
      expect(JSON.stringify(body)).not.toMatch(personal)
    }
    expect(cells(await html('/items?kind=penalty&scope=subtree', 'east'))).toContain(
      '当事人=张某某',
    )
    expect(await html('/items/list.csv?kind=penalty')).toContain('处罚决定书文号')
  })

  test('the region keeps no name, no number and no table of anybody', async () => {
    const { results } = await house.region.prepare('SELECT * FROM region_item').all()
    expect(JSON.stringify(results)).not.toMatch(personal)
  })

  test('what depends on the day is made on the day', () => {
    const kept = keepListed('credit-list', {
      entries: [
        { entryName: '甲', removedOn: '2026-12-01' },
        { entryName: '乙', removedOn: '2027-01-01' },
        { entryName: '丙' },
      ],
    })
    const count = (on: string): unknown => listValues(kept, localDate(on))['entryCount']
    expect([count('2026-11-30'), count('2026-12-01'), count('2027-01-01')]).toEqual([3, 2, 1])
    const notice = keepListed('public-notice', { noticePeriod: '2026-11-18/2026-11-24' })
    const stage = (on: string): unknown => listValues(notice, localDate(on))['noticeStage']
    expect([stage('2026-11-17'), stage('2026-11-24'), stage('2026-11-25')]).toEqual([
      '未开始',
      '公示中',
      '已结束',
    ])
    expect(keepListed('document', {})).toBeNull()
    expect(listValues(null, today)).toEqual({})
  })
})

test('what was published before lists knew kinds is filed by the sweep, in the region too', async () => {
  const { db } = await house.tenant('river')
  const id = ids.get('penalty') ?? ''
  await db.prepare(`UPDATE published SET listed = NULL WHERE id = ?`).bind(id).run()
  await db
    .prepare(
      'DELETE FROM published_search WHERE rowid IN (SELECT docid FROM published WHERE id = ?)',
    )
    .bind(id)
    .run()
  expect(cells(await html('/items?kind=penalty'))).toEqual([])
  expect(await listSpecials(await house.ctx('river', system, now))).toMatchObject({
    value: { listed: 1 },
  })
  expect(await listSpecials(await house.ctx('river', system, now))).toMatchObject({
    value: { listed: 0 },
  })
  expect(cells(await html('/items?kind=penalty'))).toContain('当事人=张某某')
  await syncAgency(await house.tenant('river'), house.regionCtx(now))
  expect((await door.api('east', '/items?kind=penalty&scope=subtree')).body).toMatchObject({
    items: [{ id }],
  })
  const found = await recompute(await house.ctx('river', system, now), house.regionCtx(now))
  expect(found).toMatchObject({ own: [], facets: [] })
})

describe('row 21, issue 28: editions show the fields as they were', () => {
  const desk = (): ReturnType<typeof deskOf> => deskOf(house, 'hill', now)

  test('an earlier edition keeps its amounts; the difference names the changed field', async () => {
    const fields = happyFields['penalty'] ?? {}
    const { id } = await desk().publish({ kind: 'penalty', fields, body: '同样的正文。' })
    await desk().edit(id, {
      fields: { ...fields, fine: 0.05, penaltyContent: '罚款 500 元' },
      note: '改正',
    })
    await desk().approve(id)
    await desk().act(id, 'publish', people.head)
    const first = await html(`/items/${id}/editions/1`, 'hill')
    expect(first).toContain('0.02 万元')
    expect(first).not.toContain('0.05 万元')
    const second = await html(`/items/${id}/editions/2`, 'hill')
    const difference = second.slice(second.indexOf('id="difference"'))
    expect(difference).toContain('罚款金额')
    expect(difference).toMatch(/<del>.*0\.02/s)
    expect(difference).toMatch(/<ins>.*0\.05/s)
    expect(first + second).not.toMatch(personal)
    const { body } = await door.api('hill', `/items/${id}/editions/2`)
    expect(body).toMatchObject({ fields: { fine: 0.05 }, previous: { fields: { fine: 0.02 } } })
    expect(JSON.stringify(body)).not.toMatch(personal)
  })

  test('row 34: an entry that left the list has left its earlier editions', async () => {
    const fields = happyFields['credit-list'] ?? {}
    const kept = [
      {
        entryClass: 'organisation',
        entryName: '修复有限公司',
        entryCreditCode: '91350100M000100Y43',
        listedOn: '2026-01-05',
        listedBasis: '一号',
        removedOn: '2029-01-05',
      },
      {
        entryClass: 'organisation',
        entryName: '仍在有限公司',
        entryCreditCode: '91350100M000100Y43',
        listedOn: '2026-01-05',
        listedBasis: '二号',
        removedOn: '2029-01-05',
      },
    ]
    const { id } = await desk().publish({
      kind: 'credit-list',
      fields: { ...fields, entries: kept },
    })
    expect(await html(`/items/${id}/editions/1`, 'hill')).toContain('修复有限公司')
    await desk().edit(id, { fields: { ...fields, entries: kept.slice(1) }, note: '信用修复' })
    await desk().approve(id)
    await desk().act(id, 'publish', people.head)
    for (const path of ['/editions/1', '/editions/2']) {
      const page = await html(`/items/${id}${path}`, 'hill')
      expect(page).toContain('仍在有限公司')
      expect(page).not.toContain('修复有限公司')
    }
  })

  test('row 34: a text that names who will leave the list is stopped at publication', async () => {
    const fields = happyFields['credit-list'] ?? {}
    const entries = [
      {
        entryClass: 'organisation',
        entryName: '将移出有限公司',
        entryCreditCode: '91350100M000100Y43',
        listedOn: '2026-01-05',
        listedBasis: '一号',
        removedOn: '2029-01-05',
      },
    ]
    const { id } = await desk().draft({
      kind: 'credit-list',
      fields: { ...fields, entries },
      body: '将移出有限公司列入名单。',
    })
    await desk().act(id, 'submit', people.author)
    await desk().act(id, 'approve', people.first, ticked)
    const done = await desk().act(id, 'approve', people.final, ticked)
    expect(done).toMatchObject({ ok: false, refusal: { code: 'findings-open' } })
  })
})
