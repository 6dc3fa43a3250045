import type { Actor } from '../../src/domain/shared/actor.ts'
import { openAnchors } from '../../src/store/anchors.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import type { Ctx, Message, RegionCtx, Tenant } from '../../src/usecases/context.ts'
import { calendarInUse } from '../../src/usecases/calendar/in-use.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { agencies } from './agencies.ts'
import { takeRooms } from './rooms.ts'

/** A house for tests: real D1 databases as the real migrations leave them, a real bucket, an inspectable post. */
export type House = {
  tenant(id: string): Promise<Tenant>
  /** A context of an agency; `at` is an instant such as 2026-03-02T09:00:00+08:00. */
  ctx(id: string, actor?: Actor, at?: string): Promise<Ctx>
  regionCtx(at?: string): RegionCtx
  region: D1Database
  posted: Message[]
  /** Every row of a table of an agency, for looking underneath. */
  rows(id: string, table: string): Promise<Record<string, unknown>[]>
  /** Writes bytes under a key of the bucket, as a fault or an intruder would. */
  overwrite(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
}

/** The master key of tests. */
export const masterKey: Uint8Array<ArrayBuffer> = new Uint8Array(32).fill(7)

/** Staff with the given roles, for tests of permissions. */
export function officer(...roles: Extract<Actor, { type: 'staff' }>['roles']): Actor {
  return { type: 'staff', id: `s-${roles.join('-')}`, name: '测试员', roles, sessionId: 'test' }
}

/** Opens a house with the agencies of {@link agencies}; close it in afterAll. */
export async function openHouse(): Promise<House> {
  const rooms = await takeRooms(['REGION', ...agencies.map(({ id }) => id)])
  const region = await rooms.database('REGION', 'region')
  const opened = new Map<string, Promise<Tenant>>()
  const posted: Message[] = []

  const open = async (id: string): Promise<Tenant> => {
    const agency = agencies.find((a) => a.id === id)
    if (agency === undefined) throw new Error(`no test agency ${id}`)
    const db = await rooms.database(id, 'tenant')
    return {
      agency,
      db,
      files: openFiles(await rooms.bucket(), id, Date.now),
      keys: await openKeyring(masterKey, id),
      crossing: openCrossing(masterKey, await rooms.bucket(), id),
      anchors: openAnchors(await rooms.bucket(), id),
    }
  }
  const tenant = (id: string): Promise<Tenant> => {
    const known = opened.get(id) ?? open(id)
    opened.set(id, known)
    return known
  }
  return {
    tenant,
    region,
    posted,
    async ctx(id, actor = { type: 'public' }, at) {
      const post = async (message: Message): Promise<void> => {
        posted.push(message)
      }
      return {
        ...(await tenant(id)),
        actor,
        calendar: await calendarInUse(await tenant(id)),
        now: instant(at),
        newId,
        post,
        scanner: builtInScanner,
      }
    },
    regionCtx: (at) => ({ region, agencies, now: instant(at) }),
    async rows(id, table) {
      const { db } = await tenant(id)
      const { results } = await db.prepare(`SELECT * FROM ${table}`).all()
      return results
    },
    async overwrite(key, bytes) {
      const bucket = await rooms.bucket()
      await bucket.put(key, bytes)
    },
    close: () => rooms.leave(),
  }
}

function instant(at: string | undefined): number {
  return at === undefined ? Date.now() : Date.parse(at)
}
