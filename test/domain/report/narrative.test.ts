import { expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/check.ts'
import { parseReportCheck } from '../../../src/domain/report/input.ts'
import { cityReport } from './sample-reports.data.ts'

function found(narrative: readonly object[], changes: object = {}): string[] {
  const parsed = parseReportCheck({ report: { ...cityReport, ...changes, narrative } }, 2026)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return checkReport(parsed.value.report).findings.map(
    ({ rule, row, expected, actual }) => `${rule} ${row} ${expected} ${actual}`,
  )
}

test.each([
  ['全市受理政府信息公开申请', 3119],
  ['收到政府信息公开申请', 3153],
  ['依法按期办结', 3050],
  ['上年度结转申请', 34],
  ['结转下年度继续办理', 103],
  ['予以公开及部分公开', 1816],
  ['不予公开', 178],
  ['无法提供', 781],
  ['其他处理', 187],
  ['行政诉讼（合计）', 46],
  ['行政复议、诉讼案件', 397],
  ['行政复议结果纠正', 64],
  ['新增公开市政府规章', 1],
  ['行政规范性文件', 66],
])('the text and the tables: “%s” may be %d and nothing near it', (claim, value) => {
  expect(found([{ claim, value }])).toEqual([])
  expect(found([{ claim, value: value + 7 }])).toHaveLength(1)
})

test.each(['信息处理费（元）', '政府网站主动发布信息', '市政府办公室受理政府信息公开申请'])(
  'words that stand for no cell, or for another circle of bodies, are left alone: “%s”',
  (claim) => {
    expect(found([{ claim, value: 17 }])).toEqual([])
  },
)

test('a claim is held against the figure that it names, unless the two count different things', () => {
  const claim = { claim: '全年主动公开政务信息（合计）', value: 382, table: 2558 }
  expect(found([claim])).toEqual([`narrativeMismatch ${claim.claim} 2558 382`])
  expect(found([{ ...claim, compare: false }])).toEqual([])
})

test('a claim that names a forged figure of the table is still held against the table', () => {
  const claim = { claim: '全市受理政府信息公开申请', value: 3219, table: 3219 }
  expect(found([claim])).toEqual([`narrativeMismatch ${claim.claim} 3119 3219`])
})
