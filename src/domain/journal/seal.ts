/** An event as a seal covers it (流水): all of its row but the work that it owes the queue. */
export type SealedEvent = {
  id: number
  entity: string
  entityId: string
  seq: number
  kind: string
  actor: string
  at: number
  data: string
  commitId: string
}

/** A seal (封存): the events after the last one up to `toId`, chained to it by its digest. */
export type JournalSeal = {
  n: number
  fromId: number
  toId: number
  events: number
  at: number
  digest: string
}

/** Most events of one seal. */
export const mostSealed = 500
/** Characters of a seal's text after which no further event is taken into it. */
const longEnough = 1_000_000

/** The events that the next seal takes (封存范围): the first of them always, then as many as stay within bounds. */
export function takeForSeal(events: readonly SealedEvent[]): readonly SealedEvent[] {
  let size = 0
  const end = events.findIndex((event, at) => {
    size += line(event).length
    return at >= mostSealed || (at > 0 && size > longEnough)
  })
  return end < 0 ? events : events.slice(0, end)
}

/**
 * What a seal's digest is made of (封存原文): one JSON line for the seal, with agency, algorithm and the
 * digest before, then one for each event in order.
 */
export function sealText(
  agencyId: string,
  previous: string,
  { n, fromId, toId, events: count, at }: Omit<JournalSeal, 'digest'>,
  events: readonly SealedEvent[],
): string {
  const head = ['yangguang-journal', 'SHA-256', agencyId, n, fromId, toId, count, at, previous]
  return `${JSON.stringify(head)}\n${events.map(line).join('')}`
}

function line(event: SealedEvent): string {
  const { id, entity, entityId, seq, kind, actor, at, data, commitId } = event
  return `${JSON.stringify([id, entity, entityId, seq, kind, actor, at, data, commitId])}\n`
}
