/** How a document of the register stands for the public (效力状态): 现行有效, 尚未施行, 已失效, 已修改, 已废止. */
export const publicStandings = ['valid', 'not-yet', 'expired', 'amended', 'repealed'] as const
export type PublicStanding = (typeof publicStandings)[number]

/** What the standing of a document follows from. */
export type StandingFacts = {
  state: string
  inForce: 0 | 1
  effectiveOn: string | null
  expiresOn: string | null
}

/** How a published normative document stands on a day (效力状态); its last day is told at once, whatever has run. */
export function standingOf(norm: StandingFacts, today: string): PublicStanding {
  if (norm.inForce === 0) {
    return norm.state === 'expired' || norm.state === 'amended' ? norm.state : 'repealed'
  }
  if (norm.expiresOn !== null && norm.expiresOn < today) return 'expired'
  return norm.effectiveOn !== null && norm.effectiveOn > today ? 'not-yet' : 'valid'
}
