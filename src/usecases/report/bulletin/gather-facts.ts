import { agenciesIn } from '../../../domain/agency/offices.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import { reportDueOn } from '../../../domain/report/annual/due.ts'
import type { AgencyFacts } from '../../../domain/report/bulletin/facts.ts'
import { type BulletinKind, kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ReceivedRow,
  selectReceivedOfYear,
} from '../../../store/tenant/statistics/received-report.ts'
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
  tripped: AgencyFacts['tripped']
}

/** Gathers what findings are derived from (问题依据): of each agency directly below, and of the agency itself. */
export async function gatherFacts(
  ctx: Ctx,
  { agencies: everyone }: Pick<RegionCtx, 'agencies'>,
  known: Known,
): Promise<AgencyFacts[]> {
  const { agency } = ctx
  const agencies = agenciesIn(everyone, known.period.year)
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
  return [...below, agency].map((one): AgencyFacts => {
    const isItself = one.id === agency.id
    const members = isItself ? [one] : subtreeOf(agencies, one.id)
    return Object.assign(workOf(one, members, known), {
      lackingReport: lacking(one),
      overdueOpen: isItself ? (signals?.red ?? null) : null,
      tripped: isItself ? known.tripped : [],
    })
  })
}

/** What the cells of an agency and of its members tell. */
function workOf(
  { id, name }: Agency,
  members: readonly Agency[],
  { period, now, below, reported }: Known,
): Omit<AgencyFacts, 'lackingReport' | 'overdueOpen' | 'tripped'> {
  const ids = new Set(members.map((one) => one.id))
  const known = { agency: id, name, lackingCells: lackingCells(now, ids) }
  if (below === null) return { ...known, ...ownTimes(now), months: [], silent: [] }
  const line = below.lines.find(({ agency }) => agency === id)
  const published = below.published.get(id)
  const reports = (one: string, month: string): boolean => reported.get(one)?.has(month) === true
  return {
    ...known,
    timely: line?.timely ?? null,
    timed: line?.timed ?? null,
    months: period.months.map((month) => ({
      month,
      published: members.some((one) => reports(one.id, month))
        ? (published?.get(month) ?? null)
        : null,
    })),
    silent: members.flatMap((one) =>
      period.months
        .filter((month) => !reports(one.id, month))
        .map((month) => `${one.name} ${month}`),
    ),
  }
}

/** The agency's own answers in time, from its own indicators. */
function ownTimes(now: readonly ShownIndicator[]): Pick<AgencyFacts, 'timely' | 'timed'> {
  const rate = now.find(({ indicator }) => indicator.code === 'timely-rate')?.value
  const parts = rate !== undefined && 'denominator' in rate ? rate : null
  return { timely: parts?.numerator ?? null, timed: parts?.denominator ?? null }
}

/** How many figures by hand the members have not entered; of the public form alone, which all fill in. */
function lackingCells(now: readonly ShownIndicator[], members: ReadonlySet<string>): number {
  return now
    .filter(
      ({ indicator }) => indicator.pack === 'monthly-form' && indicator.source.kind === 'manual',
    )
    .reduce((n, { coverage }) => n + coverage.missing.filter((id) => members.has(id)).length, 0)
}
