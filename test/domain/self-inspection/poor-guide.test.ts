import { expect, test } from 'vitest'
import { isPoorGuide } from '../../../src/domain/self-inspection/rules.data.ts'

test('V5: a guide that lacks four key elements of seven is poor, one that lacks three is not', () => {
  expect(isPoorGuide({})).toBe(true)
  const three = { conditions: '成年', materials: ['表'], fee: 'free' }
  expect(isPoorGuide(three)).toBe(true)
  expect(isPoorGuide({ ...three, procedure: '受理' })).toBe(false)
  expect(isPoorGuide({ ...three, procedure: '', phone: '12345' })).toBe(false)
  expect(isPoorGuide({ ...three, materials: [], phone: '12345' })).toBe(true)
})
