import type { Context } from 'hono'
import type { Agency } from '../../domain/agency/agency.ts'
import type { AppEnv } from '../app-env.ts'
import type { SiteFacts } from './gov-meta.tsx'

/** The agency whose site a page lies on: a channel (频道) inherits its parent's. */
export function siteOwner(c: Context<AppEnv>): Agency {
  const { agency } = c.get('site')
  if (agency.site.mode === 'own' || agency.parentId === null) return agency
  return c.get('parts').resolver.byId(agency.parentId) ?? agency
}

/** Facts for the site tags: standard name, main domain and 标识码 of the site. */
export function siteFacts(c: Context<AppEnv>): SiteFacts {
  const owner = siteOwner(c)
  return {
    siteName: owner.name,
    siteDomain: /(?<=\/\/)[^/:]+/.exec(c.get('site').origin)?.[0] ?? '',
    siteIdCode: owner.siteIdCode,
  }
}
