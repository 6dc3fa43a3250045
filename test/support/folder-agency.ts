import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import type { Actor } from '../../src/domain/shared/actor.ts'
import { openAnchors } from '../../src/store/anchors.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import { calendarFrom } from '../../src/usecases/calendar/in-use.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { agencies } from './agencies.ts'
import { layDatabase } from './database-files.ts'
import { directD1, directScript, openDirectLine } from './direct-d1.ts'
import { masterKey } from './house.ts'

/** One agency whose database and bucket lie in a folder, so that a test reads the very bytes of the files. */
export type FolderAgency = {
  folder: string
  db: D1Database
  bucket: R2Bucket
  ctx: (actor: Actor, at: string) => Promise<Ctx>
  /** ends the runtime; the files stay */ stop(): Promise<void>
  leave(): Promise<void>
}

/** Opens the agency `east` in a folder of its own. */
export async function openFolderAgency(): Promise<FolderAgency> {
  const folder = mkdtempSync(join(tmpdir(), 'agency-'))
  await layDatabase(join(folder, 'd1'), 'DB', 'tenant')
  const mf = new Miniflare({
    modules: true,
    script: directScript,
    compatibilityDate: '2026-07-30',
    d1Databases: ['DB'],
    d1Persist: join(folder, 'd1'),
    r2Buckets: ['FILES'],
    r2Persist: join(folder, 'r2'),
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  })
  const line = await openDirectLine(mf)
  const db = directD1(line, 'DB')
  // Miniflare's handle is the platform's with Node types in its streams.
  const bucket = (await mf.getR2Bucket('FILES')) as unknown as R2Bucket
  const agency = agencies.find(({ id }) => id === 'east')
  if (agency === undefined) throw new Error('no agency')
  let isOpen = true
  const stop = async (): Promise<void> => {
    if (!isOpen) return
    isOpen = false
    line.close()
    await mf.dispose()
  }
  return {
    folder,
    db,
    bucket,
    ctx: async (actor, at) => ({
      agency,
      db,
      files: openFiles(bucket, 'east', Date.now),
      crossing: openCrossing(masterKey, bucket, 'east'),
      anchors: openAnchors(bucket, 'east'),
      keys: await openKeyring(masterKey, 'east'),
      actor,
      calendar: calendarFrom(agency, null),
      now: Date.parse(at),
      newId,
      post: async () => undefined,
      scanner: builtInScanner,
    }),
    stop,
    async leave() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
