import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { addDays, formatChineseDate, type LocalDate } from '../../src/domain/time/local-date.ts'
import { agencyScript, type AgencyScript, powersScript } from './play-script.ts'

const file = new URL('../../demo/publishing.json', import.meta.url)
const pictures = new URL('../../demo/pictures/', import.meta.url)
const powersFile = new URL('../../demo/powers.json', import.meta.url)

/**
 * Scripts of what the agencies publish, the days counted from today so that every clock shows
 * something: `{-30}` is thirty days ago, `{cn-30}` the same day in Chinese, `{y-30}` its year.
 */
export function publishingOf(today: LocalDate): AgencyScript[] {
  const scripts = z.array(agencyScript).parse(read(file, today))
  const powers = z.record(z.string(), powersScript).parse(read(powersFile, today))
  const lists = new Map(Object.entries(powers))
  return scripts.map((script) => {
    const list = lists.get(script.agency)
    return list === undefined ? script : Object.assign(script, { powers: list })
  })
}

function read(from: URL, today: LocalDate): unknown {
  const text = readFileSync(from, 'utf8').replaceAll(
    /\{(cn|y)?([+-]\d+)\}/g,
    (_, form: string | undefined, days: string) => {
      const day = addDays(today, Number(days))
      if (form === 'cn') return formatChineseDate(day)
      return form === 'y' ? day.slice(0, 4) : day
    },
  )
  // The scripts are played where there are no files.
  return JSON.parse(text, (key, value: unknown) =>
    key === 'picture' && typeof value === 'string'
      ? readFileSync(new URL(value, pictures), 'base64')
      : value,
  )
}
