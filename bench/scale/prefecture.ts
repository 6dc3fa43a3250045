import { databasesOf, type DeployedDatabase } from '../../scripts/tenants/databases.ts'
import type { Manifest } from '../../scripts/tenants/manifest.ts'
import type { Entry } from '../../scripts/tenants/read-tree.ts'
import { resolveAgencies, type ResolvedAgency } from '../../scripts/tenants/resolve.ts'

/** An invented prefecture (规模测量用的地区): its manifests, agencies from the root on, and databases. */
export type Prefecture = {
  entries: readonly Entry[]
  agencies: readonly ResolvedAgency[]
  databases: readonly DeployedDatabase[]
}

type Place = {
  slug: string
  parent: Manifest | null
  name: string
  level: Manifest['level']
  kind: Manifest['kind']
  divisionCode: string
}

/** Agencies that a county comes with, its bureaus and townships included. */
const perCounty = 70
const offices = [
  '发展和改革委员会',
  '教育局',
  '公安局',
  '民政局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '住房和城乡建设局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '卫生健康委员会',
  '审计局',
  '市场监督管理局',
]

/**
 * Invents a prefecture of so many agencies, at least four: one in seventeen a bureau of the
 * prefecture, a county for every seventy, under each three bureaus to two townships. Bureaus and
 * every other township publish as channels of the government above them.
 */
export function prefectureOf(agencies: number): Prefecture {
  const counties = Math.max(1, Math.round(agencies / perCounty))
  const bureaus = Math.max(1, Math.round(agencies / 17))
  const below = Math.max(1, agencies - 1 - counties - bureaus)
  const root = manifestOf(0, {
    slug: 'pref',
    parent: null,
    name: '试点市人民政府',
    level: 'prefecture',
    kind: 'government',
    divisionCode: '349900',
  })
  const made: Entry[] = [entryOf(root, null)]
  const add = (place: Omit<Place, 'parent'>, parent: Manifest): Manifest => {
    const manifest = manifestOf(made.length, { ...place, parent })
    made.push(entryOf(manifest, parent.slug))
    return manifest
  }
  for (let n = 0; n < bureaus; n += 1) {
    add({ ...bureauOf('试点市', 'pref', n), level: 'prefecture', divisionCode: '349900' }, root)
  }
  for (let c = 0; c < counties; c += 1) {
    const [slug, area, divisionCode] = [`c${pad(c + 1, 2)}`, `第${c + 1}县`, `3499${pad(c + 1, 2)}`]
    const county = add(
      { slug, name: `${area}人民政府`, level: 'county', kind: 'government', divisionCode },
      root,
    )
    const share = Math.floor(below / counties) + (c < below % counties ? 1 : 0)
    const townships = Math.floor(share * 0.4)
    for (let n = 0; n < share - townships; n += 1) {
      add({ ...bureauOf(area, slug, n), level: 'county', divisionCode }, county)
    }
    for (let n = 0; n < townships; n += 1) {
      const code = pad(n + 1, 3)
      const name = `${area}第${n + 1}镇人民政府`
      const place = { slug: `${slug}-t${code}`, name, divisionCode: `${divisionCode}${code}` }
      add({ ...place, level: 'township', kind: 'government' }, county)
    }
  }
  return { entries: made, agencies: resolveAgencies(made), databases: databasesOf(made) }
}

function bureauOf(area: string, slug: string, n: number): Pick<Place, 'slug' | 'name' | 'kind'> {
  const round = Math.floor(n / offices.length)
  const office = offices[n % offices.length] ?? ''
  const name = `${area}${office}${round === 0 ? '' : `第${round + 1}分局`}`
  return { slug: `${slug}-b${pad(n + 1, 3)}`, name, kind: 'bureau' }
}

function manifestOf(n: number, place: Place): Manifest {
  const { slug, parent, name, level, kind, divisionCode } = place
  const isChannel = kind === 'bureau' || (level === 'township' && n % 2 === 1)
  const code = `${divisionCode.slice(0, 6)}${pad(n, 4)}`
  const own = {
    site: { mode: 'own' as const, hosts: [`${slug}.scale.example`] },
    siteIdCode: code,
    footer: { organiser: name, icp: `试ICP备${code}号`, policeFiling: `试公网安备${code}号` },
  }
  return {
    slug,
    name,
    shortName: name.slice(-30),
    level,
    kind,
    divisionCode,
    database: uuidOf(n + 1),
    ...(parent === null ? { regionDatabase: uuidOf(0) } : {}),
    ...(isChannel ? { site: { mode: 'channel', prefix: `s${n}` } } : own),
    guide: {
      body: `${name}办公室`,
      address: `${name}院内`,
      hours: '工作日 8:00–12:00，14:30–17:30',
      telephone: '0557-0000001',
      fax: '0557-0000002',
      email: `${slug}@scale.example`,
      postcode: '234000',
      supervision: { body: '上级办公室', telephone: '0557-0000003', address: '上级机关院内' },
    },
    settings: {
      internetReceipt: 'officer',
      // Bureaus have the division code of their government.
      indexNumberPattern: kind === 'bureau' ? `{code}-${n}/{year}-{serial:5}` : indexPattern,
      applicationNumberPattern: '{year}-{serial:4}',
      reviewLevels: 2,
      importReview: 'elsewhere',
    },
    columns: [],
  }
}

const indexPattern = '{code}/{year}-{serial:5}'

function entryOf(manifest: Manifest, parent: string | null): Entry {
  return { file: `${manifest.slug}.json`, slug: manifest.slug, parent, manifest }
}

function uuidOf(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

function pad(n: number, digits: number): string {
  return String(n).padStart(digits, '0')
}
