import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runMigrate } from '../../scripts/tenants/migrate.ts'
import { operatorCtx } from '../../scripts/tenants/operator-ctx.ts'
import { remoteD1 } from '../../scripts/tenants/remote-d1.ts'
import { appointAdmin } from '../../src/usecases/account/appoint-admin.ts'
import { linkDigest } from '../../src/usecases/account/password-link.ts'
import { valueOf } from '../usecases/norm/norm-house.ts'
import { copyRepository, quiet, repository } from './copy.ts'

beforeEach(quiet)

test('security 52: on the platform the first administrator comes by a link as well', async () => {
  const root = copyRepository()
  const data = join(root, 'state/v3')
  const request = { remote: false, only: ['fuli'], jobs: 1, dryRun: false, data }
  expect(await runMigrate(root, request)).toBe(0)
  const db = remoteD1('yangguang-fuli', {
    script: join(repository, 'node_modules/wrangler/bin/wrangler.js'),
    root,
    where: ['--local', '--persist-to', join(root, 'state')],
  })
  const now = Date.parse('2026-11-20T10:00:00+08:00')
  const ctx = await operatorCtx(db, now)
  const asked = { username: 'zhang', name: `张'某? ?1`, dropFactor: true }
  const made = valueOf(await appointAdmin(ctx, asked))
  const again = valueOf(await appointAdmin(ctx, asked))
  expect([made.made, again.made]).toEqual([true, false])
  const [person] = (await db.prepare('SELECT * FROM staff').all()).results
  expect(person).toMatchObject({ username: 'zhang', name: `张'某? ?1`, password: '', version: 3 })
  const [link] = (await db.prepare('SELECT * FROM password_link').all()).results
  expect(link).toMatchObject({
    digest: await linkDigest(again.secret),
    expires_at: now + 1_800_000,
  })
  const { results } = await db.prepare('SELECT kind, actor FROM event ORDER BY id').all()
  expect(results).toEqual([
    { kind: 'staff.created', actor: 'system:operator' },
    { kind: 'staff.link-made', actor: 'system:operator' },
    { kind: 'staff.link-made', actor: 'system:operator' },
  ])
}, 120_000)
