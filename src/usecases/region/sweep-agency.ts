import { readPositions } from '../../store/region/position.ts'
import { readOutbox } from '../../store/tenant/journal/cell-journal.ts'
import type { Ctx, RegionCtx } from '../context.ts'

/** Work younger than this many ms may still be on its way through the queue. */
const grace = 20_000
/** A verdict awaited for longer than this, in ms, is stuck (security 44: half an hour). */
const stuckAfter = 30 * 60_000
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
 * owes, files that wait for their scan, notices whose turn it is, events that no seal covers, and a report when the region
 * (`followed`, null when it never reported) lies behind. `stuck` counts files whose verdict is overdue.
 */
export async function sweepAgency(
  { agency, db, now, post }: Pick<Ctx, 'agency' | 'db' | 'now' | 'post'>,
  followed: number | null,
): Promise<{ owed: number; isBehind: boolean; stuck: number }> {
  const { version, sealedTo, owed, scans, notices } = await readOutbox(db, now - grace, owedLimit)
  for (const { entityId, topic } of owed) {
    if (topic === 'register' || topic === 'letter' || topic === 'compare')
      await post({ v: 1, kind: topic, tenant: agency.id, key: entityId })
  }
  if (owed.some(({ topic }) => topic === 'overwrite')) {
    await post({ v: 1, kind: 'overwrite', tenant: agency.id })
  }
  for (const { file } of scans) await post({ v: 1, kind: 'scan', tenant: agency.id, key: file })
  for (const key of notices) await post({ v: 1, kind: 'notice', tenant: agency.id, key })
  if (sealedTo < version) await post({ v: 1, kind: 'seal', tenant: agency.id })
  const isBehind = followed === null || followed < version
  if (isBehind) await post({ v: 1, kind: 'sync', tenant: agency.id })
  const stuck = scans.filter(({ since }) => now - since > stuckAfter).length
  return { owed: owed.length + scans.length + notices.length, isBehind, stuck }
}
