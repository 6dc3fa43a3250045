import { figureTable } from '../../../../src/domain/report/bulletin/document.ts'
import { expect, test } from 'vitest'
import type { BulletinContent } from '../../../../src/domain/report/bulletin/content.ts'
import { driftOf } from '../../../../src/domain/report/bulletin/drift.ts'
import { kindsFor } from '../../../../src/domain/report/bulletin/kinds.data.ts'
import {
  bulletinActions,
  bulletinLifecycle,
  bulletinStates,
  lifecycleOf,
} from '../../../../src/domain/report/bulletin/lifecycle.ts'
import {
  type BulletinLetter,
  partLetters,
} from '../../../../src/domain/report/bulletin/letter-content.ts'
import { nextDue, periodsDue } from '../../../../src/domain/report/bulletin/period.ts'
import {
  bulletinNumber,
  bulletinSections,
  bulletinTitle,
  draftProse,
} from '../../../../src/domain/report/bulletin/prose.ts'
import { proposeFindings } from '../../../../src/domain/report/bulletin/propose.ts'
import { bulletinReferences } from '../../../../src/domain/report/bulletin/references.ts'
import { fillProse, proseFaults } from '../../../../src/domain/report/quoted.ts'
import { payloadLimit } from '../../../../src/domain/letter/letter.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'

test('row 66: who has agencies below makes all four kinds, who has none its summary and its self-inspection', () => {
  expect(kindsFor(true)).toHaveLength(4)
  expect(kindsFor(false)).toEqual(['monthly-summary', 'self-inspection'])
})

test.each([
  ['monthly-summary', '2026-11-11', []],
  ['monthly-summary', '2026-11-12', [{ period: '2026-10', dueOn: '2026-11-12' }]],
  ['monthly-summary', '2026-12-31', [{ period: '2026-11', dueOn: '2026-12-12' }]],
  ['quarterly-circular', '2026-10-15', [{ period: '2026-Q3', dueOn: '2026-10-15' }]],
  ['half-year-assessment', '2026-07-20', [{ period: '2026-H1', dueOn: '2026-07-20' }]],
  ['half-year-assessment', '2027-01-20', [{ period: '2026-H2', dueOn: '2027-01-20' }]],
  ['self-inspection', '2027-01-12', [{ period: '2026-Q4', dueOn: '2027-01-12' }]],
] as const)('row 66: %s on %s after the month before was made', (kind, today, due) => {
  const before = {
    'monthly-summary': today < '2026-12' ? '2026-09' : '2026-10',
    'quarterly-circular': '2026-Q2',
    'half-year-assessment': today < '2027' ? '2025-H2' : '2026-H1',
    'self-inspection': '2026-Q3',
  }[kind]
  expect(periodsDue(kind, {}, localDate(today), before)).toEqual(due)
})

test('row 66: nights that were missed are caught up, years of history are not', () => {
  const keys = (last: string | null): string[] =>
    periodsDue('monthly-summary', {}, localDate('2026-11-20'), last).map(({ period }) => period)
  expect(keys('2026-07')).toEqual(['2026-08', '2026-09', '2026-10'])
  expect(keys(null)).toEqual(['2026-10'])
  expect(keys('2026-10')).toEqual([])
  const early = periodsDue('monthly-summary', {}, localDate('2026-11-05'), null)
  expect(early.map(({ period }) => period)).toEqual(['2026-09'])
})

test('row 66: an agency names its own day, which is never before its months are closed', () => {
  const on = (bulletinDays: Record<string, number>, monthClosesOn?: number): string | undefined =>
    periodsDue(
      'monthly-summary',
      { bulletinDays, monthClosesOn },
      localDate('2026-11-28'),
      '2026-09',
    )[0]?.dueOn
  expect(on({ 'monthly-summary': 20 })).toBe('2026-11-20')
  expect(on({ 'monthly-summary': 3 })).toBe('2026-11-10')
  expect(on({ 'monthly-summary': 3 }, 5)).toBe('2026-11-05')
  expect(nextDue('quarterly-circular', {}, localDate('2026-10-14'))).toEqual({
    period: '2026-Q3',
    dueOn: '2026-10-15',
  })
  expect(nextDue('quarterly-circular', {}, localDate('2026-10-15'))).toEqual({
    period: '2026-Q4',
    dueOn: '2027-01-15',
  })
})

test('row 66: every state of a bulletin is reached and left by its table, and issue is the end', () => {
  for (const kind of kindsFor(true)) {
    const rows = lifecycleOf(kind)
    const reached = new Set<string>(['draft'])
    for (let n = 0; n < bulletinStates.length; n += 1) {
      for (const { from, to } of rows) if (reached.has(from)) reached.add(to)
    }
    expect(reached.has('issued')).toBe(true)
    expect(reached.has('shown')).toBe(kind === 'half-year-assessment')
    expect(rows.some(({ from }) => from === 'issued')).toBe(false)
    expect(rows.filter(({ action }) => action === 'approve').map(({ roles }) => roles)).toEqual([
      ['head'],
    ])
  }
  expect(new Set(bulletinLifecycle.map(({ action }) => action))).toEqual(new Set(bulletinActions))
})

test('titles and numbers are those of documents', () => {
  expect(bulletinTitle('东县人民政府', 'quarterly-circular', '2026-Q3')).toBe(
    '东县人民政府2026年第三季度政府信息公开工作季通报',
  )
  expect(bulletinTitle('东县人民政府', 'half-year-assessment', '2026-H1')).toBe(
    '东县人民政府2026年上半年政府信息公开工作半年考核表',
  )
  expect(bulletinNumber('quarterly-circular', 2026, 3)).toBe('通报〔2026〕3号')
})

