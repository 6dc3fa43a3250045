import { agenciesIn } from '../../domain/agency/offices.ts'
import * as z from 'zod'
import type { CellDelta } from '../../domain/shared/journal.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { type Coverage, coverageOf } from '../../domain/statistics/coverage.ts'
import { evaluate } from '../../domain/statistics/indicator/evaluate.ts'
import {
  type CheckResult,
  checkForm,
  type FormLine,
} from '../../domain/statistics/indicator/form-check.ts'
import { indicators } from '../../domain/statistics/indicator/indicators.data.ts'
import { monthlyChecks } from '../../domain/statistics/indicator/monthly-form.data.ts'
import type {
  Indicator,
  IndicatorValue,
  PackName,
} from '../../domain/statistics/indicator/types.ts'
import { parsePeriod, type Period, yearPeriod } from '../../domain/statistics/period.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { type AttestedPair, readAttesting, readUnmatched } from '../../store/region/attesting.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may } from '../permissions.ts'
import { type Figures, readFigures, type Scope, subtreeOf } from './read-figures.ts'

/** What a caller of the indicators may ask: a period (this year when left out), whose figures, and one pack. */
export const indicatorsQuery = {
  period: z.string().max(10).optional(),
  scope: z.enum(['own', 'subtree']).optional(),
  pack: z
    .enum([
      'applications',
      'monthly-form',
      'annual-form',
      'interaction',
      'service',
      'manual',
      'counters',
    ])
    .optional(),
} as const

/** An indicator with its value, and who of the agencies it rests on (覆盖). */
export type ShownIndicator = { indicator: Indicator; value: IndicatorValue; coverage: Coverage }

/** Published items of a period by column, theme and carrier (公开信息分类数量): id or name → count. */
export type PublicationCounts = Record<'columns' | 'themes' | 'channels', Record<string, number>>

/** The indicators of a period (指标); the coded form and its checks where a month is asked for. */
export type IndicatorsView = {
  period: Period
  scope: Scope
  /** RFC 3339: the oldest report that the figures rest on */
  asOf: string | null
  items: ShownIndicator[]
  publication: PublicationCounts
  form: { lines: FormLine[]; checks: CheckResult[] } | null
}

/**
 * Shows indicators of a period: those for everybody, and to the agency's own statisticians those
 * for staff. Refuses `invalid` for a period that is none or has not begun.
 */
export async function showIndicators(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'actor'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  query: { period?: string | undefined; scope?: Scope | undefined; pack?: PackName | undefined },
): Promise<Result<IndicatorsView>> {
  const today = localDateOf(ctx.now)
  const asked =
    query.period === undefined ? ok(yearPeriod(today)) : parsePeriod(query.period, today)
  if (!asked.ok) return asked
  const period = asked.value
  const scope = query.scope ?? 'own'
  const seesAll = may(ctx.actor, 'figure.list')
  const wanted = indicators.filter(
    ({ pack, audience }) =>
      (query.pack === undefined || pack === query.pack) && (seesAll || audience === 'public'),
  )
  const figures = await readFigures(ctx, region, period, scope, true)
  const within = cellsOfMonths(figures, period.months)
  const from = { scope, wanted, within }
  const [spoken, unmatched] = await Promise.all([
    attesting(ctx, region, period, from),
    unmatchedRates(ctx, region, period, from),
  ])
  const isReported = figures.coverage.reporting > 0
  const values = (cells: readonly CellDelta[]): ShownIndicator[] =>
    wanted.map((indicator) => ({
      indicator,
      value: unmatched.has(indicator.code)
        ? { state: 'unreported' }
        : evaluate(
            indicator,
            { within: cells, before: figures.before },
            isReported,
            indicators.filter(({ pack }) => pack === indicator.pack),
          ),
      coverage: spoken.get(indicator.code) ?? figures.coverage,
    }))
  const items = values(within)
  const last = period.months.at(-1) ?? ''
  return ok({
    period,
    scope,
    asOf: figures.oldest === null ? null : toRfc3339(figures.oldest),
    items,
    publication: publicationOf(within),
    form:
      period.kind === 'month'
        ? formOf(items, values(figures.monthly.filter((cell) => cell.period <= last)))
        : null,
  })
}

