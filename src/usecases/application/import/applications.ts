import { readApplications } from '../../../domain/application/import-applications.ts'
import type { ImportedApplication } from '../../../domain/application/import-row.ts'
import type { Result } from '../../../domain/shared/refusal.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import type { Finding, ImportWarning, Problem } from '../../../domain/shared/sheet/problems.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import { prepare } from '../../../store/statement.ts'
import { selectLastSerials } from '../../../store/tenant/application/import.ts'
import type { Ctx } from '../../context.ts'
import { earlierImport, rememberImport, repeatableImport } from '../../import-memory.ts'
import { may, turnAway } from '../../permissions.ts'
import { type CaseProblem, checkAgainstRegister } from './check.ts'
import { numberYear, planImport } from './plan.ts'

/** What an import found and did; `committed` is false for a trial and when a row was rejected. */
export type ApplicationImportReport = {
  accepted: number
  unchanged: number
  rejected: Finding<Problem | CaseProblem>[]
  warnings: Finding<ImportWarning>[]
  committed: boolean
}

/** How an import runs: `dryRun` only looks; the same `idempotencyKey` and file answer the same. */
export type ApplicationImportOptions = { dryRun: boolean; idempotencyKey?: string | null }

/** Tries against others who take numbers at the same moment. */
const maxTries = 8

/**
 * Moves a register of applications over (登记台账批量导入), all rows or none: they are numbered and
 * counted as if handled here; a row that was moved before is left as it is. Refuses `forbidden` and,
 * when others keep taking the numbers, `busy`.
 */
export async function importApplications(
  ctx: Ctx,
  bytes: Uint8Array,
  { dryRun, idempotencyKey = null }: ApplicationImportOptions,
): Promise<Result<ApplicationImportReport>> {
  if (!may(ctx.actor, 'application.import')) return turnAway(ctx.actor)
  const { applications, rejected: faults, warnings } = readApplications(bytes, localDateOf(ctx.now))
  const repeat = await repeatableImport(ctx, 'applications', dryRun ? null : idempotencyKey, bytes)
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const earlier = await earlierImport(ctx.db, repeat)
    if (!earlier.ok) return earlier
    if (earlier.value !== null) {
      return ok({ ...earlier.value, rejected: [], warnings, committed: true })
    }
    const { fresh, unchanged, refused } = await checkAgainstRegister(ctx.db, applications)
    const rejected = [...faults, ...refused].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    const report = { accepted: fresh.length, unchanged, rejected, warnings }
    if (dryRun || rejected.length > 0) return ok({ ...report, committed: false })
    if (fresh.length === 0) return ok({ ...report, committed: true })
    const { events, statements } = await planImport(ctx, fresh, await lastSerials(ctx.db, fresh))
    const memory = rememberImport(repeat, report, ctx.now)
    if ((await commit(ctx, { events, statements: [...statements, ...memory] })).ok) {
      await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
      return ok({ ...report, committed: true })
    }
  }
  return refuse({ code: 'busy' })
}

async function lastSerials(
  db: D1Database,
  applications: readonly ImportedApplication[],
): Promise<Map<number, number>> {
  const years = [...new Set(applications.map(numberYear))]
  const [found] = await db.batch<{ year: number; serial: number }>(
    prepare(db, [selectLastSerials(years)]),
  )
  return new Map(found?.results.map(({ year, serial }) => [year, serial]))
}
