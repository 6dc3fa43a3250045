import type { OfficialDocument } from '../document/official-page.ts'
import type { Block } from '../document/tree.ts'
import { type DecimalCell, decimalText } from '../shared/sheet/decimal-cell.ts'
import { section, tableOf } from './notice-blocks.ts'
import type { OrderResult } from './order-result.ts'
import { averageText } from './result.ts'
import type { SheetRow } from './sheet.data.ts'

/** What the notice of an order is written from (评查通报素材). */
export type OrderNoticeFrom = {
  office: string
  from: string
  to: string
  percent: number
  seed: string
  dueOn: string
  /** why these days were reviewed again */
  reason: string | null
  result: OrderResult
  rows: readonly SheetRow[]
  remarks: string
  number: { year: number; serial: number } | null
  issuedOn: string | null
}

/** The number of an issued notice of an order (通报文号). */
export function orderNoticeNumber({ year, serial }: { year: number; serial: number }): string {
  return `案卷抽查〔${year}〕${serial}号`
}

/** The heads of the table of agencies (各机关得分). */
export const agencyHeads = ['名次', '机关', '办结件数', '抽查件数', '平均分'] as const

/** The rows of the table of agencies, averages to a tenth; who sent nothing stands last, without figures. */
export function agencyRows({
  agencies,
  silent,
}: OrderResult): (string | number | null | DecimalCell)[][] {
  return [
    ...agencies.map(({ place, name, population, cases, average }) => [
      place,
      name,
      population,
      cases,
      average === null ? null : { figure: average, decimals: 1 as const },
    ]),
    ...silent.map(({ name }) => [null, name, null, null, null]),
  ]
}

/** A cell of the table of agencies as people read it; a dash for what was not sent. */
export function agencyCell(cell: string | number | null | DecimalCell): string {
  if (cell === null) return '—'
  return typeof cell === 'object' ? decimalText(cell) : String(cell)
}

/** Writes the notice of an order (案卷抽查通报): ranking, common faults by row, who sent nothing; nothing of cases. */
export function orderNotice(told: OrderNoticeFrom): OfficialDocument {
  const { office, result, rows, remarks, number, issuedOn } = told
  const blocks: Block[] = [
    ...section('一、基本情况', basicsOf(told)),
    ...section('二、评查结果', [resultWords(result)]),
    tableOf(
      '各机关得分',
      agencyHeads,
      agencyRows(result).map((cells) => cells.map(agencyCell)),
    ),
    ...section('三、共性问题', faultWords(result, rows)),
    ...(remarks.trim() === '' ? [] : section('四、有关要求', [remarks])),
  ]
  return {
    title: `${office}关于政府信息公开申请案卷抽查情况的通报`,
    docNumber: number === null ? null : orderNoticeNumber(number),
    issuer: office,
    writtenOn: issuedOn,
    tree: { v: 1, blocks },
  }
}

function basicsOf(told: OrderNoticeFrom): string[] {
  const { from, to, percent, seed, dueOn, reason, result } = told
  const { agencies, silent } = result
  const asked = agencies.length + silent.length
  return [
    `对 ${asked} 个机关 ${from} 至 ${to} 办结的政府信息公开申请，按 ${percent}% 的比例、随机种子 ${seed} 统一抽取案卷，由各机关没有经办、审核、签发该件的人员逐件评分。`,
    ...(reason === null ? [] : [`本期间此前已经抽查，再次抽查的理由：${reason}`]),
    ...(silent.length === 0
      ? []
      : [
          `${dueOn} 前应当报送，起草本通报时还没有报送的 ${silent.length} 个机关：${silent.map(({ name }) => name).join('、')}。`,
        ]),
  ]
}

function resultWords({ agencies, cases, average }: OrderResult): string {
  const none = agencies.filter((one) => one.cases === 0).length
  const empty = none === 0 ? '' : `，其中 ${none} 个机关没有可以抽取的案卷`
  if (average === null) return `${agencies.length} 个机关报送了结果，没有可以抽取的案卷。`
  return `${agencies.length} 个机关报送了结果${empty}；共抽取 ${cases} 件，满分 100 分，平均 ${averageText(average)} 分（得分总和除以件数，四舍五入保留一位小数）。`
}

function faultWords({ faults }: OrderResult, rows: readonly SheetRow[]): string[] {
  if (faults.length === 0) return ['没有扣分的案卷。']
  return faults.map(({ code, agencies, cases, points }, at) => {
    const text = rows.find((row) => row.code === code)?.text ?? code
    return `（${at + 1}）${code} 未做到“${text}”：${agencies} 个机关 ${cases} 件，共扣 ${points} 分。`
  })
}
