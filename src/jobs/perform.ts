import type { Result } from '../domain/shared/refusal.ts'
import { hasBranches, settleColumns } from '../usecases/catalog/settle-columns.ts'
import { adoptCalendar } from '../usecases/calendar/adopt.ts'
import { calendarInUse } from '../usecases/calendar/in-use.ts'
import { regionCalendar, resumeCalendar } from '../usecases/calendar/resume.ts'
import { answerTrial } from '../usecases/calendar/try.ts'
import { compareRequest } from '../usecases/application/same-request/compare-request.ts'
import { registerApplication } from '../usecases/application/register.ts'
import { scanCaseFile } from '../usecases/application/scan-case-file.ts'
import { overwriteErased } from '../usecases/application/personal-data/overwrite-erased.ts'
import { destroyCases, resumeDestructions } from '../usecases/application/retention/destroy.ts'
import { deliverLetter } from '../usecases/letter/deliver.ts'
import { handOverLetter } from '../usecases/letter/hand-over.ts'
import { letterReaders } from '../usecases/letter/readers.ts'
import { endDisplays } from '../usecases/item/end-displays.ts'
import { listSpecials } from '../usecases/item/list-specials.ts'
import { scanFile } from '../usecases/item/files/scan-file.ts'
import { sendNotice } from '../usecases/notice/send.ts'
import { publishDue } from '../usecases/item/publish-due.ts'
import { expireNorms } from '../usecases/norm/expire-norms.ts'
import { generateDueBulletins } from '../usecases/report/bulletin/generate.ts'
import { forgetExpired } from '../usecases/region/forget-expired.ts'
import { followedPositions, sweepAgency } from '../usecases/region/sweep-agency.ts'
import { sweepFiles } from '../usecases/region/sweep-files.ts'
import { sweepLetters } from '../usecases/region/sweep-letters.ts'
import { syncAgency } from '../usecases/region/sync-agency.ts'
import type { Ctx, Message, RegionCtx, Tenant } from '../usecases/context.ts'
import { countSearchMiss } from '../usecases/topic/count-miss.ts'
import { closeDueMonths } from '../usecases/statistics/close-month.ts'
import { recompute } from '../usecases/statistics/recompute.ts'
import type { DeadReason } from './dead-letter.ts'
import { anchorJournal, sealEvents } from './journal.ts'
import type { JobParts } from './parts.ts'

/** Most differing figures that one log line names. */
const loggedDifferences = 20

/** The work of one delivered batch: an agency that several of its messages ask to report reports once. */
export type Errand = { parts: JobParts; synced: Set<string> }

/** Begins the work of a batch. */
export function startErrand(parts: JobParts): Errand {
  return { parts, synced: new Set() }
}

/** Does what a message asks; answers null, or why nobody can ever do it. Throws to be tried again. */
export async function perform(errand: Errand, message: Message): Promise<DeadReason | null> {
  const { parts } = errand
  switch (message.kind) {
    case 'register':
      return byKey(parts, message, (ctx) => registerApplication(ctx, message.key))
    case 'compare':
      return byKey(parts, message, (ctx) => compareRequest(ctx, message.key))
    case 'letter':
      return carry(parts, message.tenant, 'letter', (ctx) =>
        handOverLetter(ctx, regionOf(parts), message.key),
      )
    case 'deliver':
      return carry(parts, message.tenant, 'deliver', (ctx) =>
        deliverLetter(ctx, regionOf(parts), message.key, letterReaders),
      )
    case 'scan':
      return scan(parts, message.tenant, message.key)
    case 'calendar':
      return carry(parts, message.tenant, 'calendar', (ctx) => adoptCalendar(ctx, regionOf(parts)))
    case 'calendar-trial':
      return carry(parts, message.tenant, 'calendar', (ctx) =>
        answerTrial(ctx, regionOf(parts), message.key),
      )
    case 'destroy':
      return byKey(parts, message, (ctx) => destroyCases(ctx, message.key))
    case 'notice':
      return notify(parts, message.tenant, message.key)
    case 'overwrite':
      return overwrite(parts, message.tenant)
    case 'sync':
      return sync(errand, message.tenant)
    case 'seal':
      return seal(parts, message.tenant)
    case 'search-miss':
      return countMiss(parts, message.tenant, message.sealed)
    case 'publish-due':
      return due(parts, message.tenant)
    case 'sweep':
      return sweep(parts, message.tenants)
    case 'recompute':
      return each(parts, message.tenants, 'recompute', (ctx) => nightly(parts, ctx))
    case 'anchor':
      return each(parts, message.tenants, 'anchor', (ctx) => anchorJournal(parts, ctx))
    default:
      return message satisfies never
  }
}

