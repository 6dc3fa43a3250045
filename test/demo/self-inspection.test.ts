import { afterAll, beforeAll, expect, test } from 'vitest'
import { playPublishing } from '../../scripts/demo/play-publishing.ts'
import { publishingOf } from '../../scripts/demo/publishing.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { inspectSelf } from '../../src/usecases/self-inspection/inspect.ts'
import { type House, officer, openHouse } from '../support/house.ts'

const now = '2026-11-26T17:00:00+08:00'
const scripts = publishingOf(localDate('2026-11-26')).filter(({ checks }) => checks.length > 0)
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 71: what the demonstration’s officers looked at is recorded, and shows every state', async () => {
  const theatre = {
    region: house.regionCtx(now),
    ctx: async (id: string, at: number) => ({
      ...(await house.ctx(id, { type: 'system', job: 'operator' })),
      now: at,
    }),
  }
  const stand: string[] = []
  for (const [at, script] of scripts.entries()) {
    const agency = ['pref', 'east', 'river'][at] ?? ''
    const { checks } = script
    const blank = { items: [], clarifications: [], topics: [], cards: [], rules: [] }
    await playPublishing(theatre, { ...blank, agency, checks })
    await playPublishing(theatre, { ...blank, agency, checks })
    expect(await house.rows(agency, 'self_check')).toHaveLength(checks.length)
    const done = await inspectSelf(await house.ctx(agency, officer('head'), now))
    if (!done.ok) throw new Error(done.refusal.code)
    const byHand = new Set(checks.map(({ rule }) => rule))
    for (const { rule, state, colour } of done.value.outcomes) {
      if (byHand.has(rule)) stand.push(`${script.agency} ${rule} ${colour ?? state}`)
    }
  }
  expect(stand).toContain('suzhou N1 yellow')
  expect(stand).toContain('yongqiao N1 red')
  expect(stand).toContain('yongqiao V1 unknown')
  expect(stand).toContain('fuli N1 not-applicable')
  expect(stand).toContain('fuli V1 clear')
  expect(new Set(stand.map((one) => one.split(' ').at(-1))).size).toBeGreaterThanOrEqual(5)
})
