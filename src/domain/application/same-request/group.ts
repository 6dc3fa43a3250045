import { likeness, type Wanted } from './alike.ts'
import type { SameRequestRule } from './rules.data.ts'

/** A request beside others: who asked is a keyed digest. */
export type Asker = { receipt: string; applicant: string; wanted: Wanted }

/** Another request that may be for the same; `group` is the proposal that it belongs to. */
export type Candidate = Asker & { group: string | null }

/** What becomes of a request that was compared (比对结果): it joins a proposal, raises one, or stands alone. */
export type Grouping =
  | { kind: 'alone' }
  | { kind: 'join'; group: string }
  | { kind: 'raise'; members: readonly Asker[]; applicants: number }

/** Compares a request with those that share a mark with it (同类申请认定, 条例第44条). */
export function groupRequest(
  own: Asker,
  candidates: readonly Candidate[],
  { applicants, percent }: SameRequestRule,
): Grouping {
  const alike = candidates
    .map((one) => ({ ...one, share: likeness(own.wanted, one.wanted) }))
    .filter(({ share }) => share >= percent)
    .toSorted((a, b) => b.share - a.share)
  const group = alike.find((one) => one.group !== null)?.group ?? null
  if (group !== null) return { kind: 'join', group }
  const members = [own, ...alike]
  const different = new Set(members.map(({ applicant }) => applicant)).size
  return different < applicants
    ? { kind: 'alone' }
    : { kind: 'raise', members, applicants: different }
}
