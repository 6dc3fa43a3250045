import type * as z from 'zod'
import { tellsApplicant } from '../../domain/application/without-applicant.ts'
import { sheetInputs } from '../../domain/case-review/input.ts'
import {
  type SheetAction,
  sheetActions,
  sheetLifecycle,
} from '../../domain/case-review/lifecycle.ts'
import { isOwnStep, whyNotOwn } from '../../domain/case-review/own-step.ts'
import { checkVerdicts, proposedMarks, scoreOf } from '../../domain/case-review/score.ts'
import {
  type FieldError,
  ok,
  refuse,
  refuseField,
  type Result,
} from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import {
  type SheetRecord,
  touchReview,
  updateSheet,
} from '../../store/tenant/case-review/case-review.ts'
import type { Ctx } from '../context.ts'
import { openStep } from '../open-step.ts'
import { may, turnAway } from '../permissions.ts'
import type { Review, Sheet } from './read-review.ts'
import { openWords, sealWords, type SheetWords } from './sheet-words.ts'
import { readSheet, type SheetView, showSheet } from './show-sheet.ts'
import { tellingOfCases } from './telling.ts'

type Inputs = { [K in SheetAction]: z.output<(typeof sheetInputs)[K]> }
type Stored = { row: SheetRecord; sheet: Sheet; review: Review }
/** What a step changes: of the row, and of the words that are sealed. */
type Patch = { row?: Partial<SheetRecord>; words?: Partial<SheetWords> }
type Plan<K extends SheetAction> = (
  ctx: Ctx,
  stored: Stored,
  input: Inputs[K],
  who: string,
) => Promise<Result<Patch>>

/** Several sheets of one review are filled in at once; each moves the review on by one. */
const maxTries = 5

/**
 * Takes a step of a sheet (评查表办理) while its review is open: save and finish by a reviewer who had no part
 * in the case, one objection by who handled it, the answer to it, which opens the sheet again where the
 * objection is upheld. Refuses `same-person`, `forbidden`, `step-not-open`, `stale`.
 */
export async function actOnSheet(
  ctx: Ctx,
  id: string,
  n: number,
  action: string,
  raw: unknown,
): Promise<Result<SheetView>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.score') || actor.type !== 'staff') return turnAway(actor)
  const asked = sheetActions.find((one) => one === action)
  if (asked === undefined) return refuse({ code: 'not-found' })
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const stored = await readSheet(ctx, id, n)
    if (stored === null) return refuse({ code: 'not-found' })
    const planned = await decide(ctx, stored, asked, raw)
    if (!planned.ok) return planned
    const version = stored.review.version + 1
    const outcome = await commit(ctx, {
      events: [
        {
          kind: 'case-review.sheet-stepped',
          entity: 'case-review',
          entityId: id,
          seq: version,
          data: { step: asked, n },
        },
      ],
      statements: [updateSheet(planned.value), touchReview(id, version)],
    })
    if (outcome.ok) return showSheet(ctx, id, n)
  }
  return refuse({ code: 'busy' })
}

async function decide(
  ctx: Ctx,
  stored: Stored,
  action: SheetAction,
  raw: unknown,
): Promise<Result<SheetRecord>> {
  const { row, sheet, review } = stored
  const { actor } = ctx
  if (actor.type !== 'staff') return turnAway(actor)
  const input = parseInput<Inputs[SheetAction]>(sheetInputs[action], raw)
  if (!input.ok) return input
  const { version: seen } = input.value
  if (review.state !== 'open') {
    return refuse({ code: 'step-not-open', state: review.state, action })
  }
  const open = openStep(sheetLifecycle, sheet, action, actor.roles, seen)
  if (!open.ok) return open
  if (!isOwnStep(sheet, action, actor.id)) {
    const code = whyNotOwn(sheet, action, actor.id)
    return refuse(code === 'step-not-open' ? { code, state: sheet.state, action } : { code })
  }
  const patch = await patchOf(ctx, stored, action, raw, actor.id)
  if (!patch.ok) return patch
  const words = { ...(await openWords(ctx, row)), ...patch.value.words }
  return ok({
    ...row,
    ...(await sealWords(ctx, row, words)),
    state: open.value.to,
    ...patch.value.row,
    version: row.version + 1,
  })
}

async function patchOf(
  ctx: Ctx,
  stored: Stored,
  action: SheetAction,
  raw: unknown,
  who: string,
): Promise<Result<Patch>> {
  switch (action) {
    case 'save': {
      const input = parseInput(sheetInputs.save, raw)
      return input.ok ? save(ctx, stored, input.value, who) : input
    }
    case 'finish':
      return ok({ row: { score: scoreOf(stored.sheet.marks, stored.review.rows) } })
    case 'object': {
      const input = parseInput(sheetInputs.object, raw)
      return input.ok ? object(ctx, stored, input.value, who) : input
    }
    case 'answer': {
      const input = parseInput(sheetInputs.answer, raw)
      return input.ok ? answer(ctx, stored, input.value, who) : input
    }
    default:
      return action satisfies never
  }
}

const save: Plan<'save'> = async (ctx, { sheet, review }, { rows: verdicts }, who) => {
  const proposed = proposedMarks(sheet.proposed, review.rows)
  const wrong = checkVerdicts(verdicts, proposed, review.rows)
  if (wrong.length > 0) return refuse({ code: 'invalid', errors: wrong })
  const telling = await tellingOfCases(ctx, [sheet.receipt])
  const told = verdicts.flatMap(({ reason = '' }, at): FieldError[] =>
    tellsApplicant(reason, telling)
      ? [{ pointer: `/rows/${at}/reason`, problem: 'names-applicant' }]
      : [],
  )
  if (told.length > 0) return refuse({ code: 'invalid', errors: told })
  const marks = review.rows.map(
    ({ code }) =>
      verdicts.find((one) => one.code === code) ??
      proposed.find((one) => one.code === code) ?? { code, points: 0 },
  )
  const texts = verdicts
    .filter(({ reason, record }) => reason !== undefined || record !== undefined)
    .map(({ code, reason, record }) => [code, { reason, record }] as const)
  return ok({
    row: {
      reviewer: who,
      marks: JSON.stringify(
        marks.filter(({ points }) => points > 0).map(({ code, points }) => ({ code, points })),
      ),
    },
    words: { texts: Object.fromEntries(texts) },
  })
}

const object: Plan<'object'> = async (ctx, { sheet }, { text }, who) => {
  const told = await toldIn(ctx, sheet, text)
  return told ?? ok({ row: { objected_by: who }, words: { objection: text } })
}

const answer: Plan<'answer'> = async (ctx, { sheet }, { text, verdict }) => {
  const told = await toldIn(ctx, sheet, text)
  const again = verdict === 'upheld' ? { state: 'draft', score: null } : {}
  return told ?? ok({ row: { verdict, ...again }, words: { answer: text } })
}

async function toldIn(ctx: Ctx, sheet: Sheet, text: string): Promise<Result<never> | null> {
  const telling = await tellingOfCases(ctx, [sheet.receipt])
  return tellsApplicant(text, telling) ? refuseField('/text', { problem: 'names-applicant' }) : null
}
