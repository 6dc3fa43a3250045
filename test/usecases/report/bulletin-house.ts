import type { NewEvent } from '../../../src/domain/shared/journal.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { commit } from '../../../src/store/commit.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { actOnBulletin } from '../../../src/usecases/report/bulletin/act-on-bulletin.ts'
import { generateDueBulletins } from '../../../src/usecases/report/bulletin/generate.ts'
import type { BulletinView } from '../../../src/usecases/report/bulletin/show-bulletin.ts'
import { carryAll } from '../../jobs/carry.ts'
import type { House } from '../../support/house.ts'
import { person } from '../item/desk-items.ts'

/** Third quarter of 2026 is due by then. */
export const at = '2026-10-20T09:00:00+08:00'
export const q3 = 'quarterly-circular-2026-Q3'

export const writer = person('b-writer', 'information-officer')
export const head = person('b-head', 'head')

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Generates what is due at an instant, as the schedule does. */
export async function generate(house: House, agency: string, when = at): Promise<number> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'recompute' }, when)
  return must(await generateDueBulletins(ctx, house.regionCtx(when))).made
}

/** Events that count, as the journal has them. */
export async function happened(
  house: House,
  agency: string,
  events: readonly NewEvent[],
  when = at,
): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' }, when)
  const done = await commit(ctx, { events, statements: [] })
  if (!done.ok) throw new Error(done.conflict)
}

/** So many applications answered on a day, in time or late. */
export function answered(prefix: string, on: string, timely: readonly boolean[]): NewEvent[] {
  return timely.flatMap((isTimely, n): NewEvent[] => {
    const id = `${prefix}-${n}`
    return [
      {
        entity: 'application',
        entityId: id,
        seq: 1,
        kind: 'application.received',
        data: { class: 'naturalPerson', receivedOn: on, basis: 'online' },
      },
      {
        entity: 'application',
        entityId: id,
        seq: 2,
        kind: 'application.replied',
        data: { class: 'naturalPerson', outcome: 'granted', decidedOn: on, timely: isTimely },
      },
    ]
  })
}

/** So many items published on a day. */
export function published(prefix: string, on: string, count: number): NewEvent[] {
  return Array.from({ length: count }, (_, n): NewEvent => ({
    entity: 'item',
    entityId: `${prefix}-${n}`,
    seq: 1,
    kind: 'item.published',
    data: { on, columns: ['plans'], facets: [] },
  }))
}

/** Brings the figures of agencies to the region. */
export async function report(house: House, when: string, ...agencies: string[]): Promise<void> {
  for (const id of agencies) {
    for (let more = true; more;) {
      const done = await syncAgency(await house.tenant(id), house.regionCtx(when))
      more = done.ok && done.value.hasMore
    }
  }
}

/** Takes a step of a bulletin. */
export async function act(
  house: House,
  agency: string,
  id: string,
  action: string,
  who = head,
  raw: unknown = {},
  when = at,
): Promise<Result<BulletinView>> {
  const ctx = await house.ctx(agency, who, when)
  return actOnBulletin(ctx, house.regionCtx(when), id, action, raw)
}

/** Checks, approves and issues a bulletin, and carries its letters. */
export async function issue(
  house: House,
  agency: string,
  id: string,
  ways: readonly string[],
  when = at,
): Promise<BulletinView> {
  must(await act(house, agency, id, 'check', writer, {}, when))
  must(await act(house, agency, id, 'approve', head, {}, when))
  const issued = must(await act(house, agency, id, 'issue', head, { ways }, when))
  await carryAll(house, house.posted.splice(0), when)
  return issued
}
