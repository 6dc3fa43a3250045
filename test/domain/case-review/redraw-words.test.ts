import { expect, test } from 'vitest'
import { noticeDocument, type NoticeFrom } from '../../../src/domain/case-review/notice.ts'

const told = (reason: string | null, redraws: NoticeFrom['result']['redraws']): string =>
  JSON.stringify(
    noticeDocument({
      agency: '某局',
      from: '2026-01-01',
      to: '2026-06-30',
      population: 10,
      seed: 's',
      reason,
      orderedBy: null,
      result: {
        cases: 1,
        average: 100,
        units: [],
        faults: [],
        lines: [{ number: '1', unit: '甲科', score: 100 }],
        redraws,
      },
      rows: [],
      remarks: '',
      number: null,
      issuedOn: null,
    }),
  )
const other = { from: '2026-03-01', to: '2026-03-31', reason: null, number: null }

test('row 89: the notice names draws over the same days before and since, with a reason where there is one', () => {
  expect(told(null, [])).not.toContain('再次抽取')
  expect(told('扩大抽查', [{ ...other, isLater: false }])).toMatch(
    /2026-03-01 至 2026-03-31（此前抽取）。再次抽取的理由：扩大抽查/,
  )
  const ordered = told(null, [{ ...other, isLater: true }])
  expect(ordered).toContain('又对重叠的日期再次抽取：2026-03-01 至 2026-03-31（此后抽取）。')
  expect(ordered).not.toContain('理由')
  const own = { ...other, isLater: true, reason: '回头看' }
  expect(told(null, [{ ...other, isLater: true }, own])).toContain('理由：回头看')
})
