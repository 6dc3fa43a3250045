import { fromText } from '../../document/from-text.ts'
import { cellOf, runsOf } from '../../document/plain.ts'
import type { Block, DocumentTree } from '../../document/tree.ts'
import type { BulletinContent } from './content.ts'
import { foundWords } from './prose.ts'
import { figureWords } from './references.ts'
import { type AssessmentLine, assessmentLines } from './scheme.ts'

/** A part of the text with its title. */
export type TextPart = { title: string; text: string }

/** A table of words: its caption, its header and its rows; null is a figure that nobody reported. */
export type WordTable = {
  caption: string
  header: readonly string[]
  rows: readonly (readonly (string | number | null)[])[]
}

/** The figures of a bulletin as a table (主要数字): value, parts, and the two bases. */
export function figureTable({ figures }: Pick<BulletinContent, 'figures'>): WordTable {
  return {
    caption: '主要数字',
    header: ['指标', '单位', '本期', '分子', '分母', '上期', '上年同期'],
    rows: figures.map((figure) => [
      figure.name,
      figure.unit,
      figureWords(figure),
      figure.numerator,
      figure.denominator,
      tableWords(figure.unit, figure.previous),
      tableWords(figure.unit, figure.yearBefore),
    ]),
  }
}

/** A figure of an earlier period; a rate keeps its sign, a count stays a number for sheets. */
function tableWords(unit: string, value: number | null): string | number | null {
  return value === null || unit !== '%' ? value : figureWords({ unit, value, state: 'value' })
}

/** The agencies of a bulletin as a table (各机关情况), by their places. */
export function lineTable({ lines }: Pick<BulletinContent, 'lines'>): WordTable {
  const inOrder = lines.toSorted((a, b) => (a.place ?? 9999) - (b.place ?? 9999))
  return {
    caption: '各机关情况（含下级）',
    header: ['位次', '机关', '公开信息', '新收申请', '办结申请', '按时答复', '计时答复', '报送'],
    rows: inOrder.map((line) => [
      line.place,
      line.name,
      line.published,
      line.received,
      line.decided,
      line.timely,
      line.timed,
      `${line.reporting}/${line.of}`,
    ]),
  }
}

/** How a rule of the self-inspection stands, in words (自查状态). */
export const ruleStateWords = {
  clear: '正常',
  near: '临近',
  tripped: '触发',
  unknown: '待核查',
  'not-applicable': '不涉及',
} as const

/** The rules of the self-inspection as a table (自查情况), with the days left before each trips. */
export function ruleTable({ rules }: Pick<BulletinContent, 'rules'>): WordTable {
  return {
    caption: '自查情况',
    header: ['指标', '状态', '距触发天数', '触发日期', '扣分'],
    rows: rules.map(({ clause, state, daysLeft, tripsOn, points }) => [
      clause,
      ruleStateWords[state],
      daysLeft,
      tripsOn,
      points,
    ]),
  }
}

/** Names of the lines of an assessment (考核项目). */
export const lineNames: Readonly<Record<AssessmentLine, string>> = {
  publication: '主动公开数量',
  'missing-item': '公开事项',
  'stale-catalogue': '目录更新',
  'annual-report': '年度报告',
  criticism: '通报批评（扣）',
  praise: '表彰（加）',
}

/** The sheets of an assessment as a table (考核得分): what each line keeps, total, band and place. */
export function sheetTable({ sheets }: Pick<BulletinContent, 'sheets'>): WordTable {
  return {
    caption: '考核得分',
    header: ['位次', '机关', ...assessmentLines.map((line) => lineNames[line]), '总分', '等次'],
    rows: sheets.map(({ place, name, lines, total, band }) => [
      place,
      name,
      ...lines.map(({ points }) => points),
      total,
      band,
    ]),
  }
}

/** The findings of a bulletin as a table (问题清单); `nameOf` names an agency. */
export function findingTable(
  { findings }: Pick<BulletinContent, 'findings'>,
  nameOf: (agency: string) => string,
): WordTable {
  return {
    caption: '问题清单',
    header: ['责任机关', '问题', '首次发现', '已列次数', '整改期限', '状态'],
    rows: findings.map(({ agency, what, returned, firstPeriod, times, dueOn, state }) => [
      nameOf(agency),
      foundWords(what, returned),
      firstPeriod,
      times,
      dueOn,
      findingStateWords[state],
    ]),
  }
}

const findingStateWords = {
  open: '未整改',
  answered: '已答复待确认',
  closed: '已销号',
  dropped: '不采用',
} as const

/** Writes a bulletin as a document (简报文稿): text and tables, from which Word, PDF and page are made. */
export function bulletinTree(
  parts: readonly TextPart[],
  tables: readonly WordTable[],
): DocumentTree {
  const text = parts.flatMap(({ title, text: words }): Block[] => [
    { type: 'heading', level: 1, text: runsOf(title) },
    ...(words.trim() === '' ? [] : fromText(words).blocks),
  ])
  return {
    v: 1,
    blocks: [...text, ...tables.filter(({ rows }) => rows.length > 0).map(tableBlock)],
  }
}

function tableBlock({ caption, header, rows }: WordTable): Block {
  return {
    type: 'table',
    caption,
    rows: [
      header.map((text) => ({ ...cellOf(text), head: true as const })),
      ...rows.map((row) => row.map((value) => cellOf(value === null ? '—' : String(value)))),
    ],
  }
}
