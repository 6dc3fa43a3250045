import type { Agency, AgencySettings, GuideFacts } from '../../src/domain/agency/agency.ts'
import type { Manifest } from './manifest.ts'
import type { ResolvedAgency } from './resolve.ts'

/** What the command line may say about a new agency; the rest comes from its parent. */
export type NewAgency = {
  slug: string
  name: string
  level?: Agency['level'] | undefined
  kind: Agency['kind']
  channel?: string | undefined
  short?: string | undefined
  division?: string | undefined
  'site-code'?: string | undefined
  host?: string | undefined
  database: string
  telephone?: string | undefined
  fax?: string | undefined
  email?: string | undefined
  address?: string | undefined
  postcode?: string | undefined
}

const below: Record<Agency['level'], Agency['level']> = {
  prefecture: 'county',
  county: 'township',
  township: 'township',
}

/**
 * Drafts the manifest (机关清单) of a new agency under `above`: what was not said is its parent's,
 * the supervising body (条例第47条) is its parent's working body, the site code the next free one.
 */
export function draftManifest(
  wanted: NewAgency,
  above: Agency,
  all: readonly ResolvedAgency[],
): Manifest {
  const divisionCode = wanted.division ?? above.divisionCode
  const manifest: Manifest = {
    slug: wanted.slug,
    name: wanted.name,
    shortName: wanted.short ?? wanted.name,
    level: wanted.level ?? (wanted.kind === 'government' ? below[above.level] : above.level),
    kind: wanted.kind,
    divisionCode,
    database: wanted.database,
    site:
      wanted.channel === undefined
        ? { mode: 'own', hosts: [wanted.host ?? hostBeside(wanted.slug, above, all)] }
        : { mode: 'channel', prefix: wanted.channel },
    guide: draftGuide(wanted, above.guide),
    settings: draftSettings(wanted, above.settings),
    columns: [],
  }
  if (wanted.channel !== undefined) return manifest
  const siteIdCode = wanted['site-code'] ?? nextSiteIdCode(divisionCode, all)
  return { ...manifest, siteIdCode, footer: { ...above.footer, organiser: wanted.name } }
}

// Numbering rules are not the parent's: theirs may carry the parent's name. A bureau's channel has
// neither a site code nor a division code of its own, so its slug keeps its numbers apart.
function draftSettings(wanted: NewAgency, above: AgencySettings): AgencySettings {
  const shared = wanted.channel !== undefined && wanted.kind !== 'government'
  return {
    internetReceipt: above.internetReceipt,
    indexNumberPattern: `{code}${shared ? `-${wanted.slug}` : ''}/{year}-{serial:5}`,
    applicationNumberPattern: '{year}-{serial:4}',
    reviewLevels: above.reviewLevels,
    importReview: above.importReview,
  }
}

function draftGuide(wanted: NewAgency, above: GuideFacts): GuideFacts {
  return {
    body: `${wanted.name}办公室`,
    address: wanted.address ?? above.address,
    hours: above.hours,
    telephone: wanted.telephone ?? above.telephone,
    fax: wanted.fax ?? above.fax,
    email: wanted.email ?? above.email,
    postcode: wanted.postcode ?? above.postcode,
    supervision: { body: above.body, telephone: above.telephone, address: above.address },
  }
}

function nextSiteIdCode(divisionCode: string, all: readonly ResolvedAgency[]): string {
  const area = divisionCode.slice(0, 6)
  const serials = all
    .map(({ agency }) => agency.siteIdCode)
    .filter((code) => code.startsWith(area))
    .map((code) => Number(code.slice(6)))
  return `${area}${String(Math.max(0, ...serials) + 1).padStart(4, '0')}`
}

function hostBeside(slug: string, above: Agency, all: readonly ResolvedAgency[]): string {
  const housed = above.path
    .toReversed()
    .map((id) => all.find(({ agency }) => agency.id === id)?.agency.site)
    .find((site) => site?.mode === 'own')
  const host = housed?.mode === 'own' ? housed.hosts[0] : undefined
  if (host === undefined) throw new Error(`no host above ${slug}`)
  const [, ...domain] = host.split('.')
  return domain.length > 1 ? `${slug}.${domain.join('.')}` : `${slug}.${host}`
}
