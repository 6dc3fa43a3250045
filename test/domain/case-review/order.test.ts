import { describe, expect, test } from 'vitest'
import { isPlausible, orderedSize, type SentResult } from '../../../src/domain/case-review/order.ts'
import {
  agencyCell,
  agencyHeads,
  agencyRows,
  orderNotice,
} from '../../../src/domain/case-review/order-notice.ts'
import { orderResultOf } from '../../../src/domain/case-review/order-result.ts'
import { averageText } from '../../../src/domain/case-review/result.ts'
import { writeCsv } from '../../../src/domain/shared/sheet/write-csv.ts'
import { writeXlsx } from '../../../src/domain/shared/sheet/write-xlsx.ts'
import { readAllSheets } from '../../../src/domain/shared/sheet/xlsx.ts'
import { sheetOn } from '../../../src/domain/case-review/sheet.data.ts'

const sent = (said: Partial<SentResult>): SentResult => ({
  order: 'o',
  population: 10,
  digest: '',
  cases: 1,
  total: 100,
  faults: [],
  ...said,
})
const asked = [
  {
    agency: 'a',
    name: '甲局',
    sent: sent({
      cases: 3,
      total: 280,
      population: 30,
      faults: [
        { code: 'B1', cases: 1, points: 15 },
        { code: 'E2', cases: 2, points: 5 },
      ],
    }),
  },
  {
    agency: 'b',
    name: '乙局',
    sent: sent({ total: 85, faults: [{ code: 'B1', cases: 1, points: 15 }] }),
  },
  { agency: 'c', name: '丙局', sent: null },
  { agency: 'd', name: '丁局', sent: sent({ population: 0, cases: 0, total: 0 }) },
]

describe('row 89: an office sums up the reviews that it ordered (案卷抽查·汇总)', () => {
  test('the average of all is the sum of scores by cases, not the mean of averages; the silent are named', () => {
    const result = orderResultOf(asked)
    expect(result).toMatchObject({ cases: 4, average: 91.3 })
    expect(result.agencies.map(({ name, average, place }) => [name, average, place])).toEqual([
      ['甲局', 93.3, 1],
      ['乙局', 85, 2],
      ['丁局', null, null],
    ])
    expect(result.silent).toEqual([{ agency: 'c', name: '丙局' }])
    expect(result.faults).toEqual([
      { code: 'B1', agencies: 2, cases: 2, points: 30 },
      { code: 'E2', agencies: 1, cases: 2, points: 5 },
    ])
  })

  test('averages stand to a tenth everywhere, whole ones too', () => {
    const rows = agencyRows(orderResultOf(asked))
    expect(rows.map((cells) => agencyCell(cells.at(-1) ?? null))).toEqual([
      '93.3',
      '85.0',
      '—',
      '—',
    ])
    const csv = new TextDecoder().decode(writeCsv([...agencyHeads], rows))
    expect(csv).toContain('2,乙局,10,1,85.0\r\n')
    const sheet = writeXlsx({ name: '表', header: [...agencyHeads], rows })
    const read = readAllSheets(sheet)
    expect(JSON.stringify(read)).toContain('85')
    expect(averageText(100)).toBe('100.0')
  })

  test('agencies with the same average share a place', () => {
    const same = ['a', 'b', 'c'].map((agency, at) => ({
      agency,
      name: agency,
      sent: sent({ total: at === 2 ? 90 : 95 }),
    }))
    expect(orderResultOf(same).agencies.map(({ place }) => place)).toEqual([1, 1, 3])
  })

  test('the notice tells ranking, common faults by code and who sent nothing', () => {
    const notice = orderNotice({
      office: '某县',
      from: '2026-01-01',
      to: '2026-06-30',
      percent: 10,
      seed: 's',
      dueOn: '2026-08-01',
      reason: null,
      result: orderResultOf(asked),
      rows: sheetOn('2026-07-01'),
      remarks: '限期整改。',
      number: { year: 2026, serial: 1 },
      issuedOn: '2026-08-02',
    })
    expect(notice.docNumber).toBe('案卷抽查〔2026〕1号')
    const text = JSON.stringify(notice)
    for (const part of ['1 个机关：丙局', 'B1 未做到', '平均 91.3 分', '限期整改。']) {
      expect(text).toContain(part)
    }
  })

  test('what cannot be is not taken in: other cases than the share, more points than there are', () => {
    expect([orderedSize(0, 10), orderedSize(5, 10), orderedSize(20_001, 1)]).toEqual([0, 1, 0])
    expect(orderedSize(2000, 10)).toBe(50)
    expect(isPlausible(sent({}), 10)).toBe(true)
    expect(isPlausible(sent({ cases: 2, total: 200 }), 10)).toBe(false)
    expect(isPlausible(sent({ total: 101 }), 10)).toBe(false)
    expect(isPlausible(sent({ total: 60 }), 10)).toBe(false)
    const twice = { code: 'B1', cases: 1, points: 15 } as const
    expect(isPlausible(sent({ total: 70, faults: [twice, twice] }), 10)).toBe(false)
    expect(isPlausible(sent({ total: 85, faults: [{ ...twice, cases: 2 }] }), 10)).toBe(false)
  })
})
