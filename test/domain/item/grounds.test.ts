import { expect, test } from 'vitest'
import { grounds } from '../../../src/domain/item/grounds.data.ts'
import { yearlyReassessment } from '../../../src/domain/item/reassessment.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

test('row 12: grounds are those of Arts. 14 (three), 15 (two) and 16 (three)', () => {
  const count = (article: string): number =>
    grounds.filter((ground) => ground.article.startsWith(article)).length
  expect([count('第十四条'), count('第十五条'), count('第十六条')]).toEqual([3, 2, 3])
  expect(new Set(grounds.map(({ key }) => key)).size).toBe(grounds.length)
  // Art. 16 says 可以不予公开, Arts. 14 and 15 do not leave the choice.
  expect(grounds.filter(({ isOptional }) => isOptional).map(({ article }) => article)).toEqual([
    '第十六条第一款',
    '第十六条第二款',
    '第十六条第二款',
  ])
})

test.each([
  ['2025-03-03', '2026-03-03', false],
  ['2025-10-01', '2026-10-08', false],
  ['2024-02-29', '2025-02-28', false],
  ['2026-05-01', '2027-05-05', true],
])('Art. 18: what is withheld on %s is looked at again on %s', (on, expected, provisional) => {
  expect(yearlyReassessment(localDate(on), nationalCalendar)).toEqual({ on: expected, provisional })
})
