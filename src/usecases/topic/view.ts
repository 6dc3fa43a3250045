import { openActions } from '../../domain/shared/machine.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { lifecycle } from '../../domain/topic/lifecycle.ts'
import { type Action, isState, origins, type Origin, type State } from '../../domain/topic/types.ts'
import { type Waiting, waitingOf } from '../../domain/topic/waiting.ts'
import type { PublicTopicRow, TopicRow } from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { openWritten } from './seal.ts'

/** A topic as everybody may read it (点题): only what an officer let appear. */
export type TopicView = {
  id: string
  title: string
  grounds: string | null
  state: State
  openedAt: string
  seconds: number
  dueOn: string | null
  decidedOn: string | null
  reason: string | null
  item: { id: string; title: string } | null
}

/** A line of the desk's list, with what the citizen wrote as its subject. */
export type DeskTopicRow = {
  id: string
  version: number
  state: State
  origin: Origin
  subject: string
  arrivedAt: string
  seconds: number
  dueOn: string | null
  decidedOn: string | null
  isListed: boolean
  hasContact: boolean
  waiting: Waiting
  actions: Action[]
}

/** What the public sees of a row. */
export function topicView(row: PublicTopicRow): TopicView {
  return {
    id: row.id,
    title: row.title,
    grounds: row.grounds === '' ? null : row.grounds,
    state: stateOf(row),
    openedAt: toRfc3339(row.listed_at),
    seconds: row.seconds,
    dueOn: row.due_on,
    decidedOn: row.decided_at === null ? null : localDateOf(row.decided_at),
    reason: row.reason,
    item: itemOf(row),
  }
}

/** What the desk's list shows of a row. */
export async function deskTopicRow(
  { keys, now }: Pick<Ctx, 'keys' | 'now'>,
  row: TopicRow,
  actor: { roles: readonly string[] },
): Promise<DeskTopicRow> {
  const state = stateOf(row)
  const written = row.title === null ? await openWritten(keys, row) : null
  const arrivedOn = localDateOf(row.arrived_at)
  const dueOn = row.due_on === null ? null : localDate(row.due_on)
  return {
    id: row.id,
    version: row.version,
    state,
    origin: originOf(row),
    subject: row.title ?? written?.subject ?? '',
    arrivedAt: toRfc3339(row.arrived_at),
    seconds: row.seconds,
    dueOn,
    decidedOn: row.decided_at === null ? null : localDateOf(row.decided_at),
    isListed: row.listed_at !== null,
    hasContact: row.contact_sealed !== null,
    waiting: waitingOf({ state, arrivedOn, dueOn }, localDateOf(now)),
    actions: openActions<State, Action>(lifecycle, state, actor.roles),
  }
}

/** The state of a stored row; one that no table knows is a bug. */
export function stateOf({ state }: { state: string }): State {
  if (!isState(state)) throw new Error(`stored state is not known: ${state}`)
  return state
}

/** The published item that answers a topic, while it is public. */
export function itemOf(
  row: Pick<TopicRow, 'item_id' | 'item_title'>,
): { id: string; title: string } | null {
  const { item_id: id, item_title: title } = row
  return id === null || title === null ? null : { id, title }
}

function originOf({ origin }: { origin: string }): Origin {
  const known = origins.find((one) => one === origin)
  if (known === undefined) throw new Error(`stored origin is not known: ${origin}`)
  return known
}
