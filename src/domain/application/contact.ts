import type { Case } from './case.ts'

/** Events before an application awaits confirmation: it was submitted and registered. */
const before = 2

/**
 * How often it was tried to reach an applicant whose receipt is not confirmed (联系次数), or null for
 * any other case: every event of such a case after its registration is a noted try.
 */
export function contactTries({ state, version }: Pick<Case, 'state' | 'version'>): number | null {
  return state === 'awaiting-confirmation' ? Math.max(0, version - before) : null
}