/** Does what is named by a key of the agency; one that names nothing is given up. */
async function byKey(
  parts: JobParts,
  { tenant, kind }: { tenant: string; kind: string },
  work: (ctx: Ctx) => Promise<Result<unknown>>,
): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, kind)
  if (ctx === null) return 'unknown-agency'
  const done = await work(ctx)
  if (done.ok) return null
  if (done.refusal.code === 'not-found') return 'unknown-key'
  throw new Error(done.refusal.code)
}

async function scan(parts: JobParts, tenant: string, key: string): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, 'scan')
  if (ctx === null) return 'unknown-agency'
  const known = await scanFile(ctx, key)
  // A file is an item's or a case's.
  const isItems = known.ok || known.refusal.code !== 'not-found'
  const done = isItems ? known : await scanCaseFile(ctx, key)
  if (done.ok) return null
  if (done.refusal.code === 'not-found') return 'unknown-key'
  throw new Error(done.refusal.code)
}

async function overwrite(parts: JobParts, tenant: string): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, 'overwrite')
  if (ctx === null) return 'unknown-agency'
  const done = await overwriteErased(ctx)
  if (!done.ok) throw new Error(done.refusal.code)
  return null
}

async function notify(parts: JobParts, tenant: string, key: string): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, 'notice')
  if (ctx === null) return 'unknown-agency'
  const done = await sendNotice(ctx, regionOf(parts), parts.outbox, key)
  if (!done.ok) {
    if (done.refusal.code === 'not-found') return 'unknown-key'
    throw new Error(done.refusal.code)
  }
  if (done.value === 'failed') {
    const line = { level: 'error', error: 'notice-failed', agency: tenant, notice: key }
    console.error(JSON.stringify(line))
  }
  return null
}

/** Takes a letter one step on; what no try can ever change is given up. */
async function carry(
  parts: JobParts,
  tenant: string,
  job: string,
  step: (ctx: Ctx) => Promise<Result<null>>,
): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, job)
  if (ctx === null) return 'unknown-agency'
  const done = await step(ctx)
  if (done.ok) return null
  switch (done.refusal.code) {
    case 'not-found':
      return 'unknown-key'
    case 'forbidden':
      return 'wrong-agency'
    case 'invalid':
      return 'letter-refused'
    default:
      throw new Error(done.refusal.code)
  }
}

async function countMiss(
  parts: JobParts,
  tenant: string,
  sealed: string,
): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, 'search-miss')
  if (ctx === null) return 'unknown-agency'
  const done = await countSearchMiss(ctx, sealed)
  return done.ok ? null : 'unknown-key'
}

async function due(parts: JobParts, tenant: string): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, 'publish-due')
  if (ctx === null) return 'unknown-agency'
  const done = await publishDue(ctx)
  if (!done.ok) throw new Error(done.refusal.code)
  return null
}

async function sync({ parts, synced }: Errand, tenant: string): Promise<DeadReason | null> {
  if (synced.has(tenant)) return null
  const ctx = await open(parts, tenant, 'sync')
  if (ctx === null) return 'unknown-agency'
  const done = await syncAgency(ctx, regionOf(parts))
  if (!done.ok) throw new Error(done.refusal.code)
  synced.add(tenant)
  if (done.value.hasMore) await parts.work.send({ v: 1, kind: 'sync', tenant })
  return null
}

