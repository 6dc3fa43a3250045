import { afterAll, beforeAll, expect, test } from 'vitest'
import { commit } from '../../src/store/commit.ts'
import { statement } from '../../src/store/statement.ts'
import { type House, officer, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const received = (id: string, seq: number) =>
  ({
    entity: 'application',
    entityId: id,
    seq,
    kind: 'application.received',
    data: { class: 'naturalPerson', receivedOn: '2026-03-02', basis: 'in-person' },
  }) as const

test('one commit writes event, state and figures together (idea 2)', async () => {
  const ctx = await house.ctx('east', officer('registrar'))
  const outcome = await commit(ctx, {
    events: [received('a', 1)],
    statements: [statement("INSERT INTO counter VALUES ('x', 1)")],
  })
  expect(outcome).toEqual({ ok: true })
  expect(await house.rows('east', 'cell')).toEqual([
    { period: '2026', row: 'newReceived', col: 'naturalPerson', n: 1 },
    { period: '2026-03', row: 'newReceived', col: 'naturalPerson', n: 1 },
  ])
})

test('two commits at the same place: the second rolls back whole (optimistic lock)', async () => {
  const ctx = await house.ctx('west', officer('registrar'))
  const plan = (n: number) => ({
    events: [received('b', 1)],
    statements: [statement('INSERT INTO counter VALUES (?, 1)', `n${n}`)],
  })
  const outcomes = await Promise.all([commit(ctx, plan(1)), commit(ctx, plan(2))])
  expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, conflict: 'event' })
  const counted = (await house.rows('west', 'counter')).filter((row) => row['n'] !== 0)
  expect(counted).toHaveLength(1)
  expect(await house.rows('west', 'event')).toHaveLength(1)
})

test('a commit whose answer was lost is recognised and not applied twice (experiment 4)', async () => {
  const ctx = await house.ctx('river', officer('registrar'))
  let calls = 0
  const flaky = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name).bind(target)
      return async (statements: D1PreparedStatement[]) => {
        calls += 1
        await target.batch(statements)
        if (calls === 1) throw new Error('D1_ERROR: Network connection lost.')
      }
    },
  })
  const outcome = await commit(
    { ...ctx, db: flaky },
    { events: [received('c', 1)], statements: [] },
  )
  expect(outcome).toEqual({ ok: true })
  expect(calls).toBe(1)
  expect(await house.rows('river', 'event')).toHaveLength(1)
})