function cellsOfMonths({ monthly }: Figures, months: readonly string[]): CellDelta[] {
  return monthly.filter((cell) => months.includes(cell.period))
}

type Asked = { scope: Scope; wanted: readonly Indicator[]; within: readonly CellDelta[] }

/** The rates of which an agency attested one part of a month and not the other: they say nothing. */
async function unmatchedRates(
  { agency }: Pick<Ctx, 'agency'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  { months, year }: Period,
  { scope, wanted, within }: Asked,
): Promise<ReadonlySet<string>> {
  const pairs = wanted.flatMap(({ code, source }): AttestedPair[] =>
    source.kind === 'manual-rate'
      ? [
          {
            code,
            numerator: `manual.${source.numerator}`,
            denominator: `manual.${source.denominator}`,
          },
        ]
      : [],
  )
  if (pairs.length === 0) return new Set()
  if (scope === 'subtree') {
    const members = subtreeOf(agenciesIn(agencies, year), agency.id).map(({ id }) => id)
    const span = [months[0] ?? '', months.at(-1) ?? ''] as const
    return new Set(await readUnmatched(region, members, pairs, span))
  }
  const monthsOf = (row: string): string =>
    within
      .filter((cell) => cell.row === row && cell.col === 'attested' && cell.n > 0)
      .map(({ period }) => period)
      .toSorted()
      .join()
  return new Set(
    pairs
      .filter(({ numerator, denominator }) => monthsOf(numerator) !== monthsOf(denominator))
      .map(({ code }) => code),
  )
}

/** Of each figure by hand, who of the agencies has spoken. */
async function attesting(
  { agency }: Pick<Ctx, 'agency'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  { months, year }: Period,
  { scope, wanted, within }: Asked,
): Promise<Map<string, Coverage>> {
  const byHand = wanted.flatMap(({ code, source }) => {
    if (source.kind === 'manual') return [{ code, row: `manual.${source.code}` }]
    return source.kind === 'manual-rate' ? [{ code, row: `manual.${source.denominator}` }] : []
  })
  if (byHand.length === 0) return new Map()
  const members =
    scope === 'own'
      ? [agency.id]
      : subtreeOf(agenciesIn(agencies, year), agency.id).map(({ id }) => id)
  const rows =
    scope === 'own'
      ? within
          .filter(({ col, n }) => (col === 'attested' || col === 'notApplicable') && n > 0)
          .map(({ row }) => ({ id: agency.id, row }))
      : await readAttesting(
          region,
          members,
          byHand.map(({ row }) => row),
          [months[0] ?? '', months.at(-1) ?? ''],
        )
  return new Map(
    byHand.map(({ code, row }) => {
      const spoke = rows.filter((one) => one.row === row).map(({ id }) => id)
      return [code, coverageOf(members, new Set(spoke))]
    }),
  )
}

function publicationOf(within: readonly CellDelta[]): PublicationCounts {
  const by = (row: string): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const cell of within) {
      if (cell.row === row) counts[cell.col] = (counts[cell.col] ?? 0) + cell.n
    }
    return counts
  }
  return {
    columns: by('publishedColumn'),
    themes: by('publishedTheme'),
    channels: by('channel'),
  }
}

function formOf(
  current: readonly ShownIndicator[],
  year: readonly ShownIndicator[],
): IndicatorsView['form'] {
  const lines = current.flatMap(({ indicator: { pack, code, name, unit }, value }, at) => {
    const sum = year[at]?.value
    return pack !== 'monthly-form' || sum === undefined
      ? []
      : [{ code, name, unit, current: value, year: sum }]
  })
  return lines.length === 0 ? null : { lines, checks: checkForm(lines, monthlyChecks) }
}
