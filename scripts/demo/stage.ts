import type { Role } from '../../src/domain/shared/actor.ts'
import type { Result } from '../../src/domain/shared/refusal.ts'
import { nationalCalendar } from '../../src/domain/time/calendar.ts'
import { startOfDay } from '../../src/domain/time/instant.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { addWorkingDays, rollToWorkingDay } from '../../src/domain/time/working-days.ts'
import type { Ctx, RegionCtx } from '../../src/usecases/context.ts'
import { deliverLetter } from '../../src/usecases/letter/deliver.ts'
import { handOverLetter } from '../../src/usecases/letter/hand-over.ts'
import { listLetters } from '../../src/usecases/letter/list-letters.ts'
import { letterReaders } from '../../src/usecases/letter/readers.ts'

/** What a stage is built on: an opened agency at an instant, and the region. */
export type Theatre = {
  ctx: (agency: string, now: number) => Promise<Ctx>
  region: RegionCtx
}

/** Where a script is played: the agency's own people by role, and names for what was made. */
export type Stage = {
  agency: string
  as(role: Role, at: number, agency?: string): Promise<Ctx>
  system(at: number): Promise<Ctx>
  /** the instant so many working days after a day, in minutes of that day, never later than now */
  at(on: string, days: number, minutes: number): number
  region: RegionCtx
  refs: Map<string, string>
}

type Moment = { on: string; days: number; minutes: number }

const minute = 60_000

/** Opens a stage; where an agency has no accounts, its people keep stable ids of their own. */
export function openStage({ ctx, region }: Theatre, agency: string): Stage {
  const people = new Map<string, Promise<ReadonlyMap<string, string>>>()
  // Figures and letters are brought up by the filling itself, so nothing is asked of the queue.
  const open = async (of: string, at: number): Promise<Ctx> => ({
    ...(await ctx(of, at)),
    post: async () => {},
  })
  return {
    agency,
    region,
    refs: new Map(),
    at: (on, days, minutes) => momentOf(region.now, { on, days, minutes }),
    system: (at) => open(agency, at),
    async as(role, at, of = agency) {
      const opened = await open(of, at)
      const known = people.get(of) ?? staffOf(opened.db)
      people.set(of, known)
      const id = (await known).get(role) ?? `demo-${role}`
      return {
        ...opened,
        actor: { type: 'staff', id, name: '演示人员', roles: [role], sessionId: 'demonstration' },
      }
    },
  }
}

/** An instant so many working days after the first working day from a day on, never later than now. */
function momentOf(now: number, { on, days, minutes }: Moment): number {
  const first = rollToWorkingDay(nationalCalendar, localDate(on)).on
  const day = days === 0 ? first : addWorkingDays(nationalCalendar, first, days).on
  // Those who come later in the day still come later when the day is today.
  return Math.min(startOfDay(day) + minutes * minute, now - (1440 - minutes) * 10)
}

/** Brings the letters that were not yet delivered of one agency to another, and notes their arrival (送达). */
export async function carryLetters(
  stage: Stage,
  { from, to, at }: { from: string; to: string; at: number },
): Promise<string[]> {
  const sender = await stage.as('head', at, from)
  const recipient = await stage.as('head', at, to)
  const { items } = must(await listLetters(sender, { box: 'sent', limit: 100 }), 'letters')
  const ids = items
    .filter(({ agencyId, state }) => agencyId === to && state === 'sent')
    .map(({ id }) => id)
  const regionNow = { ...stage.region, now: at }
  for (const id of ids) {
    must(await handOverLetter(sender, regionNow, id), 'hand over')
    must(await deliverLetter(recipient, regionNow, id, letterReaders), 'deliver')
    must(await handOverLetter(sender, regionNow, id), 'note arrival')
  }
  return ids
}

/** Puts what was made earlier in the place of its name (`@name`). */
export function withRefs(stage: Stage, value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('@')) {
    const id = stage.refs.get(value.slice(1))
    if (id === undefined) throw new Error(`${stage.agency}: nothing is called ${value}`)
    return id
  }
  if (Array.isArray(value)) return value.map((one) => withRefs(stage, one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withRefs(stage, one)]))
}

/** The value of a step that must succeed: a refusal means that facts and rules differ. */
export function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value
  throw new Error(`${what}: ${JSON.stringify(result.refusal)}`)
}

async function staffOf(db: D1Database): Promise<ReadonlyMap<string, string>> {
  const { results } = await db
    .prepare('SELECT id, username FROM staff')
    .all<{ id: string; username: string }>()
  return new Map(results.map(({ id, username }) => [username, id]))
}
