import type { Agency } from '../domain/agency/agency.ts'
import type { Result } from '../domain/shared/refusal.ts'
import { ok, refuse } from '../domain/shared/refusal.ts'
import { openAnchors } from '../store/anchors.ts'
import { openCrossing } from '../store/crossing.ts'
import { openFiles } from '../store/files.ts'
import { openKeyring, type Keyring } from '../store/keyring.ts'
import { migrationsLacking } from '../store/migrations-lacking.ts'
import { tenantSchema } from '../store/schema-version.generated.ts'
import type { Tenant } from '../usecases/context.ts'
import type { RegisteredAgency } from './registered-agency.ts'

/** The key ring of the house: the only way from an agency to its database. */
export type Tenancy = { open(agencyId: string): Promise<Result<Tenant>> }

type Bindings = {
  env: Readonly<Record<string, unknown>>
  files: R2Bucket
  masterKey: Uint8Array<ArrayBuffer>
  now: () => number
}

/**
 * Opens agencies by id (机关 → 数据库): refuses `not-found` for an unknown id and
 * `agency-not-ready` while the agency lacks a migration that this code needs.
 */
export function createTenancy(
  registry: readonly RegisteredAgency[],
  { env, files, masterKey, now }: Bindings,
): Tenancy {
  const byId = new Map(registry.map((row) => [row.agency.id, row]))
  const keyrings = new Map<string, Keyring>()
  const current = new Set<string>()

  const keyringOf = async (agency: Agency): Promise<Keyring> => {
    const known = keyrings.get(agency.id)
    if (known !== undefined) return known
    // Only a finished keyring is kept: a promise made in one request may never settle for another.
    const opened = await openKeyring(masterKey, agency.id)
    keyrings.set(agency.id, opened)
    return opened
  }

  return {
    async open(agencyId) {
      const row = byId.get(agencyId)
      if (row === undefined) return refuse({ code: 'not-found' })
      const db = env[row.binding]
      if (!isDatabase(db)) return refuse({ code: 'agency-not-ready' })
      if (!current.has(agencyId)) {
        // Each by its name: a database may have a later one and lack one that was numbered before it.
        if ((await migrationsLacking(db, tenantSchema)) > 0) {
          return refuse({ code: 'agency-not-ready' })
        }
        current.add(agencyId)
      }
      const { agency } = row
      return ok({
        agency,
        db,
        files: openFiles(files, agency.id, now),
        keys: await keyringOf(agency),
        crossing: openCrossing(masterKey, files, agency.id),
        anchors: openAnchors(files, agency.id),
      })
    },
  }
}

function isDatabase(binding: unknown): binding is D1Database {
  return typeof binding === 'object' && binding !== null && 'prepare' in binding
}
