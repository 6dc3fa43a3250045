import type { Limit } from '../../store/tenant/throttle.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How often one client, and all together, may propose topics to an agency (点题频次限制). */
export function topicLimits(clientKey: string): Limit[] {
  const perAgency = { bucket: 'topic/hour', limit: 100, windowMs: 60 * minute }
  // Clients whose address the edge does not tell share no bucket: one could shut out the others.
  if (clientKey === 'unknown') return [perAgency]
  return [
    { bucket: `topic/10m/${clientKey}`, limit: 3, windowMs: 10 * minute },
    { bucket: `topic/day/${clientKey}`, limit: 10, windowMs: day },
    perAgency,
  ]
}

/** A topic is seconded once a day by one client (附议每天一次); unknown clients share a modest limit. */
export function secondLimits(topic: string, clientKey: string): Limit[] {
  return clientKey === 'unknown'
    ? [{ bucket: `second/hour/${topic}`, limit: 30, windowMs: 60 * minute }]
    : [
        { bucket: `second/${topic}/${clientKey}`, limit: 1, windowMs: day },
        { bucket: `second/hour/${clientKey}`, limit: 30, windowMs: 60 * minute },
      ]
}
