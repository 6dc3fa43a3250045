import type { Agency } from '../../domain/agency/agency.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { monthsOfYear } from '../../domain/statistics/period.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import { readLongestSilent } from '../../store/region/coverage.ts'
import { readPositions } from '../../store/region/position.ts'
import { readOutbox } from '../../store/tenant/journal/cell-journal.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { waitingLetters } from '../region/dead-letters.ts'
import { coverageAsked } from './read-figures.ts'

/** Most dead letters that are counted. */
const letterLimit = 1000
/** Agencies whose last report is shown: those that somebody may have to look after. */
const shown = 30

/** How the reports run (报送情况), for the staff of an office. */
export type SyncState = {
  /** events of this agency that the region has not taken in */
  behind: number
  /** last report of the agencies of the subtree that are silent for longest (epoch ms); null: never */
  reports: { agency: Agency; syncedAt: number | null }[]
  /** messages that were given up; null except at the top of the deployment */
  deadLetters: number | null
}

/** Shows how the reports of an office's subtree run (报送情况); refuses those who do not watch figures. */
export async function showSync(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'actor'>,
  regionCtx: Pick<RegionCtx, 'region' | 'agencies'>,
): Promise<Result<SyncState>> {
  if (!may(ctx.actor, 'office.show')) return turnAway(ctx.actor)
  const { region, agencies } = regionCtx
  // Whoever has ever reported has reported all of last year.
  const lastYear = yearOf(localDateOf(ctx.now)) - 1
  const asked = { key: String(lastYear), months: monthsOfYear(lastYear), year: lastYear }
  const isTop = ctx.agency.parentId === null
  const [positions, silent, { version }, letters] = await Promise.all([
    readPositions(region, [ctx.agency.id]),
    readLongestSilent(region, coverageAsked(agencies, ctx.agency.id, asked), shown),
    readOutbox(ctx.db, 0, 1),
    isTop ? waitingLetters({ region, now: ctx.now }, letterLimit) : [],
  ])
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  return ok({
    behind: version - (positions.get(ctx.agency.id)?.position ?? 0),
    reports: silent.flatMap(({ id, syncedAt }) => {
      const agency = byId.get(id)
      return agency === undefined ? [] : [{ agency, syncedAt }]
    }),
    deadLetters: isTop ? letters.length : null,
  })
}
