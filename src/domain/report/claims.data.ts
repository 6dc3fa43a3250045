import {
  outcomeKeys,
  type ReviewLitigationBlock,
  type ReviewLitigationColumn,
} from '../shared/report-keys.data.ts'
import type { ProactiveColumn, ProactiveRow } from '../shared/report-proactive.data.ts'
import { addKnown, cellOf } from './cells.ts'
import type { AnnualReport, Figure, ReportRow } from './types.ts'

/** A figure of the tables that words may stand for, null where the report does not say. */
export type Reading = (report: AnnualReport) => Figure

/** What a statement of the text is called, and the figures it may mean, the likeliest first. */
export type ClaimForm = { pattern: RegExp; readings: readonly Reading[] }

const request = '(?:政府信息公开|信息公开|依申请公开(?:政府信息)?)?(?:的)?(?:申请|事项)?'
const count = '(?:总数|总量|数量|件数|总计|合计|案件|案件数)?'

function rows(...names: readonly ReportRow[]): Reading {
  return (report) => addKnown(names.map((row) => cellOf(report, row, 'total')))
}

function group(name: 'denied' | 'unable' | 'notProcessed'): Reading {
  return rows(...outcomeKeys.filter((row) => row.startsWith(`${name}.`)))
}

const others: Reading = (report) =>
  report.applications?.other == null
    ? rows('other.overdueCorrection', 'other.overdueFee', 'other.misc')(report)
    : rows('other')(report)

const answered: Reading = (report) => {
  const other = others(report)
  return addKnown([rows('totalProcessed')(report), other === null ? null : -other])
}

const ofThisYear: Reading = (report) => {
  const before = rows('carriedOver')(report)
  return addKnown([rows('totalProcessed')(report), before === null ? null : -before])
}

function disputes(
  column: ReviewLitigationColumn,
  ...blocks: readonly ReviewLitigationBlock[]
): Reading {
  return ({ reviewLitigation }) =>
    addKnown(blocks.map((block) => reviewLitigation?.[block]?.[column] ?? null))
}

function made(row: ProactiveRow, ...columns: readonly ProactiveColumn[]): Reading[] {
  return columns.map(
    (column): Reading =>
      ({ proactive }) =>
        proactive?.[row]?.[column] ?? null,
  )
}

const documents = ['made', 'inForce', 'newlyMade', 'newlyPublished', 'totalPublished'] as const
const litigation = ['litigationDirect', 'litigationAfterReview'] as const

/** Statements by result of table four: 行政复议结果维持, 行政诉讼结果纠正… */
const results = { upheld: '维持', corrected: '纠正', other: '其他(?:结果)?', pending: '尚未审结' }

const disputeForms: readonly ClaimForm[] = Object.entries(results).flatMap(([key, word]) => {
  const column = key === 'upheld' || key === 'corrected' || key === 'other' ? key : 'pending'
  return [
    {
      pattern: new RegExp(`^行政复议(?:案件)?(?:结果)?${word}${count}$`),
      readings: [disputes(column, 'review')],
    },
    {
      pattern: new RegExp(`^行政诉讼(?:案件)?(?:结果)?${word}${count}$`),
      readings: [disputes(column, ...litigation)],
    },
  ]
})

/** What the usual statements of a report's text stand for (正文数字与表格的对应), by their bare words. */
export const claimForms: readonly ClaimForm[] = [
  {
    pattern: new RegExp(`^(?:受理|收到|接收|新收|新增|收到和受理|收到并受理)${request}${count}$`),
    readings: [rows('newReceived'), rows('newReceived', 'carriedOver')],
  },
  {
    pattern: new RegExp(`^(?:按期|按时|依法|已)*(?:办结|答复|办理完毕)${request}${count}$`),
    readings: [rows('totalProcessed'), answered, ofThisYear],
  },
  { pattern: new RegExp(`^上年度?结转${request}${count}$`), readings: [rows('carriedOver')] },
  {
    pattern: new RegExp(
      `^(?:顺延|结转)(?:到|至)?(?:下|次)一?年度?(?:继续)?(?:答复|办理)?${count}$`,
    ),
    readings: [rows('carriedForward')],
  },
  { pattern: /^予以公开$/, readings: [rows('granted')] },
  { pattern: /^部分公开$/, readings: [rows('partialGrant')] },
  { pattern: /^(?:予以)?公开[及和、与]部分公开$/, readings: [rows('granted', 'partialGrant')] },
  { pattern: /^不予公开$/, readings: [group('denied')] },
  { pattern: /^无法提供$/, readings: [group('unable')] },
  { pattern: /^不予处理$/, readings: [group('notProcessed')] },
  { pattern: /^其他处理$/, readings: [others] },
  {
    pattern: new RegExp(`^行政复议[、和及与]+(?:行政)?诉讼${count}$`),
    readings: [disputes('total', 'review', ...litigation)],
  },
  { pattern: new RegExp(`^行政复议${count}$`), readings: [disputes('total', 'review')] },
  {
    pattern: new RegExp(`^行政诉讼${count}$`),
    readings: [disputes('total', ...litigation), disputes('total', 'litigationDirect')],
  },
  { pattern: /^(?:未经复议)?直接起诉$/, readings: [disputes('total', 'litigationDirect')] },
  { pattern: /^复议后起诉$/, readings: [disputes('total', 'litigationAfterReview')] },
  ...disputeForms,
  {
    pattern: /^(?:新增|制定|主动|公开|发布)*(?:[省市州]政府)?规章$/,
    readings: made('regulations', ...documents),
  },
  {
    pattern: /^(?:新增|制定|制发|印发|主动|公开|发布)*行政规范性文件$/,
    readings: made('normativeDocuments', ...documents),
  },
  { pattern: /^废止行政规范性文件$/, readings: made('normativeDocuments', 'repealed') },
  {
    pattern: /^现行有效行政规范性文件$/,
    readings: made('normativeDocuments', 'inForce', 'totalPublished'),
  },
  { pattern: /^行政许可$/, readings: made('licensing', 'decisions') },
  { pattern: /^行政处罚$/, readings: made('punishment', 'decisions') },
  { pattern: /^行政强制$/, readings: made('coercion', 'decisions') },
]
