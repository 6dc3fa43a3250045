import { expect, test } from 'vitest'
import { overlapping, redrawOf } from '../../../src/domain/case-review/redraw.ts'

const asked = { from: '2026-01-01', to: '2026-06-30' }
const draw = (from: string, to: string, isIssued = false) => ({ from, to, isIssued })

test('row 89: days that meet no other draw are free, those that meet one need a reason', () => {
  expect(redrawOf(asked, [])).toBe('free')
  expect(
    redrawOf(asked, [draw('2025-07-01', '2025-12-31'), draw('2026-07-01', '2026-07-31')]),
  ).toBe('free')
  expect(redrawOf(asked, [draw('2026-06-30', '2026-12-31')])).toBe('needs-reason')
  expect(redrawOf(asked, [draw('2025-01-01', '2026-01-01', true)])).toBe('needs-reason')
})

test('row 89: the very same days are not drawn from again while the first draw is open', () => {
  const others = [draw('2026-01-01', '2026-06-30'), draw('2026-03-01', '2026-03-31', true)]
  expect(redrawOf(asked, others)).toBe('still-open')
  expect(redrawOf(asked, [draw('2026-01-01', '2026-06-30', true)])).toBe('needs-reason')
  expect(overlapping(asked, others)).toEqual(others)
})
