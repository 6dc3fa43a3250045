import { cutPage, firstOwedMonth, monthsToReport } from '../../domain/statistics/reporting.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { idsIn, type Membership, officeYears } from '../../domain/agency/offices.ts'
import { followAnew, noteOffices, rehome, type StrayMonth } from '../../store/region/rehome.ts'
import { readProgress, type ReportedMonth } from '../../store/region/position.ts'
import { putRegionItems, removeRegionItems } from '../../store/region/items.ts'
import { putInnerItems } from '../../store/region/inner.ts'
import { holdPosition, positionMoved, takeIn } from '../../store/region/report.ts'
import { prepare, type Statement } from '../../store/statement.ts'
import { readMonths } from '../../store/tenant/statistics/cell.ts'
import { readJournal } from '../../store/tenant/journal/cell-journal.ts'
import { itemsSince } from '../../store/tenant/item/items-since.ts'
import type { RegionCtx, Tenant } from '../context.ts'
import { innerItemsSince } from '../item/inner-items.ts'
import { indexForRegion } from '../item/index-for-region.ts'
import { readFact } from '../statistics/read-fact.ts'

/** How much one step takes: rows of the journal, months, rows that may be items; bounded by D1's sizes. */
export type SyncLimits = { events: number; months: number; items: number }

const usual: SyncLimits = { events: 500, months: 36, items: 200 }

/** What a step did: months sent up, items sent up, and whether the journal goes on. */
export type SyncStep = { months: number; items: number; hasMore: boolean }

/**
 * Reports one agency to the region (报送): the figures of the months that changed and the items
 * that were published since the last report, by value with a version, in one batch. Lost,
 * repeated, reordered and racing reports leave the same region.
 */
export async function syncAgency(
  { agency, db }: Pick<Tenant, 'agency' | 'db'>,
  { region, now, agencies }: Pick<RegionCtx, 'region' | 'now' | 'agencies'>,
  limits: SyncLimits = usual,
): Promise<Result<SyncStep>> {
  const today = localDateOf(now)
  const progress = await readProgress(region, agency.id, firstOwedMonth(today))
  const page = await readJournal(db, progress.position, Number.MAX_SAFE_INTEGER, limits.events)
  const cut = cutPage(
    page.map((row) => ({ id: row.id, fact: readFact(row) })),
    progress.position,
    limits.months,
  )
  const months = monthsToReport(
    cut.months,
    new Set(progress.months.map(({ month }) => month)),
    today,
  )
  // The figures are read after the page, so they hold at least the page's events; their version says up to where.
  const { version, cells, closings } = await readMonths(db, months)
  const items = await itemsSince(db, progress.position, limits.items, cut.position)
  const position = Math.min(cut.position, items.position)
  const inner = await innerItemsSince({ db }, progress.position, position)
  const report = { months, cells, closings, version, position, at: now }
  const offices = officeYears(agencies, agency.id)
  const { unknown, stray } = placesOf(offices, progress.months)
  const landed = await write(region, [
    holdPosition(agency.id, progress.position),
    ...noteOffices(agency.id, unknown),
    ...rehome(agency.id, stray),
    ...takeIn({ agency: agency.id, offices, ...report }),
    ...putRegionItems(
      agency.id,
      items.present.map((item) => indexForRegion(agency, item)),
    ),
    ...removeRegionItems(agency.id, items.gone),
    ...putInnerItems(agency.id, inner.present, inner.gone),
    ...(stray.length === 0 ? [] : followAnew(agency.id)),
  ])
  return ok({
    months: landed ? months.length : 0,
    items: landed ? items.present.length + items.gone.length : 0,
    hasMore: !landed || position < version || stray.length > 0,
  })
}

/** The reported months of which it was not kept which offices hold them, and those that others hold than should. */
function placesOf(
  above: readonly Membership[],
  months: readonly ReportedMonth[],
): { unknown: Omit<StrayMonth, 'was'>[]; stray: StrayMonth[] } {
  const owed = months.map(({ month, offices: was }) => ({
    month,
    was,
    becomes: JSON.stringify(idsIn(above, month.slice(0, 4))),
  }))
  return {
    unknown: owed.filter(({ was }) => was === null),
    stray: owed.flatMap(({ month, was, becomes }) =>
      was === null || was === becomes ? [] : [{ month, was, becomes }],
    ),
  }
}

/** Writes a report; false when another one was faster, so that this one would be out of date. */
async function write(region: D1Database, statements: readonly Statement[]): Promise<boolean> {
  try {
    await region.batch(prepare(region, statements))
    return true
  } catch (error) {
    if (positionMoved(error)) return false
    throw error
  }
}
