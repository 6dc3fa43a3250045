import type { Paths } from '../../../paths.ts'

/** Reads an address that leads out of the site: http and https only, without user or password. */
export function outwardUrl(text: string | null): URL | null {
  if (text === null || text.length > 2000 || !URL.canParse(text)) return null
  const url = new URL(text)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.username === '' && url.password === '' ? url : null
}

/** Address of an item's source: government sites directly, others by way of the leave page. */
export function sourceHref(source: string | null, to: Paths): string | null {
  const url = outwardUrl(source)
  if (url === null) return null
  const isGovernment = url.hostname === 'gov.cn' || url.hostname.endsWith('.gov.cn')
  return isGovernment ? url.href : to.leave(url.href)
}