async function seal(parts: JobParts, tenant: string): Promise<DeadReason | null> {
  const ctx = await open(parts, tenant, 'seal')
  if (ctx === null) return 'unknown-agency'
  await sealEvents(parts, ctx)
  return null
}

async function sweep(parts: JobParts, tenants: readonly string[]): Promise<DeadReason | null> {
  const followed = await followedPositions(regionOf(parts), tenants)
  await sweepLetters(regionOf(parts), tenants, parts.post)
  const calendar = await regionCalendar(regionOf(parts))
  return each(parts, tenants, 'sweep', async (ctx) => {
    await publishDue(ctx)
    await endDisplays(ctx)
    await listSpecials(ctx)
    if (hasBranches(ctx.agency)) await settleColumns(ctx)
    await resumeDestructions(ctx)
    await resumeCalendar(ctx, regionOf(parts), calendar)
    const { stuck } = await sweepAgency(ctx, followed.get(ctx.agency.id) ?? null)
    if (stuck > 0) {
      console.error(
        JSON.stringify({
          level: 'error',
          error: 'scan-stuck',
          agency: ctx.agency.id,
          files: stuck,
        }),
      )
    }
  })
}

async function nightly(parts: JobParts, ctx: Ctx): Promise<void> {
  await settleColumns(ctx)
  const found = await recompute(ctx, regionOf(parts))
  const differing = [...found.own, ...(found.region ?? []), ...found.office, ...found.facets]
  if (differing.length > 0) {
    console.error(
      JSON.stringify({
        level: 'error',
        error: 'figures-differ',
        agency: ctx.agency.id,
        differing: differing.length,
        first: differing.slice(0, loggedDifferences),
      }),
    )
  }
  // What has ended counts in its month before that is closed.
  const ended = await expireNorms(ctx)
  if (!ended.ok) throw new Error(ended.refusal.code)
  const closed = await closeDueMonths(ctx)
  if (!closed.ok) throw new Error(closed.refusal.code)
  const made = await generateDueBulletins(ctx, regionOf(parts))
  if (!made.ok) throw new Error(made.refusal.code)
  await sweepFiles(ctx, ctx.now)
  await forgetExpired(ctx, ctx.now)
}

/** Works several agencies one after another; those that fail are tried again with the whole message. */
async function each(
  parts: JobParts,
  tenants: readonly string[],
  job: string,
  work: (ctx: Ctx) => Promise<void>,
): Promise<null> {
  let failed: unknown = null
  for (const tenant of tenants) {
    try {
      // One that has left the deployment is nobody's work; one that is being migrated waits for the next tick.
      const opened = await parts.tenancy.open(tenant)
      if (opened.ok) await work(await contextOf(parts, opened.value, job))
    } catch (error) {
      failed = error
    }
  }
  if (failed !== null) throw failed
  return null
}

/** Opens an agency for a job; null when there is none, an exception while it is not ready. */
async function open(parts: JobParts, tenant: string, job: string): Promise<Ctx | null> {
  const opened = await parts.tenancy.open(tenant)
  if (!opened.ok) {
    if (opened.refusal.code === 'not-found') return null
    throw new Error(opened.refusal.code)
  }
  return contextOf(parts, opened.value, job)
}

async function contextOf(parts: JobParts, tenant: Tenant, job: string): Promise<Ctx> {
  const { now, newId, post, scanner } = parts
  const calendar = await calendarInUse(tenant)
  return { ...tenant, actor: { type: 'system', job }, calendar, now: now(), newId, post, scanner }
}

function regionOf(parts: JobParts): RegionCtx {
  return { region: parts.region, agencies: parts.resolver.all, now: parts.now() }
}
