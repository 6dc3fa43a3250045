import { carryOver } from '../../../domain/report/bulletin/carry-over.ts'
import {
  type BulletinKind,
  kindsFor,
  kindsOfBulletin,
} from '../../../domain/report/bulletin/kinds.data.ts'
import { bulletinId, type DuePeriod, periodsDue } from '../../../domain/report/bulletin/period.ts'
import { draftProse } from '../../../domain/report/bulletin/prose.ts'
import { proposeFindings } from '../../../domain/report/bulletin/propose.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { addDays } from '../../../domain/time/local-date.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import { putBulletin, selectLastMade } from '../../../store/tenant/bulletin/bulletin.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { bulletinStepped } from './commit-bulletin.ts'
import { planFindings, readClosed, readWaiting } from './findings.ts'
import { gatherBulletin, hasBelow } from './gather.ts'
import { readBulletin } from './read-bulletin.ts'

/** Days from its raising by which a finding is to be mended, unless somebody sets another. */
const daysToMend = { 1: 15, 3: 30, 6: 30 } as const

/**
 * Generates the bulletins whose day has come (定时生成简报), each once, whoever else does the same at the same
 * moment: as a draft, with the ledger carried over and the findings that the figures propose.
 */
export async function generateDueBulletins(
  ctx: Ctx,
  region: RegionCtx,
): Promise<Result<{ made: number }>> {
  if (!may(ctx.actor, 'bulletin.generate')) return turnAway(ctx.actor)
  const today = localDateOf(ctx.now)
  if (ctx.agency.closed !== undefined && ctx.agency.closed.on < today) return ok({ made: 0 })
  const [rows] = await readBatch<[{ kind: string; period: string }]>(ctx.db, [selectLastMade()])
  const last = new Map(rows.map(({ kind, period }) => [kind, period]))
  let made = 0
  for (const kind of kindsFor(hasBelow(ctx, region))) {
    const due = periodsDue(kind, ctx.agency.settings, today, last.get(kind) ?? null)
    for (const one of due) {
      const done = await generate(ctx, region, kind, one)
      if (!done.ok) return done
      made += 1
    }
  }
  return ok({ made })
}

async function generate(
  ctx: Ctx,
  region: RegionCtx,
  kind: BulletinKind,
  { period, dueOn }: DuePeriod,
): Promise<Result<null>> {
  const [gathered, waiting] = await Promise.all([
    gatherBulletin(ctx, region, kind, period),
    readWaiting(ctx, kind),
  ])
  if (!gathered.ok) return gathered
  const on = localDateOf(ctx.now)
  const proposals = proposeFindings(kind, period, gathered.value.facts)
  const mendBy = addDays(on, daysToMend[kindsOfBulletin[kind].months])
  const known = new Set(waiting.map(({ key }) => key))
  const unknown = proposals.map(({ key }) => key).filter((key) => !known.has(key))
  const closed = await readClosed(ctx, kind, unknown)
  const { carried, reopened, raised } = carryOver(
    [...waiting, ...closed],
    proposals,
    { kind, period, on, dueOn: mendBy },
    ctx.newId,
  )
  const plans = [
    planFindings(ctx, 'carry', carried),
    planFindings(ctx, 'reopen', reopened),
    planFindings(ctx, 'raise', raised),
  ]
  const id = bulletinId(kind, period)
  const outcome = await commit(ctx, {
    events: [
      bulletinStepped({ id, kind, period, version: 1 }, 'generate'),
      ...plans.flatMap(({ events }) => events),
    ],
    statements: [
      putBulletin({
        id,
        kind,
        period,
        version: 1,
        state: 'draft',
        prose: JSON.stringify(draftProse(kind, period, hasBelow(ctx, region))),
        figures: null,
        due_on: dueOn,
        checked_by: null,
        approved_by: null,
        number_year: null,
        number: null,
        issued_on: null,
        ways: '[]',
        item_id: null,
        generated_at: ctx.now,
        changed_by: 'system',
        changed_at: ctx.now,
      }),
      ...plans.flatMap(({ statements }) => statements),
    ],
  })
  // Whoever was faster has made it; a finding that changed meanwhile lets the job try again.
  if (!outcome.ok && (await readBulletin(ctx, id)) === null) {
    throw new Error(`bulletin was not made: ${outcome.conflict}`)
  }
  return ok(null)
}
