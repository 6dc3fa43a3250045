import { readPositions } from '../../store/region/position.ts'
import { readOutbox } from '../../store/tenant/cell-journal.ts'
import type { Ctx, RegionCtx } from '../context.ts'

/** Work younger than this many ms may still be on its way through the queue. */
const grace = 20_000
/** Most owed messages that one sweep sends again for an agency; the next sweep sends the rest. */
const owedLimit = 50

/** How far the region has followed each of some agencies; one that never reported is missing. */
export async function followedPositions(
  { region }: Pick<RegionCtx, 'region'>,
  agencies: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const positions = await readPositions(region, agencies)
  return new Map([...positions].map(([id, { position }]) => [id, position]))
}

/**
 * Sends again what the queue may have lost for one agency (补发): work that its journal still
 * owes, and a report when the region (`followed`, null when it never reported) lies behind.
 */
export async function sweepAgency(
  { agency, db, now, post }: Pick<Ctx, 'agency' | 'db' | 'now' | 'post'>,
  followed: number | null,
): Promise<{ owed: number; isBehind: boolean }> {
  const { version, owed } = await readOutbox(db, now - grace, owedLimit)
  for (const { entityId, topic } of owed) {
    if (topic === 'register' || topic === 'letter')
      await post({ v: 1, kind: topic, tenant: agency.id, key: entityId })
  }
  const isBehind = followed === null || followed < version
  if (isBehind) await post({ v: 1, kind: 'sync', tenant: agency.id })
  return { owed: owed.length, isBehind }
}
