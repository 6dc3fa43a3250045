import { reviewLevels, type ReviewLevel } from './states.ts'

/** What a reviewer ticks (审查要点): 国家秘密, 商业秘密, 个人隐私, 工作秘密, 敏感信息, 汇聚风险. */
export const reviewChecks = [
  'state-secret',
  'trade-secret',
  'privacy',
  'work-secret',
  'sensitive',
  'aggregation',
] as const
export type ReviewCheck = (typeof reviewChecks)[number]

/** One review (审查记录): who said what of which bytes; `digest` is of the content that was read. */
export type Review = {
  edition: number
  level: ReviewLevel
  verdict: 'approve' | 'return'
  reviewer: string
  digest: string
}

/** What a decision on reviews needs to know of an item. */
export type Reviewed = {
  edition: number
  digest: string
  /** staff ids of all who wrote on this edition */ editors: readonly string[]
}

/** Why somebody may not review (回避): wrote it, or gave the review of another level. */
export type ReviewBar = 'is-editor' | 'reviewed-before'

/** The levels an agency asks for: two at least (两级保密审查), three where it says so. */
export function levelsOf(count: 2 | 3): readonly ReviewLevel[] {
  return reviewLevels.filter((level) => count === 3 || level !== 'second')
}

/** The approvals that hold for the very content an item has now, one a level, the last of each. */
export function standingApprovals(item: Reviewed, reviews: readonly Review[]): Review[] {
  return reviewLevels.flatMap((level) => {
    const last = reviews.findLast(
      (review) => review.level === level && review.edition === item.edition,
    )
    return last?.verdict === 'approve' && last.digest === item.digest ? [last] : []
  })
}

/**
 * Says why a person may not review an item at a level; null when nothing speaks against it. Whoever
 * approved it at this level may do so again, when it was sent back or recalled and comes unchanged.
 */
export function barOf(
  { person, level }: { person: string; level: ReviewLevel },
  item: Reviewed,
  reviews: readonly Review[],
): ReviewBar | null {
  if (item.editors.includes(person)) return 'is-editor'
  const elsewhere = standingApprovals(item, reviews).filter((review) => review.level !== level)
  return elsewhere.some(({ reviewer }) => reviewer === person) ? 'reviewed-before' : null
}

/**
 * The levels that still lack an approval which counts (缺少的审查): of this content, by different
 * persons, none of whom wrote on it. Publication through any door needs this list to be empty.
 */
export function missingLevels(
  item: Reviewed,
  reviews: readonly Review[],
  count: 2 | 3,
): ReviewLevel[] {
  const standing = standingApprovals(item, reviews)
  const seen = new Set(item.editors)
  return levelsOf(count).filter((level) => {
    const review = standing.find((one) => one.level === level)
    if (review === undefined || seen.has(review.reviewer)) return true
    seen.add(review.reviewer)
    return false
  })
}