const content: BulletinContent = {
  scope: 'subtree',
  asOf: null,
  newest: null,
  corrections: 0,
  versions: {},
  coverage: { reporting: 3, of: 4, missing: ['某镇'] },
  figures: ['主动公开信息', '新收申请', '办结申请', '期末在办'].map((name, n) => ({
    code: name,
    name,
    unit: '件',
    state: 'value' as const,
    value: n,
    numerator: null,
    denominator: null,
    previous: null,
    yearBefore: 0,
  })),
  lines: [],
  findings: [],
  rules: [],
  sheets: [],
  objectBy: null,
}

test('text and figures cannot disagree: the first draft of every kind quotes only what there is', () => {
  const rate = {
    ...content.figures[0],
    code: 'timely-rate',
    name: '按时办结率',
    unit: '%',
    state: 'noBase' as const,
    value: null,
    numerator: 0,
    denominator: 0,
    previous: 98.8,
    yearBefore: null,
  }
  const references = bulletinReferences({ ...content, figures: [...content.figures, rate] })
  for (const kind of kindsFor(true)) {
    const prose = draftProse(kind, '2026-Q3', true)
    for (const key of bulletinSections) expect(proseFaults(prose[key], references)).toEqual([])
  }
  expect(fillProse('{主动公开信息}，{主动公开信息上期}，{主动公开信息上年同期}', references)).toBe(
    '0，（无可比数），0',
  )
  expect(
    fillProse(
      '{按时办结率}（{按时办结率分子}/{按时办结率分母}），上期 {按时办结率上期}',
      references,
    ),
  ).toBe('没有可计算的件数（0/0），上期 98.80%')
})

test('a rate of an earlier period is written as one in the table', () => {
  const [first] = content.figures
  if (first === undefined) throw new Error('no figure')
  const rate = { ...first, unit: '%', value: 96.15, previous: 96.1, yearBefore: null }
  const { rows } = figureTable({ figures: [rate, { ...first, previous: 7 }] })
  expect(rows.map((row) => row.slice(2))).toEqual([
    ['96.15%', null, null, '96.10%', null],
    ['0', null, null, 7, 0],
  ])
})

test('a figure that a later correction changed is told with what was locked', () => {
  const [first] = content.figures
  if (first === undefined) throw new Error('no figure')
  const now = { ...content, figures: [{ ...first, value: 7 }, ...content.figures.slice(1)] }
  expect(driftOf(content, now)).toEqual([
    { agency: null, name: '主动公开信息', what: '主动公开信息', locked: 0, now: 7 },
  ])
})

const facts = {
  agency: 'river',
  name: '河湾镇',
  timely: 3,
  timed: 5,
  months: [
    { month: '2026-07', published: 0 },
    { month: '2026-08', published: null },
  ],
  silent: ['河湾镇 2026-08'],
  lackingCells: 4,
  lackingReport: 2025,
  overdueOpen: null,
  tripped: [],
}

test('row 66: findings follow from the figures by rules, nobody reported is not zero', () => {
  const proposals = proposeFindings('quarterly-circular', '2026-Q3', [facts])
  expect(proposals.map(({ key }) => key)).toEqual([
    'late-replies/river',
    'unreported-months/river',
    'unreported-cells/river',
    'blank-month/river',
    'no-annual-report/river/2025',
  ])
  expect(proposals[0]?.what).toBe('依申请公开逾期答复 2 件（按时 3 件，答复 5 件）')
  const often = {
    ...facts,
    months: ['2026-07', '2026-08', '2026-09'].map((month) => ({ month, published: 0 })),
  }
  expect(
    proposeFindings('quarterly-circular', '2026-Q3', [often]).filter(
      ({ rule }) => rule === 'blank-month',
    ),
  ).toMatchObject([
    {
      key: 'blank-month/river',
      what: '2026-07、2026-08、2026-09 没有公开一条信息',
      evidence: { of: 'figure', period: '2026-Q3' },
    },
  ])
  const clean = { ...facts, timely: null, timed: null, months: [], silent: [], lackingCells: 0 }
  expect(
    proposeFindings('monthly-summary', '2026-07', [{ ...clean, lackingReport: 2025 }]),
  ).toEqual([])
})

test('a bulletin fits into letters whatever it says, and no finding is lost or told twice', () => {
  const letter: BulletinLetter = {
    bulletin: 'quarterly-circular-2026-Q3',
    part: 1,
    kind: 'quarterly-circular',
    period: '2026-Q3',
    title: '题'.repeat(200),
    docNumber: '通报〔2026〕3号',
    issuedOn: localDate('2026-10-20'),
    sections: [{ title: '一', text: '字'.repeat(10_000) }],
    figures: Array.from({ length: 12 }, () => ({ name: '名'.repeat(40), unit: '件', value: '1' })),
    lines: Array.from({ length: 40 }, () => ({
      name: '镇'.repeat(60),
      received: 1,
      decided: 1,
      published: 1,
      timely: 1,
      timed: 1,
      place: 1,
    })),
    left: 3,
    coverage: { reporting: 3, of: 4 },
    findings: Array.from({ length: 120 }, (_, n) => ({
      id: `f-${n}`,
      version: 1,
      state: 'open' as const,
      what: '问'.repeat(200),
      evidence: { of: 'proof' as const, text: '证'.repeat(300) },
      firstPeriod: '2026-Q3',
      times: 1,
      dueOn: localDate('2026-11-20'),
      answers: 0,
    })),
    score: null,
  }
  const parts = partLetters(letter)
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) {
    expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThanOrEqual(payloadLimit)
  }
  expect(parts.flatMap(({ findings }) => findings.map(({ id }) => id))).toEqual(
    letter.findings.map(({ id }) => id),
  )
  expect(parts.filter(({ sections }) => sections.length > 0)).toHaveLength(1)
})
