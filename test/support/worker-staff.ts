import { calendarFrom } from '../../src/usecases/calendar/in-use.ts'
import type { Actor, Role } from '../../src/domain/shared/actor.ts'
import { openAnchors } from '../../src/store/anchors.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { masterKey } from './house.ts'
import type { TestWorker } from './worker.ts'

const operator: Actor = { type: 'system', job: 'operator' }

/** Creates an account with one role at a booted agency and logs in; answers the bearer token. */
export async function logIn(worker: TestWorker, slug: string, role: Role): Promise<string> {
  const agency = registry.find((row) => row.agency.slug === slug)?.agency
  if (agency === undefined) throw new Error(`no agency ${slug}`)
  const password = 'correct-horse-battery'
  const bucket = await worker.mf.getR2Bucket('FILES', 'yangguang')
  const made = await createStaff(
    {
      agency,
      db: worker.db(slug),
      files: openFiles(bucket as unknown as R2Bucket, agency.id, Date.now),
      keys: await openKeyring(masterKey, agency.id),
      crossing: openCrossing(masterKey, bucket as unknown as R2Bucket, agency.id),
      anchors: openAnchors(bucket as unknown as R2Bucket, agency.id),
      actor: operator,
      calendar: calendarFrom(agency, null),
      now: Date.now(),
      newId,
      post: async () => {},
      scanner: builtInScanner,
    },
    { username: role, name: `测试${role}`, roles: [role], password },
  )
  if (!made.ok) throw new Error(`staff was not created: ${made.refusal.code}`)
  const answer = await worker.request(slug, '/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: role, password }),
  })
  const body: unknown = await answer.json()
  if (typeof body !== 'object' || body === null || !('token' in body)) {
    throw new Error(`log-in answered ${answer.status}`)
  }
  return String(body.token)
}
