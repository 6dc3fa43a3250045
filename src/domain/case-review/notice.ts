import type { OfficialDocument } from '../document/official-page.ts'
import type { Block } from '../document/tree.ts'
import { section, tableOf } from './notice-blocks.ts'
import { averageText, type ReviewResult } from './result.ts'
import type { SheetRow } from './sheet.data.ts'

/** What a notice is written from (通报素材). */
export type NoticeFrom = {
  agency: string
  from: string
  to: string
  population: number
  seed: string
  /** why these days were drawn from again */
  reason: string | null
  /** the office above that ordered the review */
  orderedBy: string | null
  result: ReviewResult
  rows: readonly SheetRow[]
  remarks: string
  number: { year: number; serial: number } | null
  issuedOn: string | null
}

/** The number of an issued notice (通报文号). */
export function noticeNumber({ year, serial }: { year: number; serial: number }): string {
  return `案卷评查〔${year}〕${serial}号`
}

/** Writes the notice of a review (评查通报): figures, faults and cases by number and unit, nothing of applicants. */
export function noticeDocument(told: NoticeFrom): OfficialDocument {
  const { agency, result, number, issuedOn, remarks } = told
  const blocks: Block[] = [
    ...section('一、基本情况', [basicsOf(told), ...redrawWords(told)]),
    ...section('二、评查结果', [resultWords(result)]),
    tableOf(
      '各承办科室得分',
      ['承办科室', '件数', '平均分'],
      result.units.map(({ unit, cases, average }) => [unit, cases, averageText(average)]),
    ),
    ...section('三、主要问题', faultWords(told)),
    ...(remarks.trim() === '' ? [] : section('四、有关要求', [remarks])),
    tableOf(
      '各案卷得分',
      ['申请编号', '承办科室', '得分'],
      result.lines.map(({ number: own, unit, score }) => [own, unit, score]),
    ),
  ]
  return {
    title: `${agency}关于政府信息公开申请案卷评查情况的通报`,
    docNumber: number === null ? null : noticeNumber(number),
    issuer: agency,
    writtenOn: issuedOn,
    tree: { v: 1, blocks },
  }
}

function basicsOf({ from, to, population, seed, orderedBy, result }: NoticeFrom): string {
  const why = orderedBy === null ? '' : `按照${orderedBy}的部署，`
  return `${why}${from} 至 ${to} 办结的政府信息公开申请共 ${population} 件，按随机种子 ${seed} 抽取 ${result.cases} 件案卷，由没有经办、审核、签发该件的人员逐件评分。`
}

/** Which draws met these days before and since, and why (再次抽取说明). */
function redrawWords({ reason, result: { redraws } }: NoticeFrom): string[] {
  const named = (isLater: boolean): string =>
    redraws
      .filter((one) => one.isLater === isLater)
      .map(({ from, to, number }) => {
        const own = number === null ? '' : `，${noticeNumber(number)}`
        return `${from} 至 ${to}（${isLater ? '此后' : '此前'}抽取${own}）`
      })
      .join('、')
  const [before, since] = [named(false), named(true)]
  const why = redraws.flatMap((one) => (one.isLater && one.reason !== null ? [one.reason] : []))
  return [
    ...(before === ''
      ? []
      : [
          `抽取的日期与已有的评查重叠：${before}。${reason === null ? '' : `再次抽取的理由：${reason}`}`,
        ]),
    ...(since === ''
      ? []
      : [
          `本次抽取之后，又对重叠的日期再次抽取：${since}。${why.length === 0 ? '' : `理由：${why.join('；')}`}`,
        ]),
  ]
}

function resultWords({ average, lines }: ReviewResult): string {
  const scores = lines.map(({ score }) => score)
  return `满分 100 分，平均 ${averageText(average)} 分，最高 ${Math.max(...scores)} 分，最低 ${Math.min(...scores)} 分。`
}

function faultWords({ result, rows }: NoticeFrom): string[] {
  if (result.faults.length === 0) return ['没有扣分的案卷。']
  return result.faults.map(({ code, cases, points }, at) => {
    const text = rows.find((row) => row.code === code)?.text ?? code
    return `（${at + 1}）未做到“${text}”的 ${cases} 件，共扣 ${points} 分。`
  })
}
