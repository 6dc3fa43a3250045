import { expect, test } from 'vitest'
import type { Case } from '../../../src/domain/application/case.ts'
import type { Change } from '../../../src/domain/application/change.ts'
import { decideStep } from '../../../src/domain/application/decide.ts'
import type { StepAction } from '../../../src/domain/application/step-input.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const received: Case = {
  receipt: 'SQ-1',
  version: 3,
  state: 'received',
  channel: 'internet',
  applicantClass: 'naturalPerson',
  arrivedOn: localDate('2025-12-30'),
  receivedOn: localDate('2025-12-31'),
  ledger: [{ kind: 'start', on: localDate('2025-12-31'), seq: 3 }],
  dueOn: localDate('2026-01-29'),
  waitsUntil: null,
  coUnits: [],
  draft: null,
  decidedOn: null,
  outcome: null,
}

function take(subject: Case, action: StepAction, raw: unknown, today: string): Change {
  const moment = { today: localDate(today), calendar: nationalCalendar, staff: 's-1' }
  const decided = decideStep(subject, action, raw, moment)
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
  return decided.value
}

const after = (subject: Case, { patch }: Change): Case => ({ ...subject, ...patch })
const asked = { kind: 'petition', pointedTo: '县信访局，电话 0557-0000000' }

test('row 41: what is no application leaves with the channel pointed to, and does not count as received (条例第39条)', () => {
  const left = take(received, 'convert', asked, '2026-01-05')
  expect(after(received, left)).toMatchObject({
    state: 'converted',
    receivedOn: '2025-12-31',
    decidedOn: '2026-01-05',
    outcome: null,
  })
  expect(left.note).toEqual({
    audience: 'applicant',
    fields: { pointedTo: asked.pointedTo },
  })
  expect(tallyAll(left.events).filter(({ period }) => period.length === 4)).toEqual([
    { period: '2025', row: 'newReceived', col: 'naturalPerson', n: -1 },
    { period: '2026', row: 'converted', col: 'petition', n: 1 },
  ])
})

test('row 41: it comes back with its receipt day, its clock as if it had never left, counted as before', () => {
  const left = take(received, 'convert', asked, '2026-01-05')
  const away = after(received, left)
  const back = take(away, 'reopen-as-application', { why: '确是申请' }, '2026-02-10')
  expect(after(away, back)).toMatchObject({
    state: 'received',
    receivedOn: '2025-12-31',
    dueOn: received.dueOn,
    decidedOn: null,
    version: 5,
  })
  expect(
    tallyAll([...left.events, ...back.events]).filter(({ period }) => period.length === 4),
  ).toEqual([{ period: '2026', row: 'reopened', col: 'petition', n: 1 }])
  const again = after(away, back)
  expect(after(again, take(again, 'convert', asked, '2026-02-11')).state).toBe('converted')
})

test('the day of a conversion is none before the receipt and none to come', () => {
  const moment = { today: localDate('2026-01-05'), calendar: nationalCalendar, staff: 's-1' }
  for (const convertedOn of ['2025-12-30', '2026-01-06']) {
    expect(decideStep(received, 'convert', { ...asked, convertedOn }, moment)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/convertedOn' }] },
    })
  }
})
