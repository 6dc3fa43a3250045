import { describe, expect, it } from 'vitest'
import { readApplications } from '../../../src/domain/application/import-applications.ts'
import { readOutcome } from '../../../src/domain/application/import-outcome.ts'
import {
  applicantClasses,
  applicationRows,
  outcomeKeys,
} from '../../../src/domain/shared/report-keys.data.ts'
import { parseInstant } from '../../../src/domain/time/instant.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const today = localDate('2026-11-22')
const HEADER = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'
type Reading = ReturnType<typeof readApplications>

function read(text: string): Reading {
  return readApplications(new TextEncoder().encode(text), today)
}

function readRow(row: string): Reading {
  return read(`${HEADER}\n${row}`)
}

describe('import of applications (contract: desk/imports)', () => {
  it('takes a decided case with its real moments', () => {
    const { applications, rejected, warnings } = readRow(
      'A-1,2025-12-31T16:30:00Z,internet,naturalPerson,某项目批复,true,2026-01-20T09:00:00+08:00,denied.stateSecret',
    )
    expect({ rejected, warnings }).toEqual({ rejected: [], warnings: [] })
    expect(applications).toEqual([
      {
        line: 2,
        externalId: 'A-1',
        receivedAt: parseInstant('2026-01-01T00:30:00+08:00'),
        receivedOn: '2026-01-01',
        channel: 'internet',
        applicantClass: 'naturalPerson',
        subject: '某项目批复',
        extended: true,
        decidedAt: parseInstant('2026-01-20T09:00:00+08:00'),
        decidedOn: '2026-01-20',
        outcome: 'denied.stateSecret',
      },
    ])
  })

  it('an empty decidedAt means still open', () => {
    expect(readRow('A-1,2026-11-20,fax,otherOrg,某事,,,').applications).toMatchObject([
      {
        receivedAt: parseInstant('2026-11-20T00:00:00+08:00'),
        extended: false,
        decidedAt: null,
        decidedOn: null,
        outcome: null,
      },
    ])
  })

  it('takes a Chinese register', () => {
    const { applications, rejected } = read(
      '登记号,收到日期,申请渠道,申请人类别,申请内容,是否延期,答复日期,办理结果\n（2026）1号,2026年3月2日,邮寄,自然人,某事,否,2026/3/9 10:30,三、（三）不予公开 1.属于国家秘密\n2,2026.3.2,当面,商业企业,另一事,是,2026-03-02,予以公开',
    )
    expect(rejected).toEqual([])
    expect(applications).toMatchObject([
      {
        channel: 'registered-mail',
        applicantClass: 'naturalPerson',
        outcome: 'denied.stateSecret',
      },
      { channel: 'in-person', applicantClass: 'commercial', outcome: 'granted', extended: true },
    ])
  })

  it('a bare day of decision on the day of receipt does not come out before it', () => {
    const moment = '2026-03-02T15:00:00+08:00'
    expect(
      readRow(`1,${moment},oral,research,某事,,2026-03-02,granted`).applications,
    ).toMatchObject([{ decidedAt: parseInstant(moment), decidedOn: '2026-03-02' }])
  })

  it.each([
    ['1,2026-03-02,internet,naturalPerson,某事,,2026-03-09,', 'outcome', 'required-with'],
    ['1,2026-03-02,internet,naturalPerson,某事,,,granted', 'outcome', 'forbidden-without'],
    ['1,2026-03-02,internet,naturalPerson,某事,,2026-03-01,granted', 'decidedAt', 'before'],
    [
      '1,2026-03-02T10:00:00+08:00,internet,naturalPerson,某事,,2026-03-02T09:59:59+08:00,granted',
      'decidedAt',
      'before',
    ],
    ['1,2026-11-23,internet,naturalPerson,某事,,,', 'receivedAt', 'in-future'],
    ['1,2008-04-30T15:59:59Z,internet,naturalPerson,某事,,,', 'receivedAt', 'before'],
    ['1,2026-11-22T16:00:00Z,internet,naturalPerson,某事,,,', 'receivedAt', 'in-future'],
    ['1,2026-03-02,internet,naturalPerson,某事,,2027-01-01,granted', 'decidedAt', 'in-future'],
    ['1,昨天,internet,naturalPerson,某事,,,', 'receivedAt', 'date-ill-formed'],
    ['1,,internet,naturalPerson,某事,,,', 'receivedAt', 'required'],
    [',2026-03-02,internet,naturalPerson,某事,,,', 'externalId', 'required'],
    ['1,2026-03-02,鸽子,naturalPerson,某事,,,', 'channel', 'not-listed'],
    ['1,2026-03-02,internet,total,某事,,,', 'applicantClass', 'not-listed'],
    ['1,2026-03-02,internet,naturalPerson,,,,', 'subject', 'required'],
    ['1,2026-03-02,internet,naturalPerson,某事,或许,,', 'extended', 'not-listed'],
    [
      '1,2026-03-02,internet,naturalPerson,某事,,2026-03-09,totalProcessed',
      'outcome',
      'not-listed',
    ],
    ['1,2026-03-02,internet,naturalPerson,某事,,2026-03-09,carriedOver', 'outcome', 'not-listed'],
    ['1,2026-03-02,internet,naturalPerson,某事,,2026-03-09,不予公开', 'outcome', 'not-listed'],
  ])('%s is named', (row, column, code) => {
    const { applications, rejected } = readRow(row)
    expect(applications).toEqual([])
    expect(rejected).toMatchObject([{ line: 2, column, reason: { code } }])
  })

  it('a number twice is named on both lines, and a missing column refuses the file', () => {
    const row = '2026-03-02,internet,naturalPerson,某事,,,'
    expect(readRow(`1,${row}\n2,${row}\n1,${row}`)).toMatchObject({
      applications: [{ externalId: '2' }],
      rejected: [
        { line: 2, column: 'externalId', reason: { code: 'duplicate', otherLine: 4 } },
        { line: 4, column: 'externalId', reason: { code: 'duplicate', otherLine: 2 } },
      ],
    })
    expect(read('externalId,receivedAt\n1,2026-03-02').rejected).toHaveLength(5)
  })
})

describe('keys of the annual report', () => {
  it('has six classes of applicant and 21 results among 25 rows', () => {
    expect([applicantClasses.length, outcomeKeys.length, applicationRows.length]).toEqual([
      6, 21, 25,
    ])
  })

  it('knows every result by key and by official label, and no total by either', () => {
    for (const { key, label } of applicationRows) {
      const outcome = outcomeKeys.find((result) => result === key) ?? null
      expect([readOutcome(key), readOutcome(label)]).toEqual([outcome, outcome])
    }
  })

  it.each([
    ['1.属于国家秘密', 'denied.stateSecret'],
    ['（一）予以公开', 'granted'],
    ['不予公开-属于行政执法案卷', 'denied.enforcementFile'],
    ['危及“三安全一稳定”', 'denied.threeSecuritiesOneStability'],
    ['其他', 'other.misc'],
    ['部分公开', 'partialGrant'],
    ['本机关不掌握相关政府信息', 'unable.notHeld'],
    ['不予处理', null],
    ['其他处理', null],
    ['不予公开：其他', null],
    ['三、（三）不予公开 9.其他', null],
    ['其他处理（其他）', 'other.misc'],
    ['三、（七）总计', null],
    ['', null],
  ])('%s is %s', (words, key) => {
    expect(readOutcome(words)).toBe(key)
  })
})
