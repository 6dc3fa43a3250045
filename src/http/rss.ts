import type { Context } from 'hono'
import { parseLocalDate, partsOf, weekday } from '../domain/time/local-date.ts'
import { answerText } from './api/answer.ts'
import type { AppEnv } from './app-env.ts'
import { xmlText } from './xml.ts'

/** A feed as a reader shows it: addresses are whole, `at` is RFC 3339 with +08:00. */
export type Rss = {
  title: string
  description: string
  link: string
  self: string
  entries: readonly RssEntry[]
}

/** One entry of a feed. */
export type RssEntry = {
  title: string
  link: string
  at: string
  category: string
  about: string
}

/** Answers an RSS 2.0 feed (订阅), which every site may read and no reader loads twice. */
export function rssResponse(c: Context<AppEnv>, rss: Rss): Response {
  return answerText(c, rssText(rss), 'application/rss+xml; charset=utf-8')
}

/** Writes an RSS 2.0 feed. */
export function rssText({ title, description, link, self, entries }: Rss): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xmlText(title)}</title>
<link>${xmlText(link)}</link>
<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>
<description>${xmlText(description)}</description>
<language>zh-CN</language>
${entries.map(entryXml).join('\n')}
</channel></rss>
`
}

function entryXml({ title, link, at, category, about }: RssEntry): string {
  return `<item><title>${xmlText(title)}</title><link>${xmlText(link)}</link>
<guid isPermaLink="true">${xmlText(link)}</guid><pubDate>${rfc822(at)}</pubDate>
<category>${xmlText(category)}</category><description>${xmlText(about)}</description></item>`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** RSS wants the date of electronic mail: Mon, 02 Mar 2026 09:00:00 +0800. */
function rfc822(rfc3339: string): string {
  const date = parseLocalDate(rfc3339.slice(0, 10))
  if (date === null) return ''
  const { year, month, day } = partsOf(date)
  const written = `${String(day).padStart(2, '0')} ${months[month - 1] ?? ''} ${year}`
  return `${weekdays[weekday(date)] ?? ''}, ${written} ${rfc3339.slice(11, 19)} +0800`
}
