import * as z from 'zod'
import { safeLine } from '../../domain/document/safe-text.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import {
  ok,
  refuse,
  type FieldError,
  type FieldProblem,
  type Result,
} from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { attestation, isReportable, parseFigure } from '../../domain/statistics/manual.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import {
  insertManualFigures,
  type NewManualFigure,
} from '../../store/tenant/statistics/manual-figure.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { listManualFigures, type ManualFigure, type ManualFigures } from './list-manual-figures.ts'

/** What a person attests of one figure (填报): a value as written, or that it does not apply. */
export const attestInput = z.strictObject({
  figures: z
    .array(
      z.strictObject({
        indicator: z.string().max(60),
        value: z.union([z.string().max(30), z.number()]).nullable(),
        version: z.int().min(0),
      }),
    )
    .max(50),
  /** why figures that were attested before are changed */
  reason: safeLine(300).optional(),
})

type Entered = z.output<typeof attestInput>['figures'][number]

/**
 * Attests figures of a period by a named person (人工填报), null being 不适用. What was attested before is
 * changed only with a reason, and its old value stays (更正). Refuses `invalid` for a period not yet
 * at its end, an unknown figure, a negative or fractional one; `stale` when somebody was faster.
 */
export async function attestFigures(
  ctx: Ctx,
  period: string,
  raw: unknown,
): Promise<Result<ManualFigures>> {
  const { actor } = ctx
  if (!may(actor, 'figure.attest') || actor.type !== 'staff') return turnAway(actor)
  const known = await listManualFigures(ctx, { period })
  if (!known.ok) return known
  const input = parseInput(attestInput, raw)
  if (!input.ok) return input
  const read = readEntered(ctx, known.value, input.value)
  if (!read.ok || read.value.rows.length === 0) return read.ok ? known : read
  const { rows, events } = read.value
  const outcome = await commit(ctx, {
    events,
    statements: insertManualFigures(rows, actor.id, ctx.now),
    reason: input.value.reason,
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return listManualFigures(ctx, { period })
}

type Change = { row: NewManualFigure; event: NewEvent }

function readEntered(
  ctx: Pick<Ctx, 'now'>,
  { period, items }: ManualFigures,
  { figures, reason }: z.output<typeof attestInput>,
): Result<{ rows: NewManualFigure[]; events: NewEvent[] }> {
  const errors: FieldError[] = []
  const changes: Change[] = []
  if (!isReportable(period, localDateOf(ctx.now))) {
    errors.push({ pointer: '/period', problem: 'in-future' })
  }
  for (const [at, entered] of figures.entries()) {
    const figure = items.find(({ indicator }) => indicator.code === entered.indicator)
    if (figure === undefined) {
      errors.push({ pointer: `/figures/${at}/indicator`, problem: 'unknown-field' })
      continue
    }
    const value = valueOf(entered, figure)
    if (typeof value === 'object' && value !== null) {
      errors.push({ pointer: `/figures/${at}/value`, ...value })
    } else if (entered.version !== figure.version) {
      return refuse({ code: 'stale' })
    } else if (figure.state === 'unreported' || value !== figure.value) {
      changes.push(changeOf(figure, period, value, reason))
    }
  }
  if (reason === undefined && changes.some(({ row }) => row.version > 1)) {
    errors.push({ pointer: '/reason', problem: 'required' })
  }
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  return ok({ rows: changes.map(({ row }) => row), events: changes.map(({ event }) => event) })
}

/** The value in the smallest unit, null for 不适用; or what is wrong with it. */
function valueOf({ value }: Entered, { indicator }: ManualFigure): number | null | FieldProblem {
  if (value === null) return null
  const parsed = parseFigure(String(value), indicator)
  if (parsed === null) return { problem: 'ill-formed', what: 'count' }
  return parsed > indicator.most ? { problem: 'out-of-range', min: 0, max: indicator.most } : parsed
}

function changeOf(
  { indicator, state, value: standing, version }: ManualFigure,
  period: ManualFigures['period'],
  value: number | null,
  reason: string | undefined,
): Change {
  const before = state === 'unreported' ? undefined : standing
  return {
    row: {
      indicator: indicator.code,
      period: period.key,
      version: version + 1,
      value,
      reason: version === 0 ? null : (reason ?? null),
    },
    event: {
      entity: 'figure',
      entityId: `${indicator.code}/${period.key}`,
      seq: version + 1,
      ...attestation(indicator.code, period, before, value),
    },
  }
}
