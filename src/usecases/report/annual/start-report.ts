import type * as z from 'zod'
import type { Agency } from '../../../domain/agency/agency.ts'
import { coversBelow } from '../../../domain/report/annual/compile.ts'
import { draftProse } from '../../../domain/report/annual/draft-prose.ts'
import { type enteredTables, reportInputs } from '../../../domain/report/annual/input.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import { formatOfYear } from '../../../domain/report/forms.data.ts'
import { reportLevelOf } from '../../../domain/report/organ.ts'
import type { AnnualReport } from '../../../domain/report/types.ts'
import { refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { once, type Remember } from '../../recall.ts'
import { commitReport } from './commit-report.ts'
import { readReport } from './read-work.ts'
import { type ReportView, showReport } from './show-report.ts'

/**
 * Begins the report of a year (起草年报): its prose drafted from the figures, or, for a year before this
 * system, with tables that are typed in or imported (补录). Refuses a year that has not begun, and one
 * whose report there is.
 */
export async function startReport(
  ctx: Ctx,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<ReportView>> {
  const { actor } = ctx
  if (!may(actor, 'report.write') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(reportInputs.start, raw)
  if (!input.ok) return input
  const by = actor.id
  return once(
    ctx,
    { verb: 'report.start', key: idempotencyKey, content: input.value },
    {
      again: () => showReport(ctx, region, input.value.year),
      make: (remember) => start(ctx, region, input.value, { by, remember }),
    },
  )
}

async function start(
  ctx: Ctx,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  { year, entered = false, tables }: z.output<typeof reportInputs.start>,
  { by, remember }: { by: string; remember: Remember },
): Promise<Result<ReportView>> {
  const { agency } = ctx
  if (year > yearOf(localDateOf(ctx.now))) return refuseField('/year', { problem: 'in-future' })
  if ((await readReport(ctx, year)) !== null) return refuseField('/year', { problem: 'taken' })
  const work = newWork(agency.name, year, entered, coversBelow(agency))
  const report = enteredReport(agency, year, tables)
  const step = {
    work: { ...work, format: report.format },
    figures: entered
      ? { report, items: { published: null, queryable: null }, coverage: null }
      : null,
    checkedBy: null,
    statements: remember(String(year)),
  }
  const done = await commitReport(ctx, 'start', step, by)
  // Whoever began the same year at the same moment was faster.
  return done.ok ? showReport(ctx, region, year) : refuseField('/year', { problem: 'taken' })
}

/** What is known of a report whose tables are typed in. */
function enteredReport(
  agency: Agency,
  year: number,
  tables: z.output<typeof enteredTables> | undefined,
): AnnualReport {
  return {
    agency: agency.name,
    code: agency.divisionCode,
    level: reportLevelOf(agency),
    year,
    partial: true,
    ...tables,
    format: tables?.format ?? formatOfYear(year),
  }
}

function newWork(agency: string, year: number, entered: boolean, below: boolean): ReportWork {
  const blank = {
    overview: '',
    proactive: '',
    applications: '',
    reviewLitigation: '',
    problems: '',
    other: '',
  }
  return {
    year,
    edition: 1,
    version: 1,
    state: 'draft',
    format: formatOfYear(year),
    entered,
    prose: entered ? blank : draftProse(agency, year, below),
    reasons: {},
    remarks: [],
    note: null,
    itemId: null,
    digest: null,
    letterId: null,
    submittedOn: null,
    decidedOn: null,
  }
}
