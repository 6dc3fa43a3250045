import { calendarFrom } from '../../../../src/usecases/calendar/in-use.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { expect, test } from 'vitest'
import type { Actor } from '../../../../src/domain/shared/actor.ts'
import { openCrossing } from '../../../../src/store/crossing.ts'
import { openFiles } from '../../../../src/store/files.ts'
import { openKeyring } from '../../../../src/store/keyring.ts'
import { decideOnDestruction } from '../../../../src/usecases/application/retention/decide.ts'
import { destroyCases } from '../../../../src/usecases/application/retention/destroy.ts'
import { proposeDestruction } from '../../../../src/usecases/application/retention/propose.ts'
import type { Ctx } from '../../../../src/usecases/context.ts'
import { newId } from '../../../../src/usecases/new-id.ts'
import { builtInScanner } from '../../../../src/usecases/scanner.ts'
import { agencies } from '../../../support/agencies.ts'
import { contentOf, vacuum } from '../../../support/folder-content.ts'
import { masterKey } from '../../../support/house.ts'
import { migrate } from '../../../support/migrate.ts'
import { endedCase, officerNamed, valueOf } from './ended-case.ts'

const tables = ['application', 'application_note', 'application_file', 'application_instrument']

/** The nonce and the end of every sealed value of a table: each stands nowhere but in that value. */
async function canariesOf(db: D1Database, table: string): Promise<string[]> {
  const { results } = await db.prepare(`SELECT * FROM ${table}`).all()
  const sealed = JSON.stringify(results).matchAll(/a1\.([\w-]{16})\.[\w-]*?([\w-]{20})(?![\w-])/g)
  return [...sealed].flatMap(([, nonce = '', end = '']) => [nonce, end])
}

test('experiment 22: after destruction no sealed value, file or name of 25 cases is left in log and bucket, and none in the file after VACUUM', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retention-'))
  const mf = new Miniflare({
    modules: true,
    script: 'export default { fetch() { return new Response() } }',
    d1Databases: ['DB'],
    d1Persist: join(folder, 'd1'),
    r2Buckets: ['FILES'],
    r2Persist: join(folder, 'r2'),
  })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await mf.dispose()
    isOpen = false
  }
  try {
    const agency = agencies.find(({ id }) => id === 'east')
    if (agency === undefined) throw new Error('no agency')
    // Miniflare's handles are the platform's with Node types in their streams.
    const db = await mf.getD1Database('DB')
    const bucket = (await mf.getR2Bucket('FILES')) as unknown as R2Bucket
    await migrate(db, 'tenant')
    const ctxOf = async (actor: Actor, at: string): Promise<Ctx> => ({
      agency,
      db,
      files: openFiles(bucket, 'east', Date.now),
      crossing: openCrossing(masterKey, bucket, 'east'),
      keys: await openKeyring(masterKey, 'east'),
      actor,
      calendar: calendarFrom(agency, null),
      now: Date.parse(at),
      newId,
      post: async () => undefined,
      scanner: builtInScanner,
    })
    const [then, due] = ['2016-03-01T09:00:00+08:00', '2026-03-02T09:00:00+08:00']
    const receipts: string[] = []
    for (let n = 0; n < 25; n += 1) {
      const subject = `甲${'乙'.repeat(n * 60)}`.slice(0, 60)
      receipts.push((await endedCase(await ctxOf({ type: 'public' }, then), subject)).receipt)
    }
    const sealed = (await Promise.all(tables.map((table) => canariesOf(db, table)))).flat()
    const objects = (await bucket.list()).objects.map(({ key }) => key)
    expect(objects).toHaveLength(25)
    const before = contentOf(join(folder, 'd1'))
    // One that lies across two pages of the file cannot be looked for.
    const canaries = sealed.filter((canary) => before.includes(canary))
    expect(canaries.length).toBeGreaterThan(25 * 2 * 12)

    const clerk = await ctxOf(officerNamed('clerk', 'registrar'), due)
    const { id } = valueOf(await proposeDestruction(clerk, { receipts }))
    const head = await ctxOf(officerNamed('boss', 'head'), due)
    valueOf(await decideOnDestruction(head, id, 'approve', {}))
    valueOf(await destroyCases(await ctxOf({ type: 'system', job: 'destroy' }, due), id))

    const logs = contentOf(folder, '-wal')
    expect(canaries.filter((canary) => logs.includes(canary))).toEqual([])
    expect((await bucket.list()).objects).toEqual([])
    await close()
    const left = contentOf(folder, '.sqlite')
    console.log(
      `${canaries.filter((one) => left.includes(one)).length} of ${canaries.length} before VACUUM`,
    )
    // What rows left behind when pages were split stays, sealed, until the operator's VACUUM.
    vacuum(join(folder, 'd1'))
    const after = contentOf(folder)
    expect(canaries.filter((canary) => after.includes(canary))).toEqual([])
    expect(after).toContain(id)
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
