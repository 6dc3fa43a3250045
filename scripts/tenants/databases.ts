import type { Entry } from './read-tree.ts'
import { resolveAgencies } from './resolve.ts'

/** A D1 database of the deployment: the region's or one agency's. */
export type DeployedDatabase = {
  /** agency slug, or `region` for the region's database */
  slug: string
  binding: string
  /** database_name on the platform */
  name: string
  /** database_id on the platform, also the local identity */
  id: string
  /** folder of its migrations, relative to the repository */
  migrations: 'migrations/region' | 'migrations/tenant'
}

/** Lists every database of a sound tree, the region's first. */
export function databasesOf(entries: readonly Entry[]): readonly DeployedDatabase[] {
  const region = entries.flatMap(({ manifest: { regionDatabase } }): DeployedDatabase[] => {
    if (regionDatabase === undefined) return []
    const [slug, binding, name] = ['region', 'REGION', 'yangguang-region']
    return [{ slug, binding, name, id: regionDatabase, migrations: 'migrations/region' }]
  })
  const tenants = resolveAgencies(entries).map((one): DeployedDatabase => {
    const { agency, binding, database } = one
    const { id, name } = database
    return { slug: agency.slug, binding, name, id, migrations: 'migrations/tenant' }
  })
  return [...region, ...tenants]
}
