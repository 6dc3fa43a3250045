import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import { takeLetter } from '../../src/store/region/letter.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { agencies } from '../support/agencies.ts'
import { openHouse, type House } from '../support/house.ts'
import { ask, askedItem } from '../usecases/consultation/ask.ts'
import { carryAll, isSync } from './carry.ts'
import { gateFailing } from './chaos.ts'
import { batchOf, workRoom } from './work-room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const asked = '2026-11-20T09:00:00+08:00'
const later = '2026-11-20T09:10:00+08:00'
const sweepBoth = { v: 1, kind: 'sweep', tenants: ['east', 'west'] }
const sweepAll = { v: 1, kind: 'sweep', tenants: agencies.map(({ id }) => id) }

/** Rows of one agency, chosen by one value. */
async function rowsWhere(
  agency: string,
  sql: string,
  value: string,
): Promise<Record<string, unknown>[]> {
  const { db } = await house.tenant(agency)
  return (await db.prepare(sql).bind(value).all()).results
}

/** Letters of one item: each stands once at both ends, is known to have arrived, and left no text on its way. */
async function arrivedOnce(item: string, recipients: readonly string[]): Promise<void> {
  const out = await rowsWhere('east', 'SELECT * FROM letter_out WHERE about = ?', item)
  expect(new Set(out.map((row) => row['recipient']))).toEqual(new Set(recipients))
  expect(out).toHaveLength(recipients.length)
  for (const row of out) {
    expect(row['delivered_at'], String(row['recipient'])).not.toBeNull()
    const [recipient, id] = [String(row['recipient']), String(row['id'])]
    const history = `SELECT kind FROM event WHERE entity = 'letter' AND entity_id = ?`
    expect(await rowsWhere(recipient, history, id)).toEqual([{ kind: 'letter.received' }])
    const here = await rowsWhere(recipient, 'SELECT * FROM letter_in WHERE id = ?', id)
    expect(here).toMatchObject([{ sender: 'east', payload: row['payload'] }])
  }
  const { results } = await house.region
    .prepare('SELECT payload, noted_at FROM letter WHERE about = ?')
    .bind(item)
    .all()
  expect(results).toHaveLength(recipients.length)
  expect(results.every((row) => row['payload'] === null && row['noted_at'] !== null)).toBe(true)
}

test('letters that are lost, repeated and reordered have their effect once (row 17, experiment 1)', async () => {
  const schedule = fc.array(
    fc.record({ keep: fc.constantFrom(0, 1, 1, 2, 3), order: fc.integer() }),
    { minLength: 40, maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(schedule, async (plan) => {
      const item = newId()
      let waiting: unknown[] = await ask(house, 'east', askedItem(item), ['west', 'purse'], asked)
      let at = 0
      for (let round = 0; round < 6; round += 1) {
        const mixed = waiting
          .flatMap((message) => {
            const { keep = 1, order = 0 } = plan[(at += 1) % plan.length] ?? {}
            return Array.from({ length: keep }, (_, copy) => ({ message, order: order + copy }))
          })
          .toSorted((a, b) => a.order - b.order)
          .map(({ message }) => message)
        const room = workRoom(house, undefined, later)
        await consume(batchOf(mixed.slice(0, 30)).batch, room.parts)
        waiting = room.sent.filter((message) => !isSync(message))
      }
      await carryAll(house, [sweepAll], later)
      await carryAll(house, [sweepAll], '2026-11-20T09:20:00+08:00')
      await arrivedOnce(item, ['west', 'purse'])
    }),
    { numRuns: 8, endOnFailure: true },
  )
})

test('a crash at every await of handing over, delivering and noting loses and doubles no letter (experiment 2)', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let points = 0
  for (const when of ['before', 'after', 'for-good'] as const) {
    for (let at = 1; ; at += 1) {
      const item = newId()
      const gate = gateFailing(at, when)
      let waiting: unknown[] = await ask(house, 'east', askedItem(item), ['west'], asked)
      // What crashed work sent on its way is lost with it; only the sweep knows of it.
      for (let round = 0; round < 4 && waiting.length > 0; round += 1) {
        const room = workRoom(house, gate, later)
        const { batch } = batchOf(waiting)
        const before = gate.awaits
        await consume(batch, room.parts)
        const isHit = at > before && at <= gate.awaits
        waiting = isHit ? [] : room.sent.filter((message) => !isSync(message))
      }
      await carryAll(house, [sweepBoth], '2026-11-20T09:20:00+08:00')
      await carryAll(house, [sweepBoth], '2026-11-20T09:30:00+08:00')
      await arrivedOnce(item, ['west'])
      if (gate.awaits < at) break
      points += 1
    }
  }
  log.mockRestore()
  expect(points).toBeGreaterThan(25)
})

test('security 65: forged senders, recipients and contents become dead letters, and the true letter still arrives', async () => {
  await house.region.prepare('DELETE FROM dead_letter').run()
  const item = newId()
  const [message] = await ask(house, 'east', askedItem(item), ['west'], asked)
  if (message?.kind !== 'letter') throw new Error('no message')
  const { key } = message
  const put = (letter: Partial<Parameters<typeof takeLetter>[1]>): Promise<unknown> =>
    takeLetter(house.region, {
      id: newId(),
      sender: 'river',
      recipient: 'hill',
      kind: 'item-consultation',
      subject: '伪造',
      about: 'x',
      replyTo: null,
      payload: '{}',
      sentAt: Date.parse(asked),
      ...letter,
    })
  await put({ id: 'forged-kind', kind: 'explode' })
  await put({ id: 'forged-content', payload: '{"item":7}' })
  await put({ id: 'forged-json', payload: '{' })
  await put({ id: 'forged-stranger', sender: 'nobody' })
  await put({ id: 'forged-self', sender: 'hill' })
  await put({ id: 'forged-reply', kind: 'item-consultation-reply', replyTo: key })
  // Somebody else's row under the id of a letter that is on its way.
  await put({ id: key, sender: 'river', recipient: 'hill' })
  const deliver = (tenant: string, id: string): unknown => ({
    v: 1,
    kind: 'deliver',
    tenant,
    key: id,
  })
  await carryAll(house, [
    { v: 1, kind: 'letter', tenant: 'river', key },
    deliver('purse', key),
    deliver('west', 'no-such-letter'),
    deliver('nobody', key),
    ...['kind', 'content', 'json', 'stranger', 'self', 'reply'].map((name) =>
      deliver('hill', `forged-${name}`),
    ),
    { v: 1, kind: 'letter', tenant: 'east', key },
  ])
  const reasons = await house.region.prepare('SELECT reason FROM dead_letter ORDER BY id').all()
  // Agencies are worked beside each other: only the order within one is told.
  expect(
    reasons.results.map(({ reason }) => String(reason)).toSorted((a, b) => (a < b ? -1 : 1)),
  ).toEqual([
    'letter-refused',
    'letter-refused',
    'letter-refused',
    'unknown-agency',
    'unknown-key',
    'unknown-key',
    'wrong-agency',
    'wrong-agency',
    'wrong-agency',
    'wrong-agency',
    'wrong-agency',
  ])
  expect(await house.rows('hill', 'letter_in')).toEqual([])
  // The sweep does not touch again what nobody can deliver.
  const room = workRoom(house, undefined, later)
  await consume(batchOf([sweepAll]).batch, room.parts)
  expect(JSON.stringify(room.sent)).not.toContain('forged')
  await house.region.prepare('DELETE FROM letter WHERE id = ?').bind(key).run()
  await carryAll(house, [message])
  await arrivedOnce(item, ['west'])
})
