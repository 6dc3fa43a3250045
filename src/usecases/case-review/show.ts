import {
  type ReviewAction,
  reviewLifecycle,
  type ReviewState,
} from '../../domain/case-review/lifecycle.ts'
import { type ReviewResult, resultOf } from '../../domain/case-review/result.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type MeetingRow,
  type ReviewRow,
  selectMeetingOf,
  selectReview,
  selectSheets,
  type SheetRecord,
} from '../../store/tenant/case-review/case-review.ts'
import { type OfficerRow, selectStaffNames } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type Meeting, meetingsOf, mostMeeting } from './meeting.ts'
import { type Review, reviewOf, type Sheet, sheetOf } from './read-review.ts'

/** A sheet in the list of its review (评查进度). */
export type SheetLine = Pick<
  Sheet,
  'n' | 'receipt' | 'number' | 'unit' | 'outcome' | 'state' | 'score'
> & { faults: number; reviewer: string | null; isObjected: boolean; isMine: boolean }

/** A review with what was drawn, how far it is, its result and what this person may do (评查). */
export type ReviewView = Omit<
  Review,
  'rows' | 'startedBy' | 'startedAt' | 'drawnBy' | 'approvedBy' | 'result'
> & {
  startedBy: string
  startedAt: string
  drawnBy: string[]
  approvedBy: string | null
  rows: Review['rows']
  /** other reviews whose days meet these */
  meetings: Meeting[]
  sheets: SheetLine[]
  finished: number
  /** null until every sheet is finished */
  result: ReviewResult | null
  actions: ReviewAction[]
}

/** A review, its sheets and the reviews whose days meet its own. */
export type StoredReview = {
  row: ReviewRow
  review: Review
  sheets: Sheet[]
  meetings: Meeting[]
}

/** A review and its sheets as they stand; null where there is none. */
export async function readReview(
  { db }: Pick<Ctx, 'db'>,
  id: string,
): Promise<StoredReview | null> {
  const [[row], sheets, meeting] = await readBatch<[ReviewRow, SheetRecord, MeetingRow]>(db, [
    selectReview(id),
    selectSheets(id),
    selectMeetingOf(id, mostMeeting),
  ])
  if (row === undefined) return null
  return {
    row,
    review: reviewOf(row),
    sheets: sheets.map(sheetOf),
    meetings: meetingsOf(meeting, row),
  }
}

/** Whether every sheet is finished and every objection answered (评查完毕). */
export function isComplete(sheets: readonly Sheet[]): boolean {
  return sheets.every(
    ({ state, isObjected, isAnswered }) => state === 'finished' && (!isObjected || isAnswered),
  )
}

/** The result of a review as it is now, or as it was frozen (评查结果). */
export function resultNow({
  review: { result, rows },
  sheets,
  meetings,
}: Pick<StoredReview, 'review' | 'sheets' | 'meetings'>): ReviewResult | null {
  if (result !== null) return result
  if (!isComplete(sheets)) return null
  const scored = sheets.map(({ score, ...sheet }) => ({ ...sheet, score: score ?? 0 }))
  return resultOf(
    scored,
    rows,
    meetings.map(({ from, to, isLater, reason, number }) => ({
      from,
      to,
      isLater,
      reason,
      number,
    })),
  )
}

/** Shows a review (查看评查): what was drawn and how, progress, result, notice. */
export async function showReview(ctx: Ctx, id: string): Promise<Result<ReviewView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.list') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readReview(ctx, id)
  if (stored === null) return refuse({ code: 'not-found' })
  const { review, sheets, meetings } = stored
  const { startedBy, startedAt, drawnBy, approvedBy, ...shown } = review
  const nameOf = await namesOf(ctx, [
    startedBy,
    ...drawnBy,
    ...(approvedBy === null ? [] : [approvedBy]),
    ...sheets.flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer])),
  ])
  const open = openActions<ReviewState, ReviewAction>(reviewLifecycle, review.state, actor.roles)
  return ok({
    ...shown,
    meetings,
    startedBy: shown.ordered?.name ?? nameOf(startedBy),
    startedAt: toRfc3339(startedAt),
    drawnBy: drawnBy.map(nameOf),
    approvedBy: approvedBy === null ? null : nameOf(approvedBy),
    sheets: sheets.map((sheet) => sheetLine(sheet, actor.id, nameOf)),
    finished: sheets.filter(({ state }) => state === 'finished').length,
    result: resultNow(stored),
    actions: open.filter((action) => {
      if (action === 'draw-up') return isComplete(sheets)
      return action !== 'approve' || !drawnBy.includes(actor.id)
    }),
  })
}

/** Reads the names of officers by their ids; one who is unknown keeps the id. */
export async function namesOf(
  { db }: Pick<Ctx, 'db'>,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const [rows] = await readBatch<[OfficerRow]>(db, [selectStaffNames([...new Set(ids)])])
  return (id) => rows.find((row) => row.id === id)?.name ?? id
}

function sheetLine(sheet: Sheet, actor: string, nameOf: (id: string) => string): SheetLine {
  const { n, receipt, number, unit, outcome, state, score, reviewer } = sheet
  return {
    n,
    receipt,
    number,
    unit,
    outcome,
    state,
    score,
    faults: sheet.proposed.length,
    reviewer: reviewer === null ? null : nameOf(reviewer),
    isObjected: sheet.isObjected && !sheet.isAnswered,
    isMine: sheet.barred.includes(actor),
  }
}
