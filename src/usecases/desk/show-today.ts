import { approverRoles } from '../../domain/case-review/lifecycle.ts'
import { answerDay } from '../../domain/dispute/answer-day.ts'
import { kinds, procedures } from '../../domain/dispute/types.ts'
import { waitingNormStates } from '../../domain/norm/lifecycle.ts'
import { warnedUntil } from '../../domain/norm/norm.ts'
import { overdueBefore } from '../../domain/service/check-day.ts'
import { waitingChangeStates, waitingGuideStates } from '../../domain/service/lifecycle.ts'
import { serviceTypes } from '../../domain/service/power-types.data.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { addDays, localDate, type LocalDate } from '../../domain/time/local-date.ts'
import { readToday, type TodayCounts } from '../../store/tenant/desk-today.ts'
import type { Ctx } from '../context.ts'
import { checkMonthsOf, mostCounted } from '../service/due-checks.ts'
import { one } from '../dispute/view.ts'
import { waitingStates } from '../item/list-desk-items.ts'
import { may, turnAway } from '../permissions.ts'
import { countTrips, type Trips } from '../self-inspection/inspect.ts'

/** What a person finds on coming to work (今日待办): counts of open work, null where it is not his. */
export type Today = {
  on: LocalDate
  items: Pick<
    TodayCounts,
    'waiting' | 'late' | 'week' | 'returned' | 'reassess' | 'scheduled'
  > | null
  cases: Pick<TodayCounts, 'unconfirmed' | 'overdue' | 'cases' | 'coOverdue'> | null
  corrections: Pick<TodayCounts, 'corrections'> | null
  /** `drawn` is null for who approves no notice */
  caseReviews: { sheets: number; objections: number; drawn: number | null } | null
  disputes: { toAnswer: number; late: number } | null
  complaints: Pick<TodayCounts, 'complaints'> | null
  letters: Pick<TodayCounts, 'letters' | 'lettersLate'> | null
  norms: (TodayCounts['norms'] & Pick<TodayCounts, 'expiring'>) | null
  filings: Pick<TodayCounts, 'filings' | 'filingsLate'> | null
  clarifications: Pick<TodayCounts, 'clarifications'> | null
  topics: Pick<TodayCounts, 'topics' | 'topicsLate'> | null
  bulletins: Pick<
    TodayCounts,
    'bulletins' | 'answeredFindings' | 'foundHere' | 'foundHereLate' | 'sheetsHere'
  > | null
  powers: Pick<
    TodayCounts,
    'powerChanges' | 'guides' | 'guidesLacking' | 'powersDue' | 'guidesDue'
  > | null
  /** rules of the self-inspection */ selfInspection: Trips | null
}

/** So many score sheets are counted; more are said to be more. */
export const mostSheets = 20

/** Shows what waits, what is late, what is due this week and what expires (今日待办). */
export async function showToday(ctx: Ctx): Promise<Result<Today>> {
  const { actor, db, now } = ctx
  if (actor.type !== 'staff') return turnAway(actor)
  const on = localDateOf(now)
  const [counts, selfInspection] = await Promise.all([
    readToday(db, {
      me: actor.id,
      states: waitingStates(actor.roles),
      today: on,
      week: addDays(on, 8),
      month: addDays(on, 31),
      halfYear: warnedUntil(on),
      normStates: waitingNormStates(actor.roles),
      changeStates: waitingChangeStates(actor.roles),
      guideStates: waitingGuideStates(actor.roles),
      serviceTypes,
      overdueBefore: overdueBefore(checkMonthsOf(ctx), on, ctx.calendar),
      mostCounted,
      mostSheets,
    }),
    countTrips(ctx),
  ])
  const { waiting, late, week, returned, reassess, scheduled } = counts
  const { powerChanges, guides, guidesLacking, powersDue, guidesDue } = counts
  const { unconfirmed, overdue, cases, coOverdue, letters, lettersLate } = counts
  return ok({
    on,
    items: may(actor, 'item.list-desk')
      ? { waiting, late, week, returned, reassess, scheduled }
      : null,
    cases: may(actor, 'application.list') ? { unconfirmed, overdue, cases, coOverdue } : null,
    corrections: may(actor, 'correction.list') ? { corrections: counts.corrections } : null,
    caseReviews: caseReviewsOf(ctx, counts),
    disputes: may(actor, 'dispute.list') ? disputesOf(ctx, counts.disputes) : null,
    complaints: may(actor, 'complaint.list') ? { complaints: counts.complaints } : null,
    letters: may(actor, 'letter.list') ? { letters, lettersLate } : null,
    ...normsOf(ctx, counts),
    clarifications: may(actor, 'clarification.list')
      ? { clarifications: counts.clarifications }
      : null,
    topics: may(actor, 'topic.list')
      ? { topics: counts.topics, topicsLate: counts.topicsLate }
      : null,
    bulletins: bulletinsOf(ctx, counts),
    powers: may(actor, 'power.list')
      ? { powerChanges, guides, guidesLacking, powersDue, guidesDue }
      : null,
    selfInspection,
  })
}

/** Normative documents that wait, and filings from below for who may open them. */
function normsOf(
  { actor }: Pick<Ctx, 'actor'>,
  { norms, filings, filingsLate, expiring }: TodayCounts,
): Pick<Today, 'norms' | 'filings'> {
  return {
    norms: may(actor, 'norm.list') ? { ...norms, expiring } : null,
    filings: may(actor, 'filing.list') ? { filings, filingsLate } : null,
  }
}

/** Disputes that wait for the agency's answer, and those of them whose day is past. */
function disputesOf(
  { calendar, now }: Pick<Ctx, 'calendar' | 'now'>,
  open: TodayCounts['disputes'],
): Today['disputes'] {
  const today = localDateOf(now)
  const late = open.filter((row) => {
    const due = answerDay(
      {
        kind: one(kinds, row.kind),
        procedure: row.procedure === null ? null : one(procedures, row.procedure),
        acceptedOn: localDate(row.acceptedOn),
        receivedOn: row.receivedOn === null ? null : localDate(row.receivedOn),
      },
      calendar,
    )
    return due !== null && due.dueOn < today
  })
  return { toAnswer: open.length, late: late.length }
}

/** Score sheets and objections that wait for this person, and notices that he may approve (案卷评查). */
function caseReviewsOf({ actor }: Pick<Ctx, 'actor'>, counts: TodayCounts): Today['caseReviews'] {
  if (!may(actor, 'case-review.score') || actor.type !== 'staff') return null
  const approves = approverRoles.some((role) => actor.roles.includes(role))
  return {
    sheets: counts.reviewSheets,
    objections: counts.reviewObjections,
    drawn: approves ? counts.reviewsDrawn : null,
  }
}

function bulletinsOf({ actor }: Pick<Ctx, 'actor'>, counts: TodayCounts): Today['bulletins'] {
  if (!may(actor, 'bulletin.list')) return null
  const { bulletins, answeredFindings, foundHere, foundHereLate, sheetsHere } = counts
  return { bulletins, answeredFindings, foundHere, foundHereLate, sheetsHere }
}
