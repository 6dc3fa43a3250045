import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../src/domain/shared/refusal.ts'
import { listDeskClarifications } from '../src/usecases/clarification/list-desk.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { listDeskTopics } from '../src/usecases/topic/list-desk.ts'
import { countingDb, type CountedDb } from './support/counting-db.ts'
import { officer, openHouse, type House } from './support/house.ts'

const at = '2026-11-20T10:00:00+08:00'
const many = 1000

type Listed = { items: readonly { id: string }[]; next: string | null }
type List = (ctx: Ctx, raw: unknown) => Promise<Result<Listed>>

let house: House
let counted: CountedDb
beforeAll(async () => {
  house = await openHouse()
  const { db } = await house.tenant('east')
  counted = countingDb(db)
  const numbers = `WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < ${many - 1})`
  // Several of each day and instant, so that a page ends within one of them.
  await db.batch([
    ...['draft', 'published', 'withdrawn'].map((state) =>
      db.prepare(
        `${numbers} INSERT INTO clarification (id, version, state, claim, source, seen_on, checked_by,
           facts, drafted_by, drafted_at, published_at, listed_at, withdrawn_on)
         SELECT '${state}-' || i, 1, '${state}', '说法' || i, '某平台', date('2026-01-01', (i / 7) || ' days'),
           '某局', '事实', 'staff:x', 0, ${state === 'draft' ? 'NULL' : '1760000000000 + i / 7'},
           ${state === 'published' ? '1760000000000 + i / 7' : 'NULL'},
           ${state === 'withdrawn' ? `date('2026-01-01', (i / 7) || ' days')` : 'NULL'} FROM n`,
      ),
    ),
    ...['accepted', 'refused'].map((state) =>
      db.prepare(
        `${numbers} INSERT INTO topic (id, receipt, version, state, origin, arrived_at, title, grounds,
           seconds, decided_at, item_id)
         SELECT '${state}-' || i, '${state}-' || i, 1, '${state === 'refused' ? 'refused' : 'submitted'}',
           'officer', 1760000000000 + i / 7, '题目' || i, '理由', 0,
           ${state === 'refused' ? '1760000000000 + i / 7' : 'NULL'}, 'item-' || i FROM n`,
      ),
    ),
  ])
})
afterAll(() => house.close())

test.each([
  ['clarifications not answered yet', listDeskClarifications, 'open'],
  ['published clarifications', listDeskClarifications, 'published'],
  ['withdrawn clarifications', listDeskClarifications, 'withdrawn'],
  ['topics that wait', listDeskTopics, 'waiting'],
  ['decided topics', listDeskTopics, 'decided'],
] as readonly (readonly [string, List, string])[])(
  'rows 16, 87: %s are read in pages, at most 30 rows each beside 1,000, every one once',
  async (_, list, state) => {
    const ctx = { ...(await house.ctx('east', officer('head'), at)), db: counted.db }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      counted.reset()
      const page: Result<Listed> = await list(ctx, cursor === null ? { state } : { state, cursor })
      if (!page.ok) throw new Error(JSON.stringify(page.refusal))
      const { rowsRead, roundTrips } = counted.cost()
      expect(rowsRead).toBeLessThanOrEqual(30)
      expect(roundTrips).toBe(1)
      seen.push(...page.value.items.map(({ id }) => id))
      cursor = page.value.next
    } while (cursor !== null)
    expect(seen.length).toBe(many)
    expect(new Set(seen).size).toBe(many)
  },
)

test('security: a place of one part is none of another', async () => {
  const ctx = await house.ctx('east', officer('head'), at)
  const page = await listDeskClarifications(ctx, {})
  const cursor = page.ok ? page.value.next : null
  expect(await listDeskClarifications(ctx, { state: 'withdrawn', cursor })).toMatchObject({
    refusal: { errors: [{ pointer: '/cursor' }] },
  })
})
