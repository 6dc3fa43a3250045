import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { addDays, formatChineseDate, type LocalDate } from '../../src/domain/time/local-date.ts'
import { agencyScript, type AgencyScript } from './play-script.ts'

const file = new URL('../../demo/publishing.json', import.meta.url)

/**
 * Scripts of what the agencies publish, the days counted from today so that every clock shows
 * something: `{-30}` is thirty days ago, `{cn-30}` the same day in Chinese, `{y-30}` its year.
 */
export function publishingOf(today: LocalDate): AgencyScript[] {
  const text = readFileSync(file, 'utf8').replaceAll(
    /\{(cn|y)?([+-]\d+)\}/g,
    (_, form: string | undefined, days: string) => {
      const day = addDays(today, Number(days))
      if (form === 'cn') return formatChineseDate(day)
      return form === 'y' ? day.slice(0, 4) : day
    },
  )
  return z.array(agencyScript).parse(JSON.parse(text))
}
