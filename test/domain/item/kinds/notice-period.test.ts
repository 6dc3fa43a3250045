import { expect, test } from 'vitest'
import type { Agency } from '../../../../src/domain/agency/agency.ts'
import { agencyCalendar } from '../../../../src/domain/agency/agency-calendar.ts'
import { checkFields } from '../../../../src/domain/item/kinds/check-fields.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'
import { agencies } from '../../../support/agencies.ts'
import { happyFields } from './happy-fields.data.ts'

test('row 33: an objection period that claims working days leaves out the holidays of its place', () => {
  const [agency] = agencies
  if (agency === undefined) throw new Error('no test agency')
  const localHolidays = [{ name: '三月三', from: '2026-04-20', to: '2026-04-21' }]
  const local = { settings: { ...agency.settings, localHolidays } }
  // Monday to Friday, of which the place rests on two.
  const change = {
    noticePeriod: '2026-04-20/2026-04-24',
    noticeDays: 5,
    noticeDayUnit: 'working',
    objectionsResult: '无异议',
  }
  const checked = (of: Pick<Agency, 'settings'>, more: object): unknown =>
    checkFields(
      'public-notice',
      { ...happyFields['public-notice'], ...change, ...more },
      localDate('2026-11-22'),
      agencyCalendar(of),
    )
  expect(checked(agency, {})).toMatchObject({ ok: true })
  expect(checked(local, {})).toMatchObject({
    refusal: {
      errors: [{ pointer: '/fields/noticePeriod', problem: 'too-few-days', claimed: 5, actual: 3 }],
    },
  })
  expect(checked(local, { noticePeriod: '2026-04-20/2026-04-28' })).toMatchObject({ ok: true })
  expect(checked(agency, { noticeDays: 0 })).toMatchObject({
    refusal: { errors: [{ pointer: '/fields/noticeDays', problem: 'out-of-range', min: 1 }] },
  })
  // Calendar days are the same everywhere.
  expect(checked(local, { noticeDayUnit: 'calendar' })).toMatchObject({ ok: true })
  // The second day is one on which the place rests, and so is the next.
  expect(
    checked(local, {
      noticePeriod: '2026-04-19/2026-04-20',
      noticeDays: 2,
      noticeDayUnit: 'calendar',
    }),
  ).toMatchObject({ refusal: { errors: [{ problem: 'rest-day', until: '2026-04-22' }] } })
})
