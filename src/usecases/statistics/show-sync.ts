import type { Agency } from '../../domain/agency/agency.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { readPositions } from '../../store/region/position.ts'
import { readOutbox } from '../../store/tenant/cell-journal.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { waitingLetters } from '../region/dead-letters.ts'
import { subtreeOf } from './read-figures.ts'

/** Most dead letters that are counted. */
const letterLimit = 1000

/** How the reports run (报送情况), for the staff of an office. */
export type SyncState = {
  /** events of this agency that the region has not taken in */
  behind: number
  /** last report of each agency of the subtree (epoch ms), the longest silent first; null: never */
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
  const members = subtreeOf(agencies, ctx.agency.id)
  const ids = members.map(({ id }) => id)
  const isTop = ctx.agency.parentId === null
  const [positions, { version }, letters] = await Promise.all([
    readPositions(region, ids),
    readOutbox(ctx.db, 0, 1),
    isTop ? waitingLetters({ region, now: ctx.now }, letterLimit) : [],
  ])
  const reports = members.map((agency) => ({
    agency,
    syncedAt: positions.get(agency.id)?.syncedAt ?? null,
  }))
  return ok({
    behind: version - (positions.get(ctx.agency.id)?.position ?? 0),
    reports: reports.toSorted((a, b) => (a.syncedAt ?? 0) - (b.syncedAt ?? 0)),
    deadLetters: isTop ? letters.length : null,
  })
}
