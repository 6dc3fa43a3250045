import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decideOnDestruction } from '../../../../src/usecases/application/retention/decide.ts'
import { destroyCases } from '../../../../src/usecases/application/retention/destroy.ts'
import { proposeDestruction } from '../../../../src/usecases/application/retention/propose.ts'
import { openFolderAgency } from '../../../support/folder-agency.ts'
import { contentOf, standing, vacuum } from '../../../support/folder-content.ts'
import { endedCase, officerNamed, valueOf } from './ended-case.ts'

const tables = ['application', 'application_note', 'application_file', 'application_instrument']

/** The nonce and the end of every sealed value of a table: each stands nowhere but in that value. */
async function canariesOf(db: D1Database, table: string): Promise<string[]> {
  const { results } = await db.prepare(`SELECT * FROM ${table}`).all()
  const sealed = JSON.stringify(results).matchAll(/a1\.([\w-]{16})\.[\w-]*?([\w-]{20})(?![\w-])/g)
  return [...sealed].flatMap(([, nonce = '', end = '']) => [nonce, end])
}

test('experiment 22: after destruction no sealed value, file or name of 25 cases is left in log and bucket, and none in the file after VACUUM', async () => {
  const agency = await openFolderAgency()
  const { folder, db, bucket, ctx: ctxOf } = agency
  try {
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
    const canaries = standing(before, sealed)
    expect(canaries.length).toBeGreaterThan(25 * 2 * 12)

    const clerk = await ctxOf(officerNamed('clerk', 'registrar'), due)
    const { id } = valueOf(await proposeDestruction(clerk, { receipts }))
    const head = await ctxOf(officerNamed('boss', 'head'), due)
    valueOf(await decideOnDestruction(head, id, 'approve', {}))
    valueOf(await destroyCases(await ctxOf({ type: 'system', job: 'destroy' }, due), id))

    const logs = contentOf(folder, '-wal')
    expect(standing(logs, canaries)).toEqual([])
    expect((await bucket.list()).objects).toEqual([])
    await agency.stop()
    const left = contentOf(folder, '.sqlite')
    console.log(`${standing(left, canaries).length} of ${canaries.length} before VACUUM`)
    // What rows left behind when pages were split stays, sealed, until the operator's VACUUM.
    vacuum(join(folder, 'd1'))
    const after = contentOf(folder)
    expect(standing(after, canaries)).toEqual([])
    expect(after).toContain(id)
  } finally {
    await agency.leave()
  }
}, 120_000)
