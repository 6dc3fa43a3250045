import { expect, test } from 'vitest'
import { isOwnStep, type SheetPeople, whyNotOwn } from '../../../src/domain/case-review/own-step.ts'

const fresh: SheetPeople = {
  reviewer: null,
  barred: ['handler', 'signer'],
  handlers: ['handler'],
  isObjected: false,
  isAnswered: false,
}
const taken: SheetPeople = { ...fresh, reviewer: 'reviewer' }

test('row 89: the first who saves a sheet becomes its reviewer, never one who had part in the case', () => {
  expect(isOwnStep(fresh, 'save', 'anybody')).toBe(true)
  expect(isOwnStep(taken, 'save', 'reviewer')).toBe(true)
  expect(isOwnStep(taken, 'save', 'anybody')).toBe(false)
  expect(isOwnStep(fresh, 'save', 'signer')).toBe(false)
  expect(whyNotOwn(fresh, 'save', 'signer')).toBe('same-person')
  expect(whyNotOwn(fresh, 'finish', 'anybody')).toBe('step-not-open')
  expect(whyNotOwn(taken, 'finish', 'anybody')).toBe('forbidden')
})

test('row 89: who handled the case objects once, its reviewer answers once', () => {
  expect(isOwnStep(taken, 'object', 'handler')).toBe(true)
  expect(isOwnStep(taken, 'object', 'signer')).toBe(false)
  expect(isOwnStep(taken, 'answer', 'reviewer')).toBe(false)
  const objected = { ...taken, isObjected: true }
  expect(isOwnStep(objected, 'object', 'handler')).toBe(false)
  expect(whyNotOwn(objected, 'object', 'handler')).toBe('step-not-open')
  expect(isOwnStep(objected, 'answer', 'reviewer')).toBe(true)
  expect(isOwnStep({ ...objected, isAnswered: true }, 'answer', 'reviewer')).toBe(false)
})
