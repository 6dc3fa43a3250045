import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decideCorrection,
  decidePublication,
  type Subject,
} from '../../../src/domain/clarification/decide.ts'
import { clarificationDraft } from '../../../src/domain/clarification/input.ts'
import { lifecycle } from '../../../src/domain/clarification/lifecycle.ts'
import { promptness } from '../../../src/domain/clarification/promptness.ts'
import {
  actions,
  type Action,
  states,
  type State,
} from '../../../src/domain/clarification/types.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import { step } from '../../../src/domain/shared/machine.ts'
import { parseInput } from '../../../src/domain/shared/validate/parse.ts'
import { tallyAll } from '../../../src/domain/statistics/tally.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

/** Every pair that is open, with who may take it. */
const open: Record<string, string> = {
  'draft check': 'head information-officer',
  'checked return': 'head information-officer',
  'checked publish': 'head information-officer',
  'published correct': 'head information-officer',
  'corrected correct': 'head information-officer',
  'published withdraw': 'head',
  'corrected withdraw': 'head',
}

test('row 16: all states × actions × roles, only the listed steps are open; nothing unchecked is published', () => {
  for (const from of states) {
    for (const action of actions) {
      const allowed = [...roles, 'applicant', 'system'].filter(
        (role) => step<State, Action>(lifecycle, from, action, [role]) !== null,
      )
      expect(allowed.toSorted().join(' ')).toBe(open[`${from} ${action}`] ?? '')
    }
  }
})

test('row 16: days since the claim was seen, red once a day is over, for any two days', () => {
  const day = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(day, day, (from, later) => {
      const seen = addDays(localDate('2020-01-01'), from)
      const today = addDays(seen, later)
      const { days, colour } = promptness(seen, null, today)
      expect(days).toBe(later)
      expect(colour === 'red').toBe(later > 1)
      expect(promptness(seen, today, addDays(today, 400))).toEqual({ days: later, colour: 'none' })
    }),
  )
})

test('row 16: a publication and a correction count in their month and year, and the earlier text is kept', () => {
  const subject: Subject = {
    id: 'c',
    version: 2,
    state: 'checked',
    seenOn: '2026-03-01',
    facts: '甲',
    corrections: [],
  }
  const published = decidePublication(subject, 1, localDate('2026-03-02'))
  expect(tallyAll([published.event])).toEqual([
    { period: '2026-03', row: 'clarifications', col: 'published', n: 1 },
    { period: '2026', row: 'clarifications', col: 'published', n: 1 },
  ])
  const corrected = decideCorrection(
    { ...subject, state: 'published', version: 3 },
    { facts: '乙', reason: '数字有误' },
    localDate('2026-03-05'),
  )
  expect(corrected.patch).toMatchObject({
    version: 4,
    facts: '乙',
    corrections: [{ on: '2026-03-05', reason: '数字有误', facts: '甲' }],
  })
})

const good = {
  claim: '某村补贴被克扣',
  source: '微信群',
  seenOn: '2026-03-01',
  checkedBy: '财政所',
  facts: '已全额发放',
}

test.each([
  ['/sourceUrl', { sourceUrl: 'javascript:alert(1)' }],
  ['/sourceUrl', { sourceUrl: 'https://' }],
  ['/claim', { claim: '  ' }],
  ['/claim', { claim: '坏\u0000字' }],
  ['/facts', { facts: '字'.repeat(20_001) }],
  ['/seenOn', { seenOn: '2026-02-30' }],
  ['/items', { items: Array.from({ length: 21 }, () => 'x') }],
  ['/state', { state: 'published' }],
])('hostile input is refused at %s: %j', (pointer, change) => {
  const parsed = parseInput(clarificationDraft, { ...good, ...change })
  expect(parsed).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer }] },
  })
})
