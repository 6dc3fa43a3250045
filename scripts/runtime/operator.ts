import * as z from 'zod'
import { parseEnv } from '../../src/env.ts'
import { syncAgency } from '../../src/usecases/region/sync-agency.ts'
import { ok } from '../../src/domain/shared/refusal.ts'
import { refusalWords } from '../../src/http/ui/words/refusal.ts'
import { importReasonWords } from '../../src/http/ui/words/imports.ts'
import { roles, type Actor } from '../../src/domain/shared/actor.ts'
import { createTenancy } from '../../src/tenancy/open.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { createResolver } from '../../src/tenancy/resolve.ts'
import { appointAdmin } from '../../src/usecases/account/appoint-admin.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { importApplications } from '../../src/usecases/application/import/applications.ts'
import { calendarInUse } from '../../src/usecases/calendar/in-use.ts'
import { recomputeDues } from '../../src/usecases/application/recompute-dues.ts'
import type { Ctx, RegionCtx } from '../../src/usecases/context.ts'
import { importItems } from '../../src/usecases/item/import/items.ts'
import { addItemFile } from '../../src/usecases/item/files/add-file.ts'
import { verifyAnchors, verifySeals } from '../../src/usecases/journal/verify.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { recompute } from '../../src/usecases/statistics/recompute.ts'
import { bulletinScript, playBulletins } from '../demo/play-bulletins.ts'
import { caseReviewScript, playCaseReviews } from '../demo/play-case-reviews.ts'
import { caseScript, playCase } from '../demo/play-case.ts'
import { type Answered, playDisputes } from '../demo/play-disputes.ts'
import { playPublishing } from '../demo/play-publishing.ts'
import { playReport, reportScript } from '../demo/play-reports.ts'
import { agencyScript } from '../demo/play-script.ts'

/**
 * The operator's door (运维入口): a Worker beside the service, on the same databases and through
 * the same use cases, that only processes of this machine can reach. It is never deployed.
 */
type Env = Readonly<Record<string, unknown>>
type Call = {
  request: Request
  query: URLSearchParams
  house: House
  report: (progress: { stage: string; done: number; total: number }) => void
}
type ImportReason = Parameters<typeof importReasonWords>[0]
type House = { ctx(id: string, now?: number): Promise<Ctx>; region: RegionCtx; env: Env }

const batchSchema = z.object({
  binding: z.string(),
  statements: z.array(z.object({ sql: z.string(), values: z.array(z.string()) })),
})
const adminSchema = z.object({
  username: z.string(),
  name: z.string(),
  dropFactor: z.boolean(),
})
const staffSchema = z.array(
  z.object({
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    password: z.string(),
  }),
)

const calls: Readonly<Record<string, (call: Call) => Promise<unknown>>> = {
  /** Runs statements as one atomic batch on one database: the migrations' way in. */
  async '/batch'({ request, house }) {
    const { binding, statements } = batchSchema.parse(await request.json())
    const db = house.env[binding]
    if (!isDatabase(db)) return { failure: `没有绑定 ${binding}` }
    try {
      const answers = await db.batch(
        statements.map(({ sql, values }) => db.prepare(sql).bind(...values)),
      )
      return { rows: answers.map((answer) => answer.results) }
    } catch (error) {
      return { failure: String(error) }
    }
  },
  async '/import'({ request, query, house, report: onProgress }) {
    const ctx = await house.ctx(query.get('agency') ?? '')
    const bytes = new Uint8Array(await request.arrayBuffer())
    const options = { dryRun: query.get('dryRun') === 'true' }
    const report =
      query.get('kind') === 'applications'
        ? await importApplications(ctx, bytes, options)
        : await importItems(ctx, bytes, { ...options, onProgress })
    if (!report.ok) return report
    const { rejected, warnings } = report.value
    return ok({ ...report.value, rejected: rejected.map(worded), warnings: warnings.map(worded) })
  },
  async '/staff'({ request, query, house }) {
    const ctx = await house.ctx(query.get('agency') ?? '')
    const made = []
    for (const person of staffSchema.parse(await request.json())) {
      made.push(await createStaff(ctx, person))
    }
    return made
  },
  async '/admin'({ request, query, house }) {
    const ctx = await house.ctx(query.get('agency') ?? '')
    const done = await appointAdmin(ctx, adminSchema.parse(await request.json()))
    return done.ok ? done : { ok: false, words: refusalWords(done.refusal).detail }
  },
  async '/file'({ request, query, house }) {
    const ctx = await house.ctx(query.get('agency') ?? '')
    const row = await ctx.db
      .prepare('SELECT id FROM published WHERE origin_key = ?')
      .bind(query.get('origin') ?? '')
      .first<{ id: string }>()
    if (row === null) return { ok: false }
    const bytes = new Uint8Array(await request.arrayBuffer())
    return addItemFile(ctx, row.id, { name: query.get('name') ?? '', bytes })
  },
  async '/cases'({ request, query, house }) {
    const scripts = z.array(caseScript).parse(await request.json())
    const agency = query.get('agency') ?? ''
    const officer = await officerOf(await house.ctx(agency))
    const ctxAt = (now: number): Promise<Ctx> => house.ctx(agency, now)
    const answered: Answered[] = []
    for (const script of scripts) {
      const done = await playCase(script, officer, ctxAt)
      if (done !== null) answered.push(done)
    }
    await playDisputes(answered, officer, Date.now(), ctxAt)
    return { played: scripts.length }
  },
  async '/publishing'({ request, house }) {
    await playPublishing(house, agencyScript.parse(await request.json()))
    return { played: true }
  },
  async '/reports'({ request, house }) {
    await playReport(house, reportScript.parse(await request.json()))
    return { played: true }
  },
  async '/bulletins'({ request, house }) {
    await playBulletins(house, bulletinScript.parse(await request.json()))
    return { played: true }
  },
  async '/case-reviews'({ request, house }) {
    await playCaseReviews(house, caseReviewScript.parse(await request.json()))
    return { played: true }
  },
  async '/sync'({ query, house }) {
    const ctx = await house.ctx(query.get('agency') ?? '')
    for (let step = 1; ; step += 1) {
      const done = await syncAgency(ctx, house.region)
      if (!done.ok) throw new Error(done.refusal.code)
      if (!done.value.hasMore) return { steps: step }
    }
  },
  async '/dues'({ query, house }) {
    return recomputeDues(await house.ctx(query.get('agency') ?? ''), {
      dryRun: query.get('dryRun') === 'true',
    })
  },
  async '/seals'({ query, house }) {
    const ctx = await house.ctx(query.get('agency') ?? '')
    return verifySeals(ctx, Number(query.get('from') ?? 1))
  },
  async '/anchors'({ query, house }) {
    return verifyAnchors(await house.ctx(query.get('agency') ?? ''), query.get('after') ?? '')
  },
  async '/recompute'({ query, house }) {
    return recompute(await house.ctx(query.get('agency') ?? ''), house.region)
  },
}

