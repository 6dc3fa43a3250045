import type { Agency } from '../../../domain/agency/agency.ts'
import type { Remedy, RemedyDay } from '../../../domain/application/remedy.ts'
import { formatChineseDate } from '../../../domain/time/local-date.ts'

/** What a reply tells the applicant about remedies, in sentences; by the legal basis of the reply. */
export function remedyTexts(
  { remedy, remedyDays }: { remedy: Remedy; remedyDays: readonly RemedyDay[] },
  agency: Pick<Agency, 'kind' | 'guide'>,
): string[] {
  return [...waysText(remedy, agency), ...remedyDays.map(lastDayText)]
}

const ways: Readonly<Record<RemedyDay['clock'], string>> = {
  reconsideration: '申请行政复议',
  litigation: '直接提起行政诉讼',
}

function lastDayText({ clock, dueOn, provisional }: RemedyDay): string {
  const later = provisional ? '；该年放假安排公布后可能顺延' : ''
  return `从答复日期起算，${ways[clock]}的最后一天是${formatChineseDate(dueOn)}（您知道答复的日期更晚的，从那天起算${later}）。`
}

function waysText(remedy: Remedy, agency: Pick<Agency, 'kind' | 'guide'>): string[] {
  const upper = agency.kind === 'bureau' ? '本级人民政府' : '上一级人民政府'
  const complaint = `认为本机关没有依法履行政府信息公开义务的，可以向${agency.guide.supervision.body}投诉、举报，电话 ${agency.guide.supervision.telephone}。`
  switch (remedy) {
    case 'review-first':
      return [
        `对不予公开的决定不服的，应当先申请行政复议：自知道本决定之日起六十日内，向${upper}提出（行政复议法第二十条、第二十三条）。`,
        '对行政复议决定不服的，可以自收到复议决定书之日起十五日内向人民法院提起行政诉讼（行政诉讼法第四十五条）。',
        complaint,
      ]
    case 'review-or-court':
      return [
        `对本答复不服的，可以自知道本答复之日起六十日内向${upper}申请行政复议（行政复议法第二十条），也可以自知道本答复之日起六个月内直接向人民法院提起行政诉讼（行政诉讼法第四十六条）。`,
        complaint,
      ]
    case 'no-promise':
      return [
        '本答复告知的是相应的办理渠道或者查询方式，请按告知的途径办理。',
        `认为本答复侵犯您合法权益的，可以向${upper}反映或者依法申请行政复议，是否受理由其依法决定。`,
        complaint,
      ]
    default:
      return remedy satisfies never
  }
}
