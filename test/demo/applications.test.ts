import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationsOf } from '../../scripts/demo/applications.ts'
import { playCase } from '../../scripts/demo/play-case.ts'
import { type House, officer, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('rows 37–41: the demonstration’s applications play through, one of every way in, applicant and result', async () => {
  const all = [...applicationsOf().values()].flat()
  const kinds = new Map(
    all.flatMap((script) => [
      [`${script.channel} ${script.applicant.class ?? ''}`, script],
      [script.outcome ?? 'open', script],
    ]),
  )
  const scripts = new Set(kinds.values())
  for (const script of scripts) {
    await playCase(script, officer('registrar', 'head', 'handler'), async (now) => ({
      ...(await house.ctx('east', { type: 'system', job: 'demo' })),
      now,
    }))
  }
  expect([...scripts].map(({ channel }) => channel)).toContain('oral')
  expect(await house.rows('east', 'application')).toHaveLength(scripts.size)
})