function open(env: Env): House {
  const parsed = parseEnv(env)
  if (!parsed.ok) throw new Error(parsed.faults.join('；'))
  const { config } = parsed
  const tenancy = createTenancy(registry, {
    env,
    files: config.files,
    masterKey: config.masterKey,
    now: () => Date.now(),
  })
  const resolver = createResolver(
    registry.map((row) => row.agency),
    config.hostPattern,
  )
  const actor: Actor = { type: 'system', job: 'operator' }
  return {
    env,
    region: { region: config.region, agencies: resolver.all, now: Date.now() },
    async ctx(id, now = Date.now()) {
      const opened = await tenancy.open(id)
      if (!opened.ok) {
        const isUnknown = opened.refusal.code === 'not-found'
        throw new Error(isUnknown ? `没有机关 ${id}` : `机关 ${id} 的数据库还没有准备好`)
      }
      return {
        ...opened.value,
        actor,
        calendar: await calendarInUse(opened.value),
        now,
        newId,
        scanner: config.scanner,
        post: async (message) => {
          await config.work.send(message)
        },
      }
    },
  }
}

type Worded = { line: number | null; column: string | null; reason: string }

function worded({
  line,
  column,
  reason,
}: Omit<Worded, 'reason'> & { reason: ImportReason }): Worded {
  return { line, column, reason: importReasonWords(reason) }
}

/** The demonstration's officer of an agency: its own account where it has one. */
async function officerOf(ctx: Ctx): Promise<Actor> {
  const row = await ctx.db
    .prepare("SELECT id, name FROM staff WHERE username = 'head'")
    .first<{ id: string; name: string }>()
  const { id, name } = row ?? { id: 'demonstration', name: '演示经办人' }
  return { type: 'staff', id, name, roles: ['head'], sessionId: 'demonstration' }
}

function isDatabase(binding: unknown): binding is D1Database {
  return typeof binding === 'object' && binding !== null && 'prepare' in binding
}

export default {
  async fetch(request: Request, env: Env, execution: ExecutionContext): Promise<Response> {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const encoder = new TextEncoder()
    const say = (line: unknown): Promise<void> =>
      writer.write(encoder.encode(`${JSON.stringify(line)}\n`))
    execution.waitUntil(
      answerOf(request, env, (progress) => void say({ progress }))
        .catch((error: unknown) => ({ failure: wordsOf(error) }))
        .then(say)
        .then(() => writer.close()),
    )
    return new Response(readable)
  },
}

async function answerOf(request: Request, env: Env, report: Call['report']): Promise<unknown> {
  const url = new URL(request.url)
  const call = calls[url.pathname]
  if (call === undefined) return { failure: '没有这个操作' }
  return call({ request, query: url.searchParams, house: open(env), report })
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
