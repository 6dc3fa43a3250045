import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgencyKind, Level, LocalColumn } from '../../../src/domain/agency/agency.ts'
import { genres } from '../../../src/domain/catalog/genres.data.ts'
import { themes } from '../../../src/domain/catalog/themes.data.ts'
import {
  columnsOf,
  maxColumnDepth,
  misplacedColumns,
  type Column,
} from '../../../src/domain/catalog/tree.ts'
import { latestTrunk, trunkOn } from '../../../src/domain/catalog/trunk.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const levels: readonly Level[] = ['prefecture', 'county', 'township']
const kinds: readonly AgencyKind[] = ['government', 'bureau', 'public-utility']

type Flat = { id: string; depth: number; formerIds: readonly string[] }

function flat(columns: readonly Column[], depth = 1): Flat[] {
  return columns.flatMap(({ id, formerIds, children }) => [
    { id, depth, formerIds },
    ...flat(children, depth + 1),
  ])
}

function ids(level: Level, kind: AgencyKind, columns: readonly LocalColumn[] = []): string[] {
  return flat(columnsOf({ level, kind, columns })).map(({ id }) => id)
}

const local = (id: string, under: string): LocalColumn => {
  return { id, name: id, under, columnType: '信息公开目录' }
}

describe('the trunk', () => {
  test('every government and bureau has the four blocks and the fifteen items of 条例第20条', () => {
    for (const level of levels) {
      for (const kind of ['government', 'bureau'] as const) {
        const tree = columnsOf({ level, kind, columns: [] })
        expect(tree.map(({ name }) => name)).toEqual([
          '政府信息公开指南',
          '政府信息公开制度',
          '法定主动公开内容',
          '政府信息公开年报',
        ])
        const items = tree[2]?.children.filter(({ article }) => article?.includes('第二十条'))
        expect(items).toHaveLength(15)
      }
    }
  })

  test('条例第21条 differs for city and county, and for townships', () => {
    const county = ids('county', 'government')
    const township = ids('township', 'government')
    expect(township.filter((id) => !county.includes(id))).toEqual([
      'rural-policy',
      'irrigation-works',
      'contracted-land-transfer',
      'homestead-review',
      'fund-labour-raising',
    ])
    expect(county.filter((id) => !township.includes(id))).toEqual([
      'municipal-works',
      'public-services',
      'public-welfare',
      'public-order',
    ])
    const both = ['land-expropriation', 'house-expropriation', 'social-relief']
    for (const id of both) expect([county, township].every((tree) => tree.includes(id))).toBe(true)
  })

  test('a public utility keeps no annual report of this kind (条例第55条)', () => {
    expect(ids('county', 'public-utility')).not.toContain('annual-reports')
    expect(ids('county', 'public-utility')).toContain('licences-services')
  })

  test('ids occur once, themes are 22, official genres 15', () => {
    for (const keys of [
      latestTrunk.columns.map(({ id }) => id),
      themes.map(({ key }) => key),
      genres.map(({ key }) => key),
    ]) {
      expect(new Set(keys).size).toBe(keys.length)
    }
    expect(themes).toHaveLength(22)
    expect(genres.filter(({ official }) => official)).toHaveLength(15)
  })
})

describe('row 7: versions of the trunk', () => {
  const next = { ...latestTrunk, id: 'next', inForceFrom: '2030-01-01' }
  const versions = [latestTrunk, next]

  test('the one in force on the day is taken, the first before there was any', () => {
    expect(trunkOn(localDate('2029-12-31'), versions).id).toBe(latestTrunk.id)
    expect(trunkOn(localDate('2030-01-01'), versions).id).toBe('next')
    expect(trunkOn(localDate('2000-01-01'), versions).id).toBe(latestTrunk.id)
  })

  test('a tree is built from the version that is given', () => {
    const small = { ...next, columns: latestTrunk.columns.slice(0, 3) }
    const shape = { level: 'county', kind: 'bureau', columns: [] } as const
    expect(flat(columnsOf(shape, small))).toHaveLength(3)
    expect(flat(columnsOf(shape))).toHaveLength(ids('county', 'bureau').length)
  })
})

describe('row 82: villages under a township', () => {
  const villages = [
    { id: 'zhang', name: '张村' },
    { id: 'li', name: '李村' },
  ]

  test('each is a group with 党务, 政务 and 财务 under 村务公开', () => {
    const tree = columnsOf({ level: 'township', kind: 'government', columns: [], villages })
    const root = tree[2]?.children.find(({ id }) => id === 'village-affairs')
    expect(root?.children.map(({ name }) => name)).toEqual(['张村', '李村'])
    expect(root?.children[0]?.children.map(({ id, name }) => [id, name])).toEqual([
      ['village-zhang-party', '张村党务公开'],
      ['village-zhang-government', '张村政务公开'],
      ['village-zhang-finance', '张村财务公开'],
    ])
    // 村民委员会组织法第30条: a village that never publishes is found by the examination.
    expect(root?.children[0]?.children.map(({ mandatory }) => mandatory)).toEqual([
      false,
      true,
      true,
    ])
    expect(root?.children[0]?.children.every(({ cadence }) => cadence.kind === 'regular')).toBe(
      true,
    )
  })

  test('row 82: villages that were merged lead to the one that took them over', () => {
    const merged = [{ id: 'east', name: '东村', formerIds: ['old'] }]
    const tree = columnsOf({
      level: 'township',
      kind: 'government',
      columns: [],
      villages: merged,
    })
    const found = flat(tree).filter(({ formerIds }) => formerIds.length > 0)
    expect(found.map(({ id, formerIds }) => [id, formerIds])).toEqual([
      ['village-east', ['village-old']],
      ['village-east-party', ['village-old-party']],
      ['village-east-government', ['village-old-government']],
      ['village-east-finance', ['village-old-finance']],
    ])
  })

  test('a county has none, whatever its manifest says', () => {
    const tree = columnsOf({ level: 'county', kind: 'government', columns: [], villages })
    expect(flat(tree).filter(({ id }) => id.startsWith('village'))).toEqual([])
  })
})

