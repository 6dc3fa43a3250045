import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels, recordedChannels } from '../../../src/domain/channel/channels.data.ts'
import { channelRecord } from '../../../src/domain/channel/input.ts'
import { layOut, sumOf } from '../../../src/domain/channel/totals.ts'
import type { Fact } from '../../../src/domain/shared/journal.ts'
import { parseInput } from '../../../src/domain/shared/validate/parse.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

test('row 18: totals by month and carrier are the records that stand, whatever was recorded and removed', () => {
  const record = fc.record({
    channel: fc.constantFrom(...recordedChannels),
    day: fc.integer({ min: 0, max: 364 }),
    isRemoved: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 60 }), (records) => {
      const facts = records.flatMap(({ channel, day, isRemoved }): Fact[] => {
        const data = { channel, on: addDays(localDate('2026-01-01'), day) }
        const recorded: Fact = { kind: 'item.channel-recorded', data }
        return isRemoved ? [recorded, { kind: 'item.channel-removed', data }] : [recorded]
      })
      const months = layOut('2026', tallyAll(facts))
      const total = sumOf(months)
      for (const name of channels) {
        const standing = records.filter((one) => one.channel === name && !one.isRemoved)
        expect(total[name]).toBe(standing.length)
      }
    }),
  )
})

test('row 18: what was published counts as the website, in its month', () => {
  const facts: Fact[] = [
    { kind: 'item.published', data: { on: '2026-03-05', columns: ['plans'], facets: [] } },
    { kind: 'item.channel-recorded', data: { channel: 'gazette', on: '2026-03-06' } },
  ]
  const [march] = layOut('2026-03', tallyAll(facts))
  expect(march).toMatchObject({ month: '2026-03', counts: { website: 1, gazette: 1, screen: 0 } })
})

test.each([
  ['/channel', { channel: 'website' }],
  ['/channel', { channel: 'constructor' }],
  ['/on', { on: '2026-13-01' }],
  ['/place', { channel: 'gazette', place: undefined }],
  ['/place', { place: '多\n行' }],
])('hostile or missing input is refused at %s: %j', (pointer, change) => {
  const good = { channel: 'screen', on: '2026-03-01', place: '广场' }
  expect(parseInput(channelRecord, { ...good, ...change })).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer }] },
  })
})
