import { afterAll, beforeAll, expect, test } from 'vitest'
import { bulletinsOf } from '../../scripts/demo/bulletins.ts'
import { playBulletins } from '../../scripts/demo/play-bulletins.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { agencies } from '../support/agencies.ts'
import { type House, openHouse } from '../support/house.ts'

const now = '2026-11-26T17:00:00+08:00'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 66: the demonstration has bulletins in every state, a finding answered, one closed, an objection upheld', async () => {
  const scripts = bulletinsOf(agencies, localDate('2026-11-26'))
  const theatre = {
    ctx: async (id: string, instant: number) => ({ ...(await house.ctx(id)), now: instant }),
    region: house.regionCtx(now),
  }
  for (const script of scripts) await playBulletins(theatre, script)
  const rows = await house.rows('east', 'bulletin')
  expect(rows.map(({ id, state }) => `${String(id)} ${String(state)}`).toSorted()).toEqual([
    'half-year-assessment-2026-H1 issued',
    'monthly-summary-2026-06 draft',
    'monthly-summary-2026-07 draft',
    'monthly-summary-2026-08 draft',
    'monthly-summary-2026-09 draft',
    'monthly-summary-2026-10 checked',
    'quarterly-circular-2026-Q2 issued',
    'quarterly-circular-2026-Q3 draft',
    'self-inspection-2026-Q2 draft',
    'self-inspection-2026-Q3 draft',
  ])
  const byHand = (await house.rows('east', 'bulletin_finding')).filter(
    ({ rule }) => rule === 'by-hand',
  )
  expect(byHand.map(({ state }) => String(state)).toSorted()).toEqual(['answered', 'closed'])
  expect(await house.rows('east', 'assessment_objection')).toMatchObject([{ state: 'upheld' }])
  expect((await house.rows('river', 'bulletin')).length).toBe(2)
})
