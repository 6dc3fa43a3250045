import type { Agency } from '../agency/agency.ts'

/** The item that an address of this agency's own portal leads to; null for any other address (站内链接). */
export function itemBehind({ site }: Pick<Agency, 'site'>, href: string): string | null {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return null
  const { hostname, pathname } = new URL(href)
  if (site.mode === 'own' && ![...site.hosts, ...(site.formerHosts ?? [])].includes(hostname)) {
    return null
  }
  // The host of a channel is its parent's; its prefix is its own.
  const base = site.mode === 'own' ? '' : `/${site.prefix}`
  const start = `${base}/items/`
  if (!pathname.startsWith(start)) return null
  const [id = ''] = pathname.slice(start.length).split('/')
  return /^[\w-]{1,64}$/.test(id) ? id : null
}
