import { join } from 'node:path'
import { expect, test } from 'vitest'
import { erasePersonalData } from '../../../../src/usecases/application/personal-data/erase.ts'
import { overwriteErased } from '../../../../src/usecases/application/personal-data/overwrite-erased.ts'
import { openFolderAgency } from '../../../support/folder-agency.ts'
import { contentOf, standing, vacuum } from '../../../support/folder-content.ts'
import { endedCase, valueOf } from '../retention/ended-case.ts'
import { openJournal } from '../../../support/open-journal.ts'

const erased = [
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
] as const

/** The nonce and the end of each sealed value of some fields: they stand nowhere but in that value. */
async function canariesOf(db: D1Database, fields: readonly string[]): Promise<string[]> {
  const { results } = await db.prepare('SELECT sealed FROM application').all<{ sealed: string }>()
  return results.flatMap(({ sealed }) => {
    const values: unknown = JSON.parse(sealed)
    return fields.flatMap((field) => {
      const value = String(Reflect.get(Object(values), field))
      const [, nonce = '', end = ''] = /^a1\.([\w-]{16})\.[\w-]*?([\w-]{20})$/.exec(value) ?? []
      return [nonce, end]
    })
  })
}

/** Answers on the spot are served without a record; the test states one as the desk's step would. */
async function stateService(db: D1Database, receipt: string): Promise<void> {
  await openJournal(db)
  await db
    .prepare(
      `UPDATE event SET data = json_set(data, '$.route', 'online')
       WHERE entity_id = ? AND kind = 'application.replied'`,
    )
    .bind(receipt)
    .run()
}

test('experiment 22, 第47条: what 12 applicants erased is gone from rows and log at once, and from the file after VACUUM', async () => {
  const agency = await openFolderAgency()
  const { folder, db, ctx: ctxOf } = agency
  try {
    const at = '2026-03-01T09:00:00+08:00'
    const cases: { receipt: string; secret: string }[] = []
    for (let n = 0; n < 12; n += 1) {
      const subject = `甲${'乙'.repeat(n * 60)}`.slice(0, 60)
      const ended = await endedCase(await ctxOf({ type: 'public' }, at), subject, [
        'reply',
        'close',
      ])
      await stateService(db, ended.receipt)
      cases.push(ended)
    }
    const all = await canariesOf(db, erased)
    const kept = await canariesOf(db, ['applicant.name'])
    const before = contentOf(join(folder, 'd1'))
    // One that lies across two pages of the file cannot be looked for.
    const canaries = standing(before, all)
    expect(canaries.length).toBeGreaterThan(12 * 4)

    for (const { receipt, secret } of cases) {
      const ctx = await ctxOf({ type: 'public' }, at)
      valueOf(await erasePersonalData(ctx, receipt, secret, { fields: erased }))
    }
    const rows = JSON.stringify(await db.prepare('SELECT * FROM application').all())
    expect(canaries.filter((canary) => rows.includes(canary))).toEqual([])
    const owed = "SELECT count(*) AS n FROM event WHERE topic = 'overwrite'"
    expect(await db.prepare(owed).first('n')).toBe(12)
    valueOf(await overwriteErased(await ctxOf({ type: 'system', job: 'overwrite' }, at)))
    expect(await db.prepare(owed).first('n')).toBe(0)
    const logs = contentOf(folder, '-wal')
    expect(standing(logs, canaries)).toEqual([])
    await agency.stop()
    // What rows left behind in pages that are in use stays, sealed, until the operator's VACUUM.
    vacuum(join(folder, 'd1'))
    const after = contentOf(folder)
    expect(standing(after, canaries)).toEqual([])
    expect(standing(after, kept).length).toBeGreaterThan(12)
  } finally {
    await agency.leave()
  }
}, 120_000)
