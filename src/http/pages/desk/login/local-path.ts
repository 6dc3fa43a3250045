import type { Site } from '../../../app-env.ts'

/**
 * The way back after log-in (返回地址): only an address of this agency's desk counts; anything
 * else — another host, another scheme, another place — leads to the desk's first page.
 */
export function deskPath(site: Pick<Site, 'to'>, next: string | undefined): string {
  const desk = site.to.desk()
  if (next === undefined || next.length > 512 || !next.startsWith('/')) return desk
  const home = 'https://desk.invalid'
  if (!URL.canParse(next, home)) return desk
  const url = new URL(next, home)
  const isOurs =
    url.origin === home && (url.pathname === desk || url.pathname.startsWith(`${desk}/`))
  const leadsBack = url.pathname === site.to.login() || url.pathname === site.to.logout()
  return isOurs && !leadsBack ? `${url.pathname}${url.search}` : desk
}
