import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { colourOf } from '../../../src/domain/application/deadline-colour.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { countingDb, type CountedDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

describe('the desk’s list of 10,000 open cases (performance 5: 30 rows with counts)', () => {
  const at = '2026-11-20T12:00:00+08:00'
  let house: House
  let desk: Ctx
  let db: CountedDb
  beforeAll(async () => {
    house = await openHouse()
    desk = await house.ctx('river', officer('head'), at)
    db = countingDb(desk.db)
    // Due days of two months under both laws with any extension; every twentieth applicant is waited for.
    await desk.db
      .prepare(
        `WITH RECURSIVE n (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < 11999)
         INSERT INTO application (id, version, state, channel, applicant_class, arrived_at, number_year,
           number_serial, received_on, due_on, due_of, decided_on, outcome, sealed)
         SELECT printf('SQ-%05d-AAAAA-AAAAA-AAAAA', k), 2,
           CASE WHEN k >= 10000 THEN 'replied' WHEN k % 20 = 0 THEN 'fee-due'
             WHEN k % 3 = 0 THEN 'checking' ELSE 'accepted' END,
           'in-person', 'naturalPerson', 0, 2026, k + 1, '2026-10-01',
           CASE WHEN k % 20 > 0 THEN date('2026-10-25', '+' || (k % 61) || ' days') END,
           CASE WHEN k % 20 > 0 THEN 15 + k % 26 END,
           CASE WHEN k >= 10000 THEN date('2026-01-01', '+' || (k % 300) || ' days') END,
           CASE WHEN k >= 10000 THEN 'granted' END, '{}' FROM n`,
      )
      .run()
  })
  afterAll(() => house.close())

  const queries = [
    {},
    { state: 'waiting' },
    { state: 'fee-due' },
    { state: 'checking' },
    { state: 'accepted' },
    { state: 'signed' },
    { state: 'submitted' },
    { state: 'replied' },
    { state: 'archived' },
    { state: 'done' },
    { colour: 'red' },
    { colour: 'yellow' },
    { colour: 'blue' },
  ]
  it.each(queries)('%o: at most 30 rows in one batch, on any page', async (query) => {
    let cursor: string | null = null
    for (let page = 0; page < 4; page += 1) {
      db.reset()
      const list = await listCases(
        { ...desk, db: db.db },
        cursor === null ? query : { ...query, cursor },
      )
      if (!list.ok) throw new Error(list.refusal.code)
      expect(db.cost()).toMatchObject({ roundTrips: 1, rowsWritten: 0 })
      expect(db.cost().rowsRead).toBeLessThanOrEqual(30)
      cursor = list.value.next
      if (cursor === null) break
    }
  })

  it('lists and counts under each colour exactly the cases that have it', async () => {
    const rows = await desk.db
      .prepare(
        'SELECT id, due_on, due_of FROM application WHERE open_key > ? ORDER BY open_key, id',
      )
      .bind('1')
      .all<{ id: string; due_on: string; due_of: number }>()
    for (const colour of ['red', 'yellow', 'blue'] as const) {
      const expected = rows.results.filter(({ due_on: on, due_of: of }) => {
        const clock = { dueOn: localDate(on), of }
        return colourOf(clock, localDate('2026-11-20'), nationalCalendar).colour === colour
      })
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const asked: object = cursor === null ? { colour } : { colour, cursor }
        const list = await listCases(desk, { ...asked, limit: 100 })
        if (!list.ok) throw new Error(list.refusal.code)
        expect(list.value.counts[colour]).toBe(expected.length)
        seen.push(...list.value.items.map(({ receipt }) => receipt))
        cursor = list.value.next
      } while (cursor !== null && seen.length < 500)
      expect(seen).toEqual(expected.slice(0, seen.length).map(({ id }) => id))
    }
    const list = await listCases(desk, {})
    expect(list).toMatchObject({ value: { counts: { open: 10_000, waiting: 500, replied: 2000 } } })
  })
})
