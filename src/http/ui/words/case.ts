import type { Warning } from '../../../domain/application/deadline-colour.ts'
import { applicationRows, isOutcomeKey } from '../../../domain/shared/report-keys.data.ts'

type OutcomeWords = { key: string; group: string; name: string }

/** Results of the annual report (办理结果), split into group and item: （三）不予公开, 1.属于国家秘密. */
export const outcomes: readonly OutcomeWords[] = applicationRows
  .filter(({ key }) => isOutcomeKey(key))
  .map(({ key, label }) => {
    const [, group, item] = /^三、(（.）\S+?)(?: (\d\..+))?$/.exec(label) ?? []
    return { key, group: group ?? label, name: item ?? group ?? label }
  })

/** How a case stands to its time limit (期限情况), in words: colour never stands alone. */
export function dueText(code: Warning['code'] | null, daysLeft: number | null): string {
  if (code === null || daysLeft === null) return ''
  if (code === 'overdue') return `已超期 ${Math.abs(daysLeft)} 个工作日`
  return daysLeft === 0 ? '今天到期' : `还剩 ${daysLeft} 个工作日`
}
