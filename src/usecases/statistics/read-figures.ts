import type { Agency } from '../../domain/agency/agency.ts'
import { agenciesIn, carriedInto } from '../../domain/agency/offices.ts'
import type { CellDelta } from '../../domain/shared/journal.ts'
import { type Coverage, coverageOf } from '../../domain/statistics/coverage.ts'
import {
  cellPeriods,
  monthsOfYear,
  type Period,
  priorPeriods,
} from '../../domain/statistics/period.ts'
import { firstOwedMonth } from '../../domain/statistics/reporting.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { CoverageAsked } from '../../store/region/coverage.ts'
import { readCarried } from '../../store/region/carried.ts'
import { readOffice } from '../../store/region/office-cell.ts'
import { readBatch } from '../../store/read.ts'
import { selectCells } from '../../store/tenant/statistics/cell.ts'
import {
  type CorrectionCount,
  type CorrectionRow,
  countCorrections,
  selectCorrections,
} from '../../store/tenant/statistics/correction.ts'
import type { Ctx, RegionCtx } from '../context.ts'

/** Whose figures: the agency's own, or those of all agencies below it and its own (本级及下级). */
export type Scope = 'own' | 'subtree'

/** Cells of the asked periods and of all time before, who reported them, and as of when (epoch ms). */
export type Figures = {
  within: CellDelta[]
  before: CellDelta[]
  /** Cells of every month of the period's year, where they were asked for */
  monthly: CellDelta[]
  coverage: Coverage
  oldest: number | null
  newest: number | null
  /** figures of closed months that changed afterwards; the list is that of the agency itself */
  corrections: { count: number; list: CorrectionRow[] | null }
}

/** Most corrections that an answer lists; it counts them all. */
const correctionLimit = 200

/** An agency with all agencies below it. */
export function subtreeOf(agencies: readonly Agency[], office: string): Agency[] {
  return agencies.filter(({ path }) => path.includes(office))
}

/** What is asked of the coverage of an office's subtree (覆盖): the office itself, and each direct child with all below it. */
export function coverageAsked(
  everyone: readonly Agency[],
  office: string,
  { key, months, year }: Pick<Period, 'key' | 'months' | 'year'>,
): CoverageAsked {
  const agencies = agenciesIn(everyone, year)
  const idsOf = (of: string): string[] => subtreeOf(agencies, of).map(({ id }) => id)
  const children = agencies.filter(({ parentId }) => parentId === office)
  return {
    office,
    period: { key, first: months[0] ?? '', last: months.at(-1) ?? '' },
    members: idsOf(office),
    branches: [
      { office: null, of: 1, members: [office] },
      ...children.map(({ id }) => {
        const members = idsOf(id)
        return { office: id, of: members.length, members }
      }),
    ],
  }
}

/**
 * Reads the figures of a period: own ones from the agency's cells, those of a subtree from the
 * region, in one round trip and O(cells) (统计取数). `monthly` reads all months of the year as well.
 */
export async function readFigures(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  region: Pick<RegionCtx, 'region' | 'agencies'>,
  period: Period,
  scope: Scope,
  monthly = false,
): Promise<Figures> {
  const within = cellPeriods(period)
  const prior = priorPeriods(period)
  const months = monthly ? monthsOfYear(period.year) : []
  const periods = [...new Set([...within, ...prior, ...months])]
  const read =
    scope === 'own'
      ? await readOwn(ctx, period, periods)
      : await readBelow(ctx, region, period, periods)
  const { cells, carried, ...rest } = read
  const pick = (list: readonly string[]): CellDelta[] => {
    const wanted = new Set(list)
    return cells.filter((cell) => wanted.has(cell.period))
  }
  const before = [...pick(prior), ...carried]
  return { within: pick(within), before, monthly: pick(months), ...rest }
}

type Read = Pick<Figures, 'coverage' | 'oldest' | 'newest' | 'corrections'> & {
  cells: CellDelta[]
  /** what agencies brought along or took away that came or went (机构调整转入、转出) */
  carried: readonly CellDelta[]
}

async function readOwn(
  { agency, db, now }: Pick<Ctx, 'agency' | 'db' | 'now'>,
  period: Period,
  periods: readonly string[],
): Promise<Read> {
  const [first, last] = [period.months[0] ?? '', period.months.at(-1) ?? '']
  const [cells, list, [counted]] = await readBatch<[CellDelta, CorrectionRow, CorrectionCount]>(
    db,
    [
      selectCells(periods),
      selectCorrections(first, last, correctionLimit),
      countCorrections(first, last),
    ],
  )
  // What an agency reports, it knows of itself: see `monthsToReport`.
  const isOwed = String(period.year) >= firstOwedMonth(localDateOf(now)).slice(0, 4)
  const known = isOwed || cells.some((cell) => cell.period.startsWith(String(period.year)))
  // Own figures are those of this very minute; whole minutes let a page be kept that long.
  const at = now - (now % 60_000)
  return {
    cells,
    carried: [],
    coverage: coverageOf([agency.id], new Set(known ? [agency.id] : [])),
    oldest: known ? at : null,
    newest: known ? at : null,
    corrections: { count: counted?.n ?? 0, list },
  }
}

async function readBelow(
  { agency }: Pick<Ctx, 'agency'>,
  { region, agencies }: Pick<RegionCtx, 'region' | 'agencies'>,
  period: Period,
  periods: readonly string[],
): Promise<Read> {
  const asked = coverageAsked(agencies, agency.id, period)
  const of = asked.members.length
  const moves = carriedInto(agencies, period.year).filter(({ office }) => office === agency.id)
  const [read, carried] = await Promise.all([
    readOffice(region, periods, asked),
    readCarried(region, moves),
  ])
  const { cells, missing, oldest, newest, corrections } = read
  return {
    cells,
    carried,
    coverage: { reporting: of - missing.length, of, missing },
    oldest,
    newest,
    corrections: { count: corrections, list: null },
  }
}
