import { openAnchors } from '../../src/store/anchors.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import { calendarInUse } from '../../src/usecases/calendar/in-use.ts'
import type { Tenant } from '../../src/usecases/context.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { agencies } from './agencies.ts'
import { type House, masterKey } from './house.ts'
import { migrate } from './migrate.ts'
import { sqliteD1 } from './sqlite-d1.ts'

/** A house without files whose databases live in this process: for thousands of runs, beside a few on the real D1. */
export async function openSqliteHouse(): Promise<
  Pick<House, 'tenant' | 'ctx' | 'region' | 'regionCtx' | 'close'>
> {
  const region = sqliteD1()
  await migrate(region.db, 'region')
  const tenants = new Map<string, Tenant>()
  const opened = [region]
  for (const agency of agencies) {
    const own = sqliteD1()
    opened.push(own)
    await migrate(own.db, 'tenant')
    tenants.set(agency.id, {
      agency,
      db: own.db,
      files: openFiles(noBucket, agency.id, Date.now),
      keys: await openKeyring(masterKey, agency.id),
      crossing: openCrossing(masterKey, noBucket, agency.id),
      anchors: openAnchors(noBucket, agency.id),
    })
  }
  const tenant = async (id: string): Promise<Tenant> => {
    const known = tenants.get(id)
    if (known === undefined) throw new Error(`no test agency ${id}`)
    return known
  }
  const instant = (at: string | undefined): number =>
    at === undefined ? Date.now() : Date.parse(at)
  return {
    tenant,
    region: region.db,
    async ctx(id, actor = { type: 'public' }, at) {
      return {
        ...(await tenant(id)),
        actor,
        calendar: await calendarInUse(await tenant(id)),
        now: instant(at),
        newId,
        post: async () => undefined,
        scanner: builtInScanner,
      }
    },
    regionCtx: (at) => ({ region: region.db, agencies, now: instant(at) }),
    async close() {
      for (const one of opened) one.close()
    },
  }
}

/** A bucket in which nothing was ever put, and nothing can be. */
const noBucket = {
  list: async () => ({ objects: [], truncated: false, delimitedPrefixes: [] }),
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a house without files asks for no more
} as unknown as R2Bucket
