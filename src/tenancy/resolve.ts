import type { Agency } from '../domain/agency/agency.ts'

/** Which agency a request asks, and under which path prefix ('' or '/prefix') its pages lie. */
export type Resolved = {
  agency: Agency
  base: string
  /** where the host asked has moved to (曾用域名); null for a host in use */
  movedTo: string | null
}

/** Turns host and path into an agency; built once from the registry, pure afterwards. */
export type Resolver = {
  resolve(host: string | null, pathname: string): Resolved | null
  byId(id: string): Agency | null
  /** Public origin of an agency's pages, its channel prefix included. */
  originOf: (agency: Agency) => string
  all: readonly Agency[]
}

const hostShape = /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::[0-9]{1,5})?$/

/**
 * Builds the resolver (机关识别): an agency with a site of its own answers on the hosts of its
 * manifest, or, where the deployment sets `hostPattern` (such as `http://{slug}.localhost:8787`),
 * on its slug there; a channel answers under a prefix of its parent's hosts. The raw Host header
 * must be plain lower-case ASCII; anything else is nobody.
 */
export function createResolver(agencies: readonly Agency[], hostPattern: string | null): Resolver {
  const ids = new Map(agencies.map((agency) => [agency.id, agency]))
  const hosts = new Map<string, Agency>()
  const formerHosts = new Map<string, Agency>()
  const channels = new Map<string, Agency>()
  for (const agency of agencies) {
    if (agency.site.mode === 'channel') {
      channels.set(`${agency.parentId ?? ''}/${agency.site.prefix}`, agency)
      continue
    }
    for (const host of agency.site.hosts) hosts.set(host, agency)
    for (const host of agency.site.formerHosts ?? []) formerHosts.set(host, agency)
    if (hostPattern !== null) hosts.set(new URL(fill(hostPattern, agency.slug)).hostname, agency)
  }
  const ownOrigin = (agency: Agency): string => {
    if (hostPattern !== null) return fill(hostPattern, agency.slug)
    const host = agency.site.mode === 'own' ? agency.site.hosts[0] : undefined
    return `https://${host ?? 'invalid'}`
  }
  return {
    all: agencies,
    byId: (id) => ids.get(id) ?? null,
    resolve(host, pathname) {
      const name = hostShape.exec(host ?? '')?.[1]
      if (name === undefined) return null
      const present = hosts.get(name)
      const owner = present ?? formerHosts.get(name)
      if (owner === undefined) return null
      const movedTo = present === undefined ? ownOrigin(owner) : null
      const segment = pathname.split('/', 2)[1] ?? ''
      const channel = channels.get(`${owner.id}/${segment}`)
      return channel === undefined
        ? { agency: owner, base: '', movedTo }
        : { agency: channel, base: `/${segment}`, movedTo }
    },
    originOf(agency) {
      if (agency.site.mode === 'own') return ownOrigin(agency)
      const parent = ids.get(agency.parentId ?? '')
      return parent === undefined ? ownOrigin(agency) : `${ownOrigin(parent)}/${agency.site.prefix}`
    },
  }
}

function fill(pattern: string, slug: string): string {
  return pattern.replace('{slug}', slug)
}
