import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { type DatabaseKind, layDatabase, passingFolder } from './database-files.ts'
import { directD1, directScript, openDirectLine, type DirectLine } from './direct-d1.ts'

/** Migrated databases and an empty bucket that nobody else has. */
export type Rooms = {
  /** A database of those that were asked for; to be called once for each. */
  database(name: string, kind: DatabaseKind): Promise<D1Database>
  bucket(): Promise<R2Bucket>
  leave(): Promise<void>
}

type Building = {
  readonly folder: string
  readonly ready: Promise<{ mf: Miniflare; line: DirectLine }>
  taken: number
  lived: number
}

/** Houses of one runtime; more of them make its start slow, fewer make starts many. */
const houses = 8
let building: Building | null = null

/** Takes databases of the given names in a runtime that this process shares among its houses. */
export async function takeRooms(names: readonly string[]): Promise<Rooms> {
  if (building === null || building.taken === houses) {
    const folder = passingFolder('rooms')
    building = { folder, ready: build(names, folder), taken: 0, lived: 0 }
  }
  const mine = building
  const house = mine.taken
  mine.taken += 1
  mine.lived += 1
  const { mf, line } = await mine.ready
  return {
    async database(name, kind) {
      const id = `${name}_${house}`
      await layDatabase(join(mine.folder, 'd1'), id, kind)
      return directD1(line, id)
    },
    // Miniflare's bucket handle is the platform's with Node types in its streams.
    bucket: async () => (await mf.getR2Bucket(`FILES_${house}`)) as unknown as R2Bucket,
    async leave() {
      mine.lived -= 1
      if (mine.lived > 0 || mine.taken < houses) return
      line.close()
      await mf.dispose()
      rmSync(mine.folder, { recursive: true, force: true })
    },
  }
}

async function build(
  names: readonly string[],
  folder: string,
): Promise<{ mf: Miniflare; line: DirectLine }> {
  const numbers = Array.from({ length: houses }, (_, house) => house)
  const mf = new Miniflare({
    modules: true,
    script: directScript,
    compatibilityDate: '2026-07-30',
    d1Databases: numbers.flatMap((house) => names.map((name) => `${name}_${house}`)),
    d1Persist: join(folder, 'd1'),
    r2Buckets: numbers.map((house) => `FILES_${house}`),
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  })
  return { mf, line: await openDirectLine(mf) }
}
