import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/check.ts'
import { claimsInText } from '../../../src/domain/report/claims-in-text.ts'
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

describe('the figures that running text states of the tables', () => {
  test.each([
    [
      '2024年，全市共受理政府信息公开申请3,119件，其中自然人申请2990件；较上年受理信息公开申请增加12件。',
      '受理政府信息公开申请=3119',
    ],
    ['全年新收政府信息公开申请 95 件，同比增长20%。', '受理政府信息公开申请=95'],
    ['全年受理依申请公开12件，均按时办结。', '受理政府信息公开申请=12'],
    [
      '全县新收政府信息公开申请１２９５件，上年结转189件，办结1191件，结转下年度293件。',
      '受理政府信息公开申请=1295 上年结转=189 办结=1191 结转下年度=293',
    ],
    ['依法受理政府信息公开申请（含上年结转）129件。', '受理政府信息公开申请=129'],
    [
      '收到信息公开申请95件，其中予以公开50件、部分公开9件、不予公开3件、其他处理1件。',
      '受理政府信息公开申请=95 予以公开=50 部分公开=9 不予公开=3 其他处理=1',
    ],
    ['全年未收到政府信息公开申请。', '受理政府信息公开申请=0'],
    ['因政府信息公开引发行政复议2件、行政诉讼4起。', '行政复议=2 行政诉讼=4'],
    ['因政府信息公开被直接提起行政诉讼2件，复议后被提起行政诉讼1件。', '直接起诉=2 复议后起诉=1'],
    ['全年没有发生因政府信息公开引起的行政复议、行政诉讼。', '行政复议、行政诉讼=0'],
    ['政府信息公开行政复议和诉讼共6件。', '行政复议、行政诉讼=6'],
    [
      '制发行政规范性文件3件，废止规范性文件1件，现行有效规范性文件8件。',
      '制发行政规范性文件=3 废止行政规范性文件=1 现行有效行政规范性文件=8',
    ],
    ['作出行政许可决定9487件、行政处罚决定2776件。', '行政许可=9487 行政处罚=2776'],
  ])('“%s” states %s', (text, stated) => {
    const claims = claimsInText(text, 'county')
    expect(claims.map(({ claim, value }) => `${claim}=${value}`).join(' ')).toBe(stated)
  })

  test.each([
    '上年同期受理政府信息公开申请10件。',
    '通过网络收到政府信息公开申请7件。',
    '通过政府网站收到政府信息公开申请7件，窗口受理政府信息公开申请2件。',
    '予以公开、部分公开208件。',
    '新增依申请公开栏目信息5件。',
    '收到对政府信息公开申请答复不服的行政复议申请若干，办结12345热线工单2000件。',
    '复议机关全年受理行政复议120件、行政诉讼15件。',
    '县政府办公室受理政府信息公开申请17件，予以公开9件。',
    '县政府受理政府信息公开申请17件，办结17件。',
    '其中，教育局收到政府信息公开申请20件，予以公开10件。',
    '未收到需要收费的政府信息公开申请。',
    '新收和上年结转申请共129件。',
    '按时答复政府信息公开申请10件，延期答复2件。',
    '公开行政许可、行政处罚信息230条，无正当理由大量反复申请情形。',
  ])('it says nothing of the tables in “%s”', (text) => {
    expect(claimsInText(text, 'county')).toEqual([])
  })

  test('a department speaks of the government whose report it draws up', () => {
    expect(claimsInText('市政府共受理政府信息公开申请1295件。', 'bureau')).toHaveLength(1)
  })

  test('every statement is held against the tables, and a wrong one is only warned of', () => {
    const report = { ...cityReport, level: 'prefecture', narrative: null }
    const right = `全市受理政府信息公开申请3119件，上年结转34件，办结3050件，结转下年度103件，予以公开1362件、部分公开454件、不予公开178件、无法提供781件、其他处理187件。
      政府信息公开行政复议351件、行政诉讼46件。制发行政规范性文件8件。`
    const parsed = parseReportCheck({ report }, 2026)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
    const claims = claimsInText(right, 'prefecture')
    expect(claims).toHaveLength(12)
    const checked = (narrative: typeof claims): string[] =>
      checkReport({ ...parsed.value.report, narrative }).findings.map(
        ({ rule, severity, row, actual }) => `${rule} ${severity} ${row} ${actual}`,
      )
    expect(checked(claims)).toEqual([])
    for (const [at, { claim, value }] of claims.entries()) {
      const wrong = Number(value) + 7
      expect(checked(claims.with(at, { claim, value: wrong, isGuess: true }))).toEqual([
        `narrativeMismatch warning ${claim} ${wrong}`,
      ])
    }
  })

  test('hostile: long lines without an end are read in no time', () => {
    const heap = '受理信息公开申请'.repeat(12_000)
    expect(claimsInText(heap, 'county')).toEqual([])
    expect(claimsInText(`${'('.repeat(50_000)}${heap}`, 'county')).toEqual([])
  })
})
