import { agenciesIn } from '../../../domain/agency/offices.ts'
import {
  type BulletinContent,
  type BulletinFigure,
} from '../../../domain/report/bulletin/content.ts'
import type { AgencyFacts } from '../../../domain/report/bulletin/facts.ts'
import { bulletinFigures } from '../../../domain/report/bulletin/figures.data.ts'
import { type BulletinKind, kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import { ok, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { periodBefore, periodYearBefore } from '../../../domain/statistics/change.ts'
import type { IndicatorValue } from '../../../domain/statistics/indicator/types.ts'
import { type Period, readPeriod } from '../../../domain/statistics/period.ts'
import { readMonthVersions } from '../../../store/region/month-version.ts'
import { readOutbox } from '../../../store/tenant/journal/cell-journal.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { type Scope, subtreeOf } from '../../statistics/read-figures.ts'
import { showIndicators, type ShownIndicator } from '../../statistics/show-indicators.ts'
import { showStatistics } from '../../statistics/show-statistics.ts'
import { gatherFacts } from './gather-facts.ts'
import { gatherRules } from './gather-rules.ts'
import { type Below, readBelow } from './read-below.ts'

type Region = Pick<RegionCtx, 'region' | 'agencies' | 'now'>

/** What a bulletin rests on now (简报取数): its figures without findings, and what findings are derived from. */
export type Gathered = { content: BulletinContent; facts: AgencyFacts[] }

/** Whether an agency has others below it here (有下级机关). */
export function hasBelow(
  { agency }: Pick<Ctx, 'agency'>,
  { agencies }: Pick<Region, 'agencies'>,
): boolean {
  return agencies.some(({ parentId }) => parentId === agency.id)
}

/**
 * Gathers the figures of a kind and period as they are now (简报取数), by the same use cases as the
 * statistics: own or with all agencies below, beside the period before and the year before.
 */
export async function gatherBulletin(
  ctx: Ctx,
  region: Region,
  kind: BulletinKind,
  key: string,
): Promise<Result<Gathered>> {
  const period = readPeriod(key)
  if (period === null) return refuseField('/period', { problem: 'ill-formed', what: 'period' })
  const isOwn = kindsOfBulletin[kind].scope === 'own' || !hasBelow(ctx, region)
  const scope: Scope = isOwn ? 'own' : 'subtree'
  const read = async (one: Period | null): Promise<readonly ShownIndicator[]> => {
    if (one === null) return []
    const shown = await showIndicators(ctx, region, { period: one.key, scope })
    return shown.ok ? shown.value.items : []
  }
  const [statistics, now, previous, yearBefore, below, versions, inspected] = await Promise.all([
    showStatistics(ctx, region, { period: key, scope }),
    read(period),
    read(periodBefore(period)),
    read(periodYearBefore(period)),
    isOwn ? null : readBelow(region, ctx.agency, period),
    versionsOf(ctx, region, period, scope),
    gatherRules(ctx, kind),
  ])
  if (!statistics.ok) return statistics
  if (!inspected.ok) return inspected
  const { coverage, asOf, newestReport, corrections } = statistics.value
  const missing = new Set(coverage.missing)
  const content: BulletinContent = {
    scope,
    asOf,
    newest: newestReport,
    corrections: corrections.count,
    versions: versions.newest,
    coverage: {
      reporting: coverage.reporting,
      of: coverage.of,
      missing: region.agencies.filter(({ id }) => missing.has(id)).map(({ name }) => name),
    },
    figures: figuresOf(now, previous, yearBefore),
    lines: linesOf(below),
    findings: [],
    rules: inspected.value.rules,
    sheets: [],
    objectBy: null,
  }
  const facts = await gatherFacts(ctx, region, {
    kind,
    period,
    now,
    below,
    reported: versions.reported,
    tripped: inspected.value.tripped,
  })
  return ok({ content, facts })
}

function linesOf(below: Below | null): BulletinContent['lines'] {
  return below === null ? [] : below.lines
}

function figuresOf(
  now: readonly ShownIndicator[],
  previous: readonly ShownIndicator[],
  yearBefore: readonly ShownIndicator[],
): BulletinFigure[] {
  return bulletinFigures.flatMap(({ pack, code }) => {
    const find = (list: readonly ShownIndicator[]): ShownIndicator | undefined =>
      list.find(({ indicator }) => indicator.pack === pack && indicator.code === code)
    const shown = find(now)
    if (shown === undefined) return []
    const { indicator, value } = shown
    const parts = 'denominator' in value ? value : null
    return [
      {
        code,
        name: indicator.name,
        unit: indicator.unit,
        state: value.state,
        value: numberOf(value),
        numerator: parts?.numerator ?? null,
        denominator: parts?.denominator ?? null,
        previous: numberOf(find(previous)?.value),
        yearBefore: numberOf(find(yearBefore)?.value),
      },
    ]
  })
}

function numberOf(value: IndicatorValue | undefined): number | null {
  return value?.state === 'value' ? value.value : null
}

/** Which months who has reported, and the newest version of each: of the agency itself its journal's. */
async function versionsOf(
  ctx: Ctx,
  { region, agencies }: Region,
  { months, year }: Period,
  scope: Scope,
): Promise<{ newest: Record<string, number>; reported: ReadonlyMap<string, ReadonlySet<string>> }> {
  if (scope === 'own') {
    const { version } = await readOutbox(ctx.db, 0, 1)
    return { newest: { [ctx.agency.id]: version }, reported: new Map() }
  }
  const members = subtreeOf(agenciesIn(agencies, year), ctx.agency.id).map(({ id }) => id)
  const rows = await readMonthVersions(region, members, months[0] ?? '', months.at(-1) ?? '')
  const newest: Record<string, number> = {}
  const reported = new Map<string, Set<string>>()
  for (const { id, month, version } of rows) {
    newest[id] = Math.max(newest[id] ?? 0, version)
    reported.set(id, (reported.get(id) ?? new Set()).add(month))
  }
  return { newest, reported }
}