describe('columns of an agency’s own', () => {
  test('they stand last under their column, also one under another, to depth four', () => {
    const columns = [local('debt', 'budget-accounts'), local('limits', 'debt')]
    const tree = columnsOf({ level: 'county', kind: 'bureau', columns })
    const budget = tree[2]?.children.find(({ id }) => id === 'budget-accounts')
    expect(flat(budget?.children ?? []).map(({ id }) => id)).toEqual(['debt', 'limits'])
    expect(budget?.children[0]?.article).toBeNull()
  })

  test.each([
    ['the id of a trunk column', [local('plans', 'statistics')], 'duplicate-id'],
    ['an id used twice', [local('own', 'plans'), local('own', 'plans')], 'duplicate-id'],
    ['a parent that is not there', [local('own', 'nowhere')], 'unknown-parent'],
    ['a parent of other levels', [local('own', 'rural-policy')], 'unknown-parent'],
    ['depth five', [local('x', 'plans'), local('y', 'x'), local('z', 'y')], 'too-deep'],
    [
      'a former id that is still a column',
      [local('other', 'plans'), { ...local('own', 'plans'), formerIds: ['other'] }],
      'former-id-in-use',
    ],
    ['a type not on the list', [{ ...local('own', 'plans'), columnType: '新闻' }], 'unknown-type'],
  ])('%s is misplaced and left out', (_name, columns, problem) => {
    const shape = { level: 'county', kind: 'bureau', columns } as const
    expect(misplacedColumns(shape)).toEqual([{ index: columns.length - 1, problem }])
    expect(flat(columnsOf(shape))).toHaveLength(ids('county', 'bureau').length + columns.length - 1)
  })

  test('row 8: one that is gone leads to any column that is there, a trunk column too', () => {
    const shape = {
      level: 'county',
      kind: 'bureau',
      columns: [{ ...local('own', 'plans'), formerIds: ['older'] }],
      mergedColumns: [
        { id: 'gone', into: 'plans' },
        { id: 'lost', into: 'own' },
      ],
    } as const
    expect(misplacedColumns(shape)).toEqual([])
    const former = flat(columnsOf(shape)).filter(({ formerIds }) => formerIds.length > 0)
    expect(former.map(({ id, formerIds }) => [id, formerIds])).toEqual([
      ['plans', ['gone']],
      ['own', ['older', 'lost']],
    ])
  })

  test.each([
    ['a column that is there still', { id: 'own', into: 'plans' }, 'merged-id-in-use'],
    ['a former id of another', { id: 'older', into: 'plans' }, 'merged-id-in-use'],
    ['a trunk column', { id: 'statistics', into: 'plans' }, 'merged-id-in-use'],
    ['one that goes nowhere', { id: 'gone', into: 'nowhere' }, 'unknown-successor'],
  ] as const)('%s cannot be merged away', (_name, merged, problem) => {
    const columns = [{ ...local('own', 'plans'), formerIds: ['older'] }]
    const shape = { level: 'county', kind: 'bureau', columns, mergedColumns: [merged] } as const
    expect(misplacedColumns(shape)).toEqual([{ index: 0, problem }])
  })

  test('row 9: a column has the owner and the carriers of the one above unless its own are stated', () => {
    const shape = {
      level: 'county',
      kind: 'bureau',
      columns: [local('own', 'budget-accounts')],
      columnDuties: [
        { column: 'budget-accounts', owner: '财务科', channels: ['website', 'notice-board'] },
        { column: 'own', owner: '资产科' },
      ],
    } as const
    const all = (columns: readonly Column[]): Column[] =>
      columns.flatMap((column) => [column, ...all(column.children)])
    const found = (id: string): Column | undefined =>
      all(columnsOf(shape)).find((column) => column.id === id)
    expect(found('own')).toMatchObject({ owner: '资产科', channels: ['website', 'notice-board'] })
    expect(found('plans')).toMatchObject({ owner: null, channels: ['website'] })
    const stray = { ...shape, columnDuties: [{ column: 'nowhere', owner: '某科' }] }
    expect(misplacedColumns(stray)).toEqual([{ index: 0, problem: 'unknown-column' }])
  })

  test('whatever is asked for, ids stay unique, depth stays four, and nothing is lost silently', () => {
    const names = fc.constantFrom(
      'a',
      'b',
      'c',
      'plans',
      'statutory-content',
      'annual-reports',
      'no',
    )
    const columns = fc.array(fc.tuple(names, names).map(([id, under]) => local(id, under)))
    fc.assert(
      fc.property(
        fc.constantFrom(...levels),
        fc.constantFrom(...kinds),
        columns,
        (level, kind, own) => {
          const shape = { level, kind, columns: own }
          const tree = flat(columnsOf(shape))
          expect(new Set(tree.map(({ id }) => id)).size).toBe(tree.length)
          expect(Math.max(...tree.map(({ depth }) => depth))).toBeLessThanOrEqual(maxColumnDepth)
          expect(tree.length + misplacedColumns(shape).length).toBe(
            ids(level, kind).length + own.length,
          )
        },
      ),
    )
  })
})
