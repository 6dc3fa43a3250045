import type { Agency } from '../../../domain/agency/agency.ts'
import { reportDueOn } from '../../../domain/report/annual/due.ts'
import type { AgencyFacts } from '../../../domain/report/bulletin/facts.ts'
import { type BulletinKind, kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import { type ReceivedRow, selectReceivedOfYear } from '../../../store/tenant/received-report.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { subtreeOf } from '../../statistics/read-figures.ts'
import type { ShownIndicator } from '../../statistics/show-indicators.ts'
import { countSignals } from '../../statistics/signals.ts'
import { readReport } from '../annual/read-work.ts'
import type { Below } from './read-below.ts'

type Known = {
  kind: BulletinKind
  period: Period
  now: readonly ShownIndicator[]
  below: Below | null
  reported: ReadonlyMap<string, ReadonlySet<string>>
}

/** Gathers what findings are derived from (问题依据): of each agency directly below, and of the agency itself. */
export async function gatherFacts(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  known: Known,
): Promise<AgencyFacts[]> {
  const { agency } = ctx
  const year = known.period.year - 1
  const [[received], own, signals] = await Promise.all([
    readBatch<[ReceivedRow]>(ctx.db, [selectReceivedOfYear(year)]),
    readReport(ctx, year),
    kindsOfBulletin[known.kind].scope === 'own' ? countSignals(ctx, localDateOf(ctx.now)) : null,
  ])
  const come = new Set(
    received.filter(({ state }) => state !== 'returned').map((row) => row.sender),
  )
  if (own !== null && (own.work.state === 'submitted' || own.work.state === 'cleared')) {
    come.add(agency.id)
  }
  const today = localDateOf(ctx.now)
  const lacking = (one: Agency): number | null =>
    !come.has(one.id) && today > reportDueOn(one, year) && year >= yearOf(today) - 1 ? year : null
  const children = agencies.filter(({ parentId }) => parentId === agency.id)
  const below = known.below === null ? [] : children
  return [...below, agency].map((one) => ({
    ...workOf(one, one.id === agency.id ? [one] : subtreeOf(agencies, one.id), known),
    lackingReport: lacking(one),
    overdueOpen: one.id === agency.id ? (signals?.red ?? null) : null,
    tripped: [],
  }))
}

/** What the cells of an agency and of its members tell. */
function workOf(
  { id, name }: Agency,
  members: readonly Agency[],
  { period, now, below, reported }: Known,
): Omit<AgencyFacts, 'lackingReport' | 'overdueOpen' | 'tripped'> {
  const line = below?.lines.find(({ agency }) => agency === id)
  const rate = now.find(({ indicator }) => indicator.code === 'timely-rate')?.value
  const parts = rate !== undefined && 'denominator' in rate ? rate : null
  const monthOf = (month: string): number | null =>
    members.some((one) => reported.get(one.id)?.has(month) === true)
      ? (below?.published.get(id)?.get(month) ?? null)
      : null
  return {
    agency: id,
    name,
    timely: line === undefined ? (parts?.numerator ?? null) : line.timely,
    timed: line === undefined ? (parts?.denominator ?? null) : line.timed,
    months:
      below === null ? [] : period.months.map((month) => ({ month, published: monthOf(month) })),
    silent:
      below === null
        ? []
        : members.flatMap((one) =>
            period.months
              .filter((month) => reported.get(one.id)?.has(month) !== true)
              .map((month) => `${one.name} ${month}`),
          ),
    lackingCells: lackingCells(now, new Set(members.map((one) => one.id))),
  }
}

/** How many figures by hand the members have not entered; of the public form alone, which all fill in. */
function lackingCells(now: readonly ShownIndicator[], members: ReadonlySet<string>): number {
  return now
    .filter(
      ({ indicator }) => indicator.pack === 'monthly-form' && indicator.source.kind === 'manual',
    )
    .reduce((n, { coverage }) => n + coverage.missing.filter((id) => members.has(id)).length, 0)
}
