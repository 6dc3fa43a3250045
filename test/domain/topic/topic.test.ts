import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '../../../src/domain/shared/actor.ts'
import { step } from '../../../src/domain/shared/machine.ts'
import { parseInput } from '../../../src/domain/shared/validate/parse.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'
import { topicForm } from '../../../src/domain/topic/input.ts'
import { lifecycle } from '../../../src/domain/topic/lifecycle.ts'
import { searchTerm } from '../../../src/domain/topic/search-term.ts'
import { actions, type Action, states, type State } from '../../../src/domain/topic/types.ts'
import { waitingOf } from '../../../src/domain/topic/waiting.ts'

/** Every pair that is open, with who may take it. */
const open: Record<string, string> = {
  'submitted open': 'head information-officer',
  'submitted refuse': 'head information-officer',
  'submitted merge': 'head information-officer',
  'open adopt': 'head information-officer',
  'open refuse': 'head information-officer',
  'open merge': 'head information-officer',
  'adopted answer': 'head information-officer',
  'adopted refuse': 'head',
}

test('row 11: all states × actions × roles, only the listed steps are open', () => {
  for (const from of states) {
    for (const action of actions) {
      const allowed = [...roles, 'applicant', 'system'].filter(
        (role) => step<State, Action>(lifecycle, from, action, [role]) !== null,
      )
      expect(allowed.toSorted().join(' ')).toBe(open[`${from} ${action}`] ?? '')
    }
  }
})

test.each([
  ['危房改造补助标准', '危房改造补助标准'],
  [' 高龄 津贴 ', '高龄津贴'],
  ['公积金', '公积金'],
])('row 11: a plain word is counted: %j', (typed, term) => {
  expect(searchTerm(typed)).toBe(term)
})

test.each([
  ['one character', '水'],
  ['an identity number', '11010519491231002X'],
  ['a telephone number', '13800001234'],
  ['a person with a number', '王小明13800001234'],
  ['a name', '王小明'],
  ['a number in written figures', '手机一三八零零零零一二三四'],
  ['Latin letters', 'pm2.5'],
  ['markup', '<b>低保</b>'],
  ['a whole sentence', '低'.repeat(21)],
  ['a flood', '低'.repeat(100_000)],
  ['nothing', '   '],
])('security 80: what may be personal or no word is dropped: %s', (_, typed) => {
  expect(searchTerm(typed)).toBeNull()
})

test('security 80: whatever is typed, a counted word is 2 to 20 Han characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const term = searchTerm(typed)
      if (term !== null) expect(term).toMatch(/^\p{Script=Han}{2,20}$/u)
    }),
  )
})

test('row 11: colours of waiting: undecided by its age, adopted by the promised day, decided none', () => {
  const today = localDate('2026-11-20')
  const at = (state: State, age: number, due: number | null): string => {
    const dueOn = due === null ? null : addDays(today, due)
    return waitingOf({ state, arrivedOn: addDays(today, -age), dueOn }, today).colour
  }
  expect([0, 7, 8, 15, 16].map((age) => at('submitted', age, null))).toEqual([
    'blue',
    'blue',
    'yellow',
    'yellow',
    'red',
  ])
  expect([-1, 0, 2, 3, 30].map((due) => at('adopted', 99, due))).toEqual([
    'red',
    'yellow',
    'yellow',
    'blue',
    'blue',
  ])
  for (const state of ['answered', 'refused', 'merged'] as const) {
    expect(at(state, 99, -9)).toBe('none')
  }
})

test.each([
  ['/subject', { subject: '多\n行' }],
  ['/subject', { subject: '字'.repeat(121) }],
  ['/why', { why: '   ' }],
  ['/why', { why: '坏\u0000' }],
  ['/contact', { contact: '\u202e\u0007' }],
  ['/title', { title: '自己给自己展示' }],
])('hostile input is refused at %s', (pointer, change) => {
  const good = { subject: '事项', why: '理由' }
  expect(parseInput(topicForm, { ...good, ...change })).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer }] },
  })
})
