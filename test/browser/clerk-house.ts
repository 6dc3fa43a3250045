import type { Actor, Role } from '../../src/domain/shared/actor.ts'
import type { Result } from '../../src/domain/shared/refusal.ts'
import { localDateOf } from '../../src/domain/time/instant.ts'
import { addDays } from '../../src/domain/time/local-date.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { enterApplication } from '../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { calendarFrom } from '../../src/usecases/calendar/in-use.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { builtInScanner } from '../../src/usecases/scanner.ts'
import { openAnchors } from '../../src/store/anchors.ts'
import { openCrossing } from '../../src/store/crossing.ts'
import { openFiles } from '../../src/store/files.ts'
import { openKeyring } from '../../src/store/keyring.ts'
import { entry, organisationForm, personForm } from '../support/application-form.ts'
import { masterKey } from '../support/house.ts'
import type { TestWorker } from '../support/worker.ts'

/** The agency whose clerk it is, and the password of its people. */
export const slug = 'yongqiao'
export const password = '春眠不觉晓，处处闻啼鸟，夜来风雨声'
const clerkRoles: readonly Role[] = ['registrar', 'handler', 'information-officer']

/** Hires a clerk and a head, and gives them thirty open cases. */
export async function fillClerkHouse(worker: TestWorker): Promise<void> {
  await hire(worker, 'clerk', '王经办', clerkRoles)
  await hire(worker, 'head', '李负责', ['head', 'legal-reviewer'])
  await seed(worker)
}

async function ctxOf(worker: TestWorker, actor: Actor): Promise<Ctx> {
  const agency = registry.find((row) => row.agency.slug === slug)?.agency
  if (agency === undefined) throw new Error(slug)
  const bucket = (await worker.mf.getR2Bucket('FILES', 'yangguang')) as unknown as R2Bucket
  return {
    agency,
    db: worker.db(slug),
    files: openFiles(bucket, agency.id, Date.now),
    keys: await openKeyring(masterKey, agency.id),
    crossing: openCrossing(masterKey, bucket, agency.id),
    anchors: openAnchors(bucket, agency.id),
    actor,
    calendar: calendarFrom(agency, null),
    now: Date.now(),
    newId,
    post: async () => {},
    scanner: builtInScanner,
  }
}

async function hire(
  worker: TestWorker,
  username: string,
  name: string,
  roles: readonly Role[],
): Promise<void> {
  const ctx = await ctxOf(worker, { type: 'system', job: 'test' })
  valueOf(await createStaff(ctx, { username, name, roles: [...roles], password }))
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Thirty open cases of every kind: sent in, entered, waiting, accepted, drafted, checked. */
async function seed(worker: TestWorker): Promise<void> {
  const desk = await ctxOf(worker, {
    type: 'staff',
    id: 's-seed',
    name: '演示',
    roles: [...clerkRoles, 'head', 'legal-reviewer'],
    sessionId: 'seed',
  })
  const checker = await ctxOf(worker, {
    type: 'staff',
    id: 's-check',
    name: '演示',
    roles: ['legal-reviewer'],
    sessionId: 'seed',
  })
  const today = localDateOf(desk.now)
  const draft = { outcome: 'granted', text: '您申请的信息现予以公开。' }
  const asked = { unclear: '没有写明年份', guidance: '请写明年份', days: 7 }
  const steps: readonly (readonly (readonly [string, Record<string, unknown>])[])[] = [
    [],
    [['accept', {}]],
    [['request-correction', asked]],
    [
      ['accept', {}],
      ['extend', { days: 10, reason: '需要征求意见' }],
    ],
    [
      ['accept', {}],
      ['draft', draft],
    ],
    [
      ['accept', {}],
      ['draft', draft],
      ['pass-check', {}],
    ],
  ]
  for (let n = 0; n < 6; n += 1) {
    const sent = {
      raw: n % 2 === 0 ? personForm() : organisationForm(),
      files: [],
      idempotencyKey: null,
      clientKey: null,
    }
    const { receipt } = valueOf(
      await receiveApplication(await ctxOf(worker, { type: 'public' }), sent),
    )
    valueOf(
      await registerApplication({ ...desk, actor: { type: 'system', job: 'register' } }, receipt),
    )
  }
  for (let n = 0; n < 24; n += 1) {
    const channel = ['in-person', 'registered-mail', 'oral'][n % 3] ?? ''
    const receivedOn = addDays(today, -(n % 4))
    const days = { receivedOn, arrivedOn: receivedOn }
    const { receipt } = valueOf(await enterApplication(desk, entry(channel, days)))
    for (const [action, input] of steps[n % steps.length] ?? []) {
      // Nobody checks what they wrote.
      const by = action === 'pass-check' ? checker : desk
      valueOf(await actOnCase(by, receipt, action, input))
    }
  }
}

/** Cases in one state by number, as the desk writes them; the oldest first. */
export async function numbered(worker: TestWorker, state: string): Promise<string[]> {
  const { agency } = await ctxOf(worker, { type: 'public' })
  const { results } = await worker
    .db(slug)
    .prepare(
      'SELECT number_year AS year, number_serial AS serial FROM application WHERE state = ? ORDER BY number_serial',
    )
    .bind(state)
    .all<{ year: number; serial: number }>()
  return results.map(({ year, serial }) =>
    agency.settings.applicationNumberPattern
      .replace('{year}', String(year))
      .replace(/\{serial(?::(\d+))?\}/, (_, width?: string) =>
        String(serial).padStart(Number(width ?? 1), '0'),
      ),
  )
}
