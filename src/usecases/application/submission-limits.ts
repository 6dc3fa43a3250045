import type { Limit } from '../../store/tenant/throttle.ts'

const minute = 60_000

/** How often one client, and all clients together, may apply to an agency (提交频次限制). */
export function submissionLimits(clientKey: string): Limit[] {
  const perAgency = { bucket: 'apply/hour', limit: 300, windowMs: 60 * minute }
  // Clients whose address the edge does not tell share no bucket: one could shut out the others.
  if (clientKey === 'unknown') return [perAgency]
  return [
    { bucket: `apply/10m/${clientKey}`, limit: 5, windowMs: 10 * minute },
    { bucket: `apply/day/${clientKey}`, limit: 30, windowMs: 24 * 60 * minute },
    perAgency,
  ]
}
