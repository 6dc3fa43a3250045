import { expect, test } from 'vitest'
import { parseCorrection } from '../../../../src/domain/application/personal-data/input.ts'
import {
  correctionBar,
  type DataCase,
  erasureBar,
} from '../../../../src/domain/application/personal-data/rules.ts'
import { states } from '../../../../src/domain/application/types.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'

const personal = {
  'applicant.name': '王小明',
  'applicant.idType': 'resident-id',
  'applicant.idNumber': '11010519491231002X',
  'applicant.phone': '13800001234',
  'applicant.email': 'a@b.cn',
  'applicant.address': '试验路 9 号',
  'applicant.postcode': '234000',
} as const

function subject(rest: Partial<DataCase>): DataCase {
  return {
    state: 'accepted',
    isServed: false,
    isDisputed: false,
    route: 'online',
    personal,
    ...rest,
  }
}

const phone = ['applicant.phone'] as const
const all = [
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
] as const

test('个人信息保护法第46条: every state says whether its data is corrected, archived and destroyed ones never', () => {
  const barred = states.filter((state) => correctionBar(state) !== null)
  expect(barred).toEqual(['transferring', 'archived', 'transferred', 'destroyed'])
})

test('第47条第一款: while a case is open a contact goes only if another stays and the route does not need it', () => {
  expect(erasureBar(subject({}), 'applicant.phone', phone)).toBe(null)
  expect(erasureBar(subject({}), 'applicant.phone', all)).toBe('contact-needed')
  const byMail = subject({ route: 'email' })
  expect(erasureBar(byMail, 'applicant.email', ['applicant.email'])).toBe('contact-needed')
  expect(erasureBar(byMail, 'applicant.phone', phone)).toBe(null)
  const byPost = subject({ route: 'post' })
  expect(erasureBar(byPost, 'applicant.postcode', ['applicant.postcode'])).toBe('contact-needed')
  expect(erasureBar(byPost, 'applicant.phone', phone)).toBe(null)
})

test('第47条第一款第一项: once closed and served all contacts go, unless a dispute is open', () => {
  const closed = subject({ state: 'closed', isServed: true })
  for (const field of all) expect(erasureBar(closed, field, all)).toBe(null)
  expect(erasureBar({ ...closed, isServed: false }, 'applicant.phone', all)).toBe('data-not-served')
  expect(erasureBar({ ...closed, isDisputed: true }, 'applicant.phone', all)).toBe('data-disputed')
  for (const state of ['withdrawn', 'abandoned', 'transferred'] as const) {
    expect(erasureBar(subject({ state }), 'applicant.email', all)).toBe(null)
  }
})

test('第47条第二款, 档案法: identity and request are kept, and so is all of a filed case', () => {
  const closed = subject({ state: 'closed', isServed: true })
  for (const field of ['applicant.name', 'applicant.idNumber', 'request.subject'] as const) {
    expect(erasureBar(closed, field, [])).toBe('data-kept')
  }
  const filed = subject({ state: 'archived', isServed: true })
  expect(erasureBar(filed, 'applicant.phone', phone)).toBe('case-archived')
  expect(erasureBar(subject({ state: 'destroyed' }), 'applicant.phone', phone)).toBe(
    'case-destroyed',
  )
})

const kept = { personal, arrivedOn: localDate('2026-03-02'), form: 'paper', route: 'online' }

test('a correction takes what differs: contact at once, identity with a reason', () => {
  const contact = parseCorrection({ applicant: { phone: '139 0000 5678', email: 'a@b.cn' } }, kept)
  expect(contact).toMatchObject({
    value: { contact: { 'applicant.phone': '13900005678' }, identity: {}, reason: null },
  })
  expect(parseCorrection({ applicant: { name: '王晓明' } }, kept)).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', problem: 'required' }] },
  })
  expect(
    parseCorrection({ applicant: { name: '王晓明' }, reason: '姓名有误' }, kept),
  ).toMatchObject({ value: { identity: { 'applicant.name': '王晓明' }, reason: '姓名有误' } })
})

test.each([
  [{}, '/applicant'],
  [{ applicant: { phone: '13800001234' } }, '/applicant'],
  [{ applicant: { phone: 'x' } }, '/applicant/phone'],
  [{ applicant: { idNumber: '110105194912310021' }, reason: 'x' }, '/applicant/idNumber'],
  [{ applicant: { idType: 'none' }, reason: 'x' }, '/applicant/idType'],
  [{ applicant: { class: 'research' } }, '/applicant/class'],
  [{ purpose: 'x' }, '/purpose'],
])('security 15: the correction %j is refused at %s', (raw, pointer) => {
  expect(parseCorrection(raw, kept)).toMatchObject({ refusal: { errors: [{ pointer }] } })
})

test('a route that needs an address cannot be chosen without one', () => {
  const without = { ...kept, personal: { ...personal, 'applicant.email': undefined } }
  const { 'applicant.email': _gone, ...rest } = without.personal
  expect(
    parseCorrection({ delivery: { route: 'email' } }, { ...kept, personal: rest }),
  ).toMatchObject({ refusal: { errors: [{ pointer: '/applicant/email' }] } })
})
