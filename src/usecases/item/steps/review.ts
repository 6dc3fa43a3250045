import { afterApproval, levelOf } from '../../../domain/item/lifecycle.ts'
import { barOf, reviewChecks } from '../../../domain/item/review.ts'
import type { ReviewLevel } from '../../../domain/item/states.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Statement } from '../../../store/statement.ts'
import { addReview } from '../../../store/tenant/item/review.ts'
import type { Ctx } from '../../context.ts'
import { contentDigest } from '../content-digest.ts'
import { reviewsOf, type Work } from '../read-work.ts'
import { type Findings, searchFindings } from '../finding/search-findings.ts'
import { checkSeen, commitWork } from '../work-change.ts'

type Opinion = {
  opinion: string | null
  checks: readonly string[]
  override: string | null
}

/**
 * Approves an item at the level where it waits (审查通过), after the law's two-person rule: whoever
 * wrote on it or gave another review of it may not. Refuses unticked checks, and open findings of
 * personal data unless the reviewer says why they do not stand in the way.
 */
export async function approveItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.approve, raw)
  if (!input.ok) return input
  const seat = await seatOf(ctx, work, input.value.version)
  if (!seat.ok) return seat
  const { level, digest } = seat.value
  const { note } = work.row
  const { opinion = null, checks = [], override } = input.value
  const unticked = reviewChecks.filter((check) => !checks.includes(check))
  if (unticked.length > 0) return refuseField('/checks', { problem: 'required' })
  const found = searchFindings(work.content, { digest, note }, work.files)
  if (level !== 'first' && found.findings.length > 0 && override === undefined) {
    return refuse({ code: 'findings-open', count: found.findings.length })
  }
  const said = { opinion, checks, override: override?.reason ?? null }
  return record(ctx, work, { ...seat.value, verdict: 'approve', said, found })
}

/** Sends an item back to its author with the reason (退回). */
export async function returnItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.return, raw)
  if (!input.ok) return input
  const { opinion, version } = input.value
  if (levelOf(work.state) === null) {
    const current = checkSeen(work, version)
    if (!current.ok) return current
    const data = { edition: work.row.edition }
    const patch = { state: 'draft', remark: opinion }
    return commitWork(ctx, work, [{ kind: 'item.sent-back', data }], patch)
  }
  const seat = await seatOf(ctx, work, version)
  if (!seat.ok) return seat
  const said = { opinion, checks: [], override: null }
  const { digest } = seat.value
  const found = searchFindings(work.content, { digest, note: work.row.note }, work.files)
  return record(ctx, work, { ...seat.value, verdict: 'return', said, found })
}

/** Whether this person may give the review that is awaited now, and of which content. */
async function seatOf(
  { actor }: Ctx,
  work: Work,
  seen: number | undefined,
): Promise<Result<{ level: ReviewLevel; digest: string; reviewer: string }>> {
  const current = checkSeen(work, seen)
  if (!current.ok) return current
  const level = levelOf(work.state)
  if (level === null || actor.type !== 'staff') return refuse({ code: 'forbidden' })
  const digest = await contentDigest(work.content)
  const { edition } = work.row
  const reviewed = { edition, digest, editors: work.editors }
  const bar = barOf({ person: actor.id, level }, reviewed, reviewsOf(work))
  return bar === null
    ? ok({ level, digest, reviewer: actor.id })
    : refuse({ code: 'review-barred', why: bar })
}

async function record(
  ctx: Ctx,
  work: Work,
  given: {
    level: ReviewLevel
    digest: string
    reviewer: string
    verdict: 'approve' | 'return'
    said: Opinion
    found: Findings
  },
): Promise<Result<null>> {
  const { level, digest, reviewer, verdict, said, found } = given
  const { edition } = work.row
  const { override, checks, opinion } = said
  const rows: Statement[] = [
    addReview(work.row.id, {
      seq: work.version + 1,
      edition,
      level,
      verdict,
      reviewer,
      opinion,
      checks: JSON.stringify(checks),
      override,
      digest,
      at: ctx.now,
    }),
  ]
  const state =
    verdict === 'return' ? 'draft' : afterApproval(level, ctx.agency.settings.reviewLevels)
  const remark = verdict === 'return' ? opinion : null
  const data = { edition, level, verdict, digest, overridden: override !== null }
  const patch = { state, remark, findings: JSON.stringify(found) }
  return commitWork(ctx, work, [{ kind: 'item.reviewed', data }], patch, rows)
}
