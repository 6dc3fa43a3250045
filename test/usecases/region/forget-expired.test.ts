import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetExpired } from '../../../src/usecases/region/forget-expired.ts'
import { type House, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('what is over is forgotten, what still counts is kept (statement 77)', async () => {
  const { db } = await house.tenant('east')
  const now = Date.parse('2026-03-02T02:30:00+08:00')
  const day = 24 * 3_600_000
  await db.batch([
    db.prepare('INSERT INTO throttle VALUES (?, 1, ?)').bind('over', now - 1),
    db.prepare('INSERT INTO throttle VALUES (?, 1, ?)').bind('open', now + 1),
    db.prepare('INSERT INTO session VALUES (?, ?, 1, 1, ?)').bind('ended', 's', now - 1),
    db.prepare('INSERT INTO session VALUES (?, ?, 1, 1, ?)').bind('alive', 's', now + 1),
    db
      .prepare('INSERT INTO idempotency VALUES (?, ?, ?, ?)')
      .bind('old', 'd', '{}', now - 31 * day),
    db
      .prepare('INSERT INTO idempotency VALUES (?, ?, ?, ?)')
      .bind('young', 'd', '{}', now - 29 * day),
  ])
  await forgetExpired({ db }, now)
  const left = async (table: string, column: string): Promise<unknown[]> =>
    (await house.rows('east', table)).map((row) => row[column])
  expect(await left('throttle', 'bucket')).toEqual(['open'])
  expect(await left('session', 'id')).toEqual(['alive'])
  expect(await left('idempotency', 'key')).toEqual(['young'])
})
