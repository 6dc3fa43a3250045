import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { localDateOf } from '../../../src/domain/time/instant.ts'
import type { Outbox } from '../../../src/usecases/notice/outbox.ts'
import { personForm } from '../../support/application-form.ts'
import { type House, openHouse } from '../../support/house.ts'
import { kindOf, step, sweep, telling, toldCase, work } from './notice-house.ts'

let plain: House
let house: House
beforeAll(async () => {
  plain = await openHouse()
  house = telling(plain, 'https://sms.example.cn/in')
})
afterAll(() => plain.close())

const start = Date.parse('2026-03-02T08:00:00+08:00')
const hour = 3_600_000
const phones = ['13800001234', '13900005678']
type Sent = { id: string; to: string; at: number }

/** A receiver in memory that fails as planned; what it took or lost the answer of is `sent`. */
function memory(faults: readonly boolean[]): { outbox: Outbox; sent: Sent[] } {
  const sent: Sent[] = []
  let n = 0
  return {
    sent,
    outbox: {
      adapters: {
        webhook: async (_agency, { id, to, at }) => {
          sent.push({ id, to, at })
          n += 1
          return faults[n % Math.max(1, faults.length)] === true
            ? { ok: false, why: 'unreachable', final: false }
            : { ok: true }
        },
        email: null,
      },
      digest: async (contact) => `mac-${contact}`,
      statusUrl: () => 'https://east.gov.test/apply/status',
    },
  }
}

function formFor(phone: string): Record<string, unknown> {
  const form = personForm()
  return { ...form, applicant: { ...Object(form['applicant']), phone } }
}

const iso = (at: number): string => new Date(at).toISOString()

const cases = fc.array(
  fc.record({
    agency: fc.constantFrom('east', 'west'),
    phone: fc.constantFrom(...phones),
    after: fc.integer({ min: 0, max: 40 }),
    steps: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 3, maxLength: 6 },
)

test('experiment 20: whatever happens at whichever agency, nobody gets more than three notices a day or two within a minute, and no event has two ids', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await fc.assert(
    fc.asyncProperty(cases, fc.array(fc.boolean(), { maxLength: 5 }), async (planned, faults) => {
      for (const agency of ['east', 'west']) {
        await (await plain.tenant(agency)).db.prepare('DELETE FROM notice').run()
      }
      await plain.region.prepare('DELETE FROM notice_sent').run()
      plain.posted.length = 0
      const { outbox, sent } = memory(faults)
      for (const { agency, phone, after, steps } of planned.toSorted((a, b) => a.after - b.after)) {
        const at = iso(start + after * hour)
        const { receipt } = await toldCase(house, at, formFor(phone), agency)
        for (const action of ['confirm-receipt', 'accept', 'extend'].slice(0, steps)) {
          await step(
            house,
            receipt,
            action,
            at,
            action === 'extend' ? { days: 5, reason: '材料较多' } : {},
            agency,
          )
        }
        const messages = plain.posted.splice(0).filter((one) => kindOf(one) === 'notice')
        // Every second one is lost, every first comes twice.
        const kept = messages.filter((_, n) => n % 2 === 0)
        await work(house, outbox, [...kept, ...kept], at)
      }
      for (let at = start + 41 * hour; at < start + 300 * hour; at += 12 * hour) {
        await sweep(house, outbox, iso(at + 300_000), ['east', 'west'])
      }
      const rows = [
        ...(await plain.rows('east', 'notice')),
        ...(await plain.rows('west', 'notice')),
      ]
      const events = rows.map((row) => `${String(row['application_id'])}/${String(row['seq'])}`)
      expect(new Set(events).size).toBe(events.length)
      expect(sent.every(({ id }) => rows.some((row) => row['id'] === id))).toBe(true)
      const days = new Map<string, Set<string>>()
      for (const { id, to, at } of sent) {
        const day = `${to} ${localDateOf(at)}`
        days.set(day, (days.get(day) ?? new Set()).add(id))
      }
      expect(Math.max(0, ...[...days.values()].map((ids) => ids.size))).toBeLessThanOrEqual(3)
      for (const phone of phones) {
        const firsts = sent.filter(
          ({ id, to }, n) => to === phone && sent.findIndex((one) => one.id === id) === n,
        )
        const gaps = firsts.slice(1).map(({ at }, n) => at - (firsts[n]?.at ?? 0))
        expect(gaps.every((gap) => gap >= 60_000)).toBe(true)
      }
      // What is over the number is told later, or with a newer one of the same case.
      const ends = new Set(rows.map((row) => row['state']))
      for (const end of ends) expect(['sent', 'folded', 'failed', 'held', 'waiting']).toContain(end)
      const told = new Set(
        rows.filter((row) => row['state'] === 'sent').map((row) => row['application_id']),
      )
      if (faults.every((fault) => !fault)) {
        expect(told).toEqual(new Set(rows.map((row) => row['application_id'])))
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
  log.mockRestore()
}, 120_000)

test('two consumers at once: a notice goes out once', async () => {
  const { outbox, sent } = memory([])
  await plain.region.prepare('DELETE FROM notice_sent').run()
  plain.posted.length = 0
  await toldCase(house, iso(start), formFor('13711112222'))
  const messages = plain.posted.filter((one) => kindOf(one) === 'notice')
  await Promise.all(
    Array.from({ length: 10 }, () => work(house, outbox, messages, iso(start + hour))),
  )
  expect(sent).toHaveLength(1)
})
