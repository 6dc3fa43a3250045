import { type ManualIndicator, indicatorsOf } from '../../domain/statistics/manual.data.ts'
import { parsePeriod, type Period } from '../../domain/statistics/period.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ManualFigureRow,
  selectManualFigures,
} from '../../store/tenant/statistics/manual-figure.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A figure entered by hand as it stands: 未报送, a value in the smallest unit, or 不适用; and its versions, oldest first. */
export type ManualFigure = {
  indicator: ManualIndicator
  state: 'unreported' | 'value' | 'notApplicable'
  value: number | null
  version: number
  versions: { value: number | null; by: string | null; at: number; reason: string | null }[]
}

/** The figures that an agency reports by hand for a period (人工填报). */
export type ManualFigures = { period: Period; items: ManualFigure[] }

/** Lists the figures by hand of a period, last year when left out; refuses `invalid` for a period that is none. */
export async function listManualFigures(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'actor'>,
  query: { period?: string | undefined },
): Promise<Result<ManualFigures>> {
  if (!may(ctx.actor, 'figure.list')) return turnAway(ctx.actor)
  const today = localDateOf(ctx.now)
  const period = parsePeriod(query.period ?? String(yearOf(today) - 1), today)
  return period.ok ? ok(await readManualFigures(ctx, period.value)) : period
}

/** Reads the figures by hand of a period; those of a half or a quarter are none. */
export async function readManualFigures(
  { agency, db }: Pick<Ctx, 'agency' | 'db'>,
  period: Period,
): Promise<ManualFigures> {
  const [rows] = await readBatch<[ManualFigureRow]>(db, [selectManualFigures([period.key])])
  const byCode = Map.groupBy(rows, ({ indicator }) => indicator)
  const wanted =
    period.kind === 'year' || period.kind === 'month' ? indicatorsOf(agency, period.kind) : []
  return { period, items: wanted.map((one) => figureOf(one, byCode.get(one.code) ?? [])) }
}

function figureOf(indicator: ManualIndicator, rows: readonly ManualFigureRow[]): ManualFigure {
  const last = rows.at(-1)
  return {
    indicator,
    state: last === undefined ? 'unreported' : last.value === null ? 'notApplicable' : 'value',
    value: last?.value ?? null,
    version: last?.version ?? 0,
    versions: rows.map(({ value, name, attested_at: at, reason }) => ({
      value,
      by: name,
      at,
      reason,
    })),
  }
}
