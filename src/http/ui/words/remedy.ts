import type { RemedyDay } from '../../../domain/application/remedy.ts'
import { formatChineseDate } from '../../../domain/time/local-date.ts'

const ways: Readonly<Record<RemedyDay['clock'], string>> = {
  reconsideration: '申请行政复议',
  litigation: '直接提起行政诉讼',
}

/** The last days on which the applicant may go each way (救济期限), in sentences. */
export function lastDayTexts(days: readonly RemedyDay[]): string[] {
  return days.map(({ clock, dueOn, provisional }) => {
    const later = provisional ? '；该年放假安排公布后可能顺延' : ''
    return `从答复日期起算，${ways[clock]}的最后一天是${formatChineseDate(dueOn)}（您知道答复的日期更晚的，从那天起算${later}）。`
  })
}
