import type { Gathered } from './gathered.ts'
import { blank, counted, type Look, mostEvidence } from './judge.ts'
import { evidenceOf, fresh, heldUntil } from './judge-by-hand.ts'
import type { Outcome } from './types.ts'

/**
 * V0 严重问题: emergencies that are not contained yet, or what a check of the content found. A day of
 * publication cannot be forged here: the server sets it, and an earlier one needs a reason, which is
 * listed.
 */
export function judgeGrave(look: Look, { incidents, backdated, records }: Gathered): Outcome {
  const [checked] = fresh(look, records)
  const bad = checked !== undefined && checked.failed !== 0 ? [evidenceOf(checked)] : []
  const open = incidents.map(({ isContained: _contained, ...evidence }) => evidence)
  const evidence = [...open, ...bad, ...backdated].slice(0, mostEvidence)
  const n = incidents.filter(({ isContained }) => !isContained).length + bad.length
  const outcome = heldUntil(
    look,
    { ...counted(look, n, []), evidence },
    checked === undefined ? [] : [checked],
  )
  if (n > 0) return outcome
  if (open.length > 0) return { ...outcome, state: 'near', colour: 'yellow' }
  return checked === undefined ? { ...outcome, state: 'unknown' } : outcome
}

/** V5 办事指南: guides that lack four key elements or more; of fewer than five guides all of them. */
export function judgeServices(look: Look, { services }: Gathered): Outcome {
  const { total, poor, evidence } = services
  if (total === 0) return blank(look, 'not-applicable')
  return counted(look, poor, evidence, Math.min(look.rule.threshold, total))
}

/** D3a 站内死链: links in published texts to pages of this site that are not there. */
export function judgeLinks(look: Look, { deadLinks }: Gathered): Outcome {
  return deadLinks === null ? blank(look, 'unknown') : counted(look, deadLinks.length, deadLinks)
}

/** D4a: facts of the site that its manifest lacks. */
export function judgeGaps(look: Look, { gaps }: Gathered): Outcome {
  return counted(look, gaps.length, gaps)
}

/** D4c: documents and interpretations that do not lead to one another. */
export function judgeUnlinked(look: Look, { unlinked }: Gathered): Outcome {
  return counted(look, unlinked.n, unlinked.evidence)
}

/** D4d: the search does not find the newest item. */
export function judgeSearch(look: Look, { isFound }: Gathered): Outcome {
  return isFound === null ? blank(look, 'unknown') : counted(look, isFound ? 0 : 1, [])
}
