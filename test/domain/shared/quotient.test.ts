import { expect, test } from 'vitest'
import { quotient } from '../../../src/domain/shared/quotient.ts'

test.each<[number, number, 0 | 1 | 2, number | null]>([
  [185, 2, 1, 92.5],
  [181, 20, 1, 9.1],
  [-181, 20, 1, -9.1],
  [1, 3, 2, 0.33],
  [88_500, 896, 2, 98.77],
  [1, 8, 2, 0.13],
  [-1, 8, 2, -0.13],
  [-1, 1000, 2, 0],
  [0, 7, 1, 0],
  [1005, 1000, 2, 1.01],
  [5, 0, 1, null],
])(
  'row 43: %i over %i to %i places is rounded half away from zero: %s',
  (over, by, decimals, is) => {
    expect(quotient(over, by, decimals)).toBe(is)
  },
)
