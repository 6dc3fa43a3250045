import {
  type SheetAction,
  sheetLifecycle,
  type SheetState,
} from '../../domain/case-review/lifecycle.ts'
import { isOwnStep } from '../../domain/case-review/own-step.ts'
import { scoreOf } from '../../domain/case-review/score.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ReviewRow,
  selectReview,
  selectSheet,
  type SheetRecord,
} from '../../store/tenant/case-review/case-review.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type Review, reviewOf, type Sheet, sheetOf } from './read-review.ts'
import { openWords, type RowText, type SheetWords } from './sheet-words.ts'
import { namesOf } from './show.ts'

/** A row of a sheet as it is shown: what the records found, what is deducted, and why. */
export type SheetRowView = Review['rows'][number] &
  RowText & { evidence: string | null; remark: string | null; deducted: number }

/** A sheet with what this person may do with it (评查表); `score` is what it comes to so far. */
export type SheetView = Omit<
  Sheet,
  'barred' | 'handlers' | 'proposed' | 'remarks' | 'marks' | 'score' | 'isObjected' | 'isAnswered'
> &
  Pick<SheetWords, 'objection' | 'answer'> & {
    review: string
    rows: SheetRowView[]
    score: number
    /** this person handled, checked or signed the case */
    isBarred: boolean
    actions: SheetAction[]
  }

/** A sheet, its review, and the rows in which they stand; null where there is none. */
export async function readSheet(
  { db }: Pick<Ctx, 'db'>,
  id: string,
  n: number,
): Promise<{ row: SheetRecord; sheet: Sheet; review: Review } | null> {
  const [[head], [row]] = await readBatch<[ReviewRow, SheetRecord]>(db, [
    selectReview(id),
    selectSheet(id, n),
  ])
  if (head === undefined || row === undefined) return null
  return { row, sheet: sheetOf(row), review: reviewOf(head) }
}

/** Shows a sheet (查看评查表). */
export async function showSheet(ctx: Ctx, id: string, n: number): Promise<Result<SheetView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.list') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readSheet(ctx, id, n)
  if (stored === null) return refuse({ code: 'not-found' })
  const { sheet, review } = stored
  const {
    barred,
    proposed,
    remarks,
    marks,
    score,
    reviewer,
    objectedBy,
    handlers: _,
    isObjected: _objected,
    isAnswered: _answered,
    ...shown
  } = sheet
  const { texts, objection, answer } = await openWords(ctx, stored.row)
  const nameOf = await namesOf(
    ctx,
    [reviewer, objectedBy].filter((one) => one !== null),
  )
  const open =
    review.state === 'open'
      ? openActions<SheetState, SheetAction>(sheetLifecycle, sheet.state, actor.roles)
      : []
  return ok({
    ...shown,
    objection,
    answer,
    review: id,
    rows: review.rows.map((row) => ({
      ...row,
      ...texts[row.code],
      evidence: proposed.find(({ code }) => code === row.code)?.evidence ?? null,
      remark: remarks.find(({ code }) => code === row.code)?.text ?? null,
      deducted: marks.find(({ code }) => code === row.code)?.points ?? 0,
    })),
    score: score ?? scoreOf(marks, review.rows),
    reviewer: reviewer === null ? null : nameOf(reviewer),
    objectedBy: objectedBy === null ? null : nameOf(objectedBy),
    isBarred: barred.includes(actor.id),
    actions: open.filter((action) => isOwnStep(sheet, action, actor.id)),
  })
}
