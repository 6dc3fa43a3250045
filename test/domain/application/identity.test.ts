import { describe, expect, test } from 'vitest'
import { parseEntry } from '../../../src/domain/application/entry.ts'
import { parseForm } from '../../../src/domain/application/form.ts'
import {
  identityRules,
  type IdType,
  idTypes,
} from '../../../src/domain/application/identity.data.ts'
import { checkIdentity } from '../../../src/domain/application/identity.ts'
import { applicantClasses } from '../../../src/domain/shared/report-keys.data.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { entry, organisationForm, personForm } from '../../support/application-form.ts'

const today = localDate('2026-03-02')

/** An 18-character number with the check character that GB 11643 gives it. */
function checked(first17: string): string {
  const sum = Array.from(first17).reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  )
  return first17 + '10X98765432'.charAt(sum % 11)
}

describe('numbers of identity documents (条例第29条身份证明)', () => {
  test.each<[IdType, string, string]>([
    ['resident-id', '11010519491231002x', '11010519491231002X'],
    ['resident-id', checked('11010519490230002'), 'ill-formed'],
    ['resident-id', checked('11010520990101001'), 'ill-formed'],
    ['resident-id', '110105194912310021', 'checksum'],
    ['resident-id', '110105491231002', 'not-in-force'],
    ['passport', 'e 1234 5678', 'E12345678'],
    ['passport', 'ＥＡ１２３４５６７', 'EA1234567'],
    ['passport', '75 1234567', '751234567'],
    ['passport', 'ABCDEFG', 'ill-formed'],
    ['passport', 'E1', 'ill-formed'],
    ['hk-macao-permit', 'H12345678', 'H12345678'],
    ['hk-macao-permit', 'm1234567801', 'M1234567801'],
    ['hk-macao-permit', 'HA1234567', 'HA1234567'],
    ['hk-macao-permit', '12345678', 'ill-formed'],
    ['taiwan-permit', '12345678', '12345678'],
    ['taiwan-permit', '1234567801(B)', '1234567801B'],
    ['taiwan-permit', '1234567', 'ill-formed'],
    ['hmt-residence', checked('81000019900101001'), checked('81000019900101001')],
    ['hmt-residence', checked('11000019900101001'), 'ill-formed'],
    ['foreigner-residence', 'usa110081012345', 'USA110081012345'],
    ['foreigner-residence', checked('91184019900101001'), checked('91184019900101001')],
    ['foreigner-residence', checked('91184019901301001'), 'ill-formed'],
    ['foreigner-residence', `${checked('91184019900101001').slice(0, 17)}?`, 'ill-formed'],
    ['other', '军字第1234567号', '军字第1234567号'],
    ['other', '--', 'ill-formed'],
  ])('%s %s', (type, number, expected) => {
    expect(outcome(checkIdentity(type, number, today))).toBe(expected)
  })

  test('each format is open on its own days alone', () => {
    const old = '110105491231002'
    expect(outcome(checkIdentity('resident-id', old, localDate('2012-12-31')))).toBe(old)
    expect(checkIdentity('resident-id', old, localDate('2013-01-01'))).toMatchObject({
      problem: { problem: 'not-in-force', what: 'resident-id', to: '2012-12-31' },
    })
    const card = checked('91184019900101001')
    expect(checkIdentity('foreigner-residence', card, localDate('2023-11-30'))).toMatchObject({
      problem: { problem: 'not-in-force', from: '2023-12-01' },
    })
    expect(new Set(identityRules.map(({ type }) => type))).toEqual(new Set(idTypes))
  })

  test('a wrong check character never passes in any document that has one', () => {
    for (const first of ['11010519491231002', '81000019900101001', '91184019900101001']) {
      const [type] = first.startsWith('1')
        ? (['resident-id'] as const)
        : first.startsWith('8')
          ? (['hmt-residence'] as const)
          : (['foreigner-residence'] as const)
      const right = checked(first).slice(17)
      for (const last of '0123456789X') {
        const found = outcome(checkIdentity(type, first + last, today))
        expect(found).toBe(last === right ? first + last : 'checksum')
      }
    }
  })
})

test('organisations of all five classes give a code with its check character and who represents them (GB 32100)', () => {
  for (const kind of applicantClasses.filter((name) => name !== 'naturalPerson')) {
    const form = organisationForm()
    const applicant = { ...Object(form['applicant']), class: kind }
    expect(parseForm({ ...form, applicant }, today).ok).toBe(true)
    const wrong = { ...applicant, creditCode: '91350100M000100Y44' }
    expect(faults(parseForm({ ...form, applicant: wrong }, today))).toEqual([
      '/applicant/creditCode checksum',
    ])
    const headless = { ...applicant, legalRepresentative: ' ' }
    expect(faults(parseForm({ ...form, applicant: headless }, today))).toEqual([
      '/applicant/legalRepresentative required',
    ])
  }
})

test('a representative is named with document and telephone, by the same rules (条例第29条)', () => {
  const representative = {
    name: '阿依古丽·买买提',
    idType: 'passport',
    idNumber: 'e12345678',
    phone: '138 0000 1234',
  }
  const parsed = parseForm({ ...personForm(), representative }, today)
  expect(parsed).toMatchObject({
    value: { representative: { ...representative, idNumber: 'E12345678', phone: '13800001234' } },
  })
  const wrong = { ...representative, idType: 'resident-id' }
  expect(faults(parseForm({ ...personForm(), representative: wrong }, today))).toEqual([
    '/representative/idNumber ill-formed',
  ])
  const nameless = { idType: 'passport', idNumber: 'E12345678' }
  expect(faults(parseForm({ ...personForm(), representative: nameless }, today))).toEqual([
    '/representative/name required',
    '/representative/phone required',
  ])
  const came = entry('in-person', { receivedOn: '2026-03-02' })
  expect(faults(parseEntry({ ...came, representative }, today))).toEqual(['/papers required'])
  expect(parseEntry({ ...came, representative, papers: '户口簿' }, today)).toMatchObject({
    value: { papers: '户口簿' },
  })
})

test('what was said orally is read back and agreed to, or it is not entered (条例第29条)', () => {
  const said = { ...entry('in-person', { receivedOn: '2026-03-02' }), channel: 'oral' }
  expect(faults(parseEntry(said, today))).toEqual(['/readBack required', '/consent required'])
  expect(faults(parseEntry({ ...said, readBack: true, consent: false }, today))).toEqual([
    '/consent required',
  ])
  expect(parseEntry(entry('oral', { receivedOn: '2026-03-02' }), today).ok).toBe(true)
  expect(parseEntry(entry('in-person', { receivedOn: '2026-03-02' }), today).ok).toBe(true)
})

type Parsed = ReturnType<typeof parseForm> | ReturnType<typeof parseEntry>

function faults(parsed: Parsed): string[] {
  if (parsed.ok || parsed.refusal.code !== 'invalid') return []
  return parsed.refusal.errors.map(({ pointer, problem }) => `${pointer} ${problem}`)
}

function outcome(found: ReturnType<typeof checkIdentity>): string {
  return found.ok ? found.value : found.problem.problem
}
