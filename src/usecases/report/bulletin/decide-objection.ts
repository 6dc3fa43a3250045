import * as z from 'zod'
import { bulletinTitle } from '../../../domain/report/bulletin/prose.ts'
import { schemeOf } from '../../../domain/report/bulletin/scheme.ts'
import { type Mark, scored, type Sheet } from '../../../domain/report/bulletin/sheet.ts'
import { objectionDecision } from '../../../domain/report/bulletin/sheet-letter.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ObjectionRow,
  putObjection,
  selectObjections,
} from '../../../store/tenant/statistics/assessment.ts'
import type { Ctx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { commitBulletin } from './commit-bulletin.ts'
import { readBulletin } from './read-bulletin.ts'
import { objectionStepped } from './receive-objection.ts'

/** What may be decided on an objection (异议处理): 成立, 不成立. */
export const objectionVerdicts = ['upheld', 'rejected'] as const

/**
 * Decides on an objection with a reason (处理异议): upheld, its marks are struck and every sheet is worked out
 * anew; the agency learns it by letter with its sheet. Refuses `step-not-open` once decided.
 */
export async function decideObjection(
  ctx: Ctx,
  id: string,
  agency: string,
  asked: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'objection.decide') || actor.type !== 'staff') return turnAway(actor)
  const [stored, [rows]] = await Promise.all([
    readBulletin(ctx, id),
    readBatch<[ObjectionRow]>(ctx.db, [selectObjections(id)]),
  ])
  const row = rows.find((one) => one.agency === agency)
  const verdict = objectionVerdicts.find((one) => one === asked)
  const locked = stored?.bulletin.locked ?? null
  if (stored === null || locked === null || row === undefined || verdict === undefined) {
    return refuse({ code: 'not-found' })
  }
  const reason = readReason(row, raw)
  if (!reason.ok) return reason
  const marks = z.array(z.string()).parse(JSON.parse(row.marks))
  const struck =
    verdict === 'upheld'
      ? strike(locked.sheets, agency, new Set(marks), reason.value)
      : locked.sheets
  const sheets = scored(struck, schemeOf(ctx.agency.settings))
  const decided = { ...row, version: row.version + 1, state: verdict, reason: reason.value }
  const letter = planLetter(ctx, {
    to: agency,
    kind: 'assessment-objection-reply',
    subject: bulletinTitle(ctx.agency.name, stored.bulletin.kind, stored.bulletin.period),
    about: id,
    replyTo: row.letter_id,
    payload: {
      bulletin: id,
      verdict,
      reason: reason.value,
      sheet: sheets.find((one) => one.agency === agency),
    },
  })
  const next = {
    ...stored.row,
    version: stored.row.version + 1,
    figures: JSON.stringify({ ...locked, sheets }),
  }
  const done = await commitBulletin(ctx, 'decide-objection', next, {
    events: [objectionStepped(decided, verdict), ...letter.events],
    statements: [putObjection(decided), ...letter.statements],
  })
  if (!done.ok) return done
  await ctx.post(letter.message)
  return ok(null)
}

function readReason({ state, version }: ObjectionRow, raw: unknown): Result<string> {
  const input = parseInput(objectionDecision, raw)
  if (!input.ok) return input
  if (input.value.version !== undefined && input.value.version !== version) {
    return refuse({ code: 'stale' })
  }
  if (state !== 'open') return refuse({ code: 'step-not-open', state, action: 'decide-objection' })
  const reason = input.value.reason.trim()
  return reason === '' ? refuseField('/reason', { problem: 'required' }) : ok(reason)
}

function strike(
  sheets: readonly Sheet[],
  agency: string,
  marks: ReadonlySet<string>,
  reason: string,
): Sheet[] {
  const struck = (mark: Mark): Mark => (marks.has(mark.id) ? { ...mark, struck: reason } : mark)
  return sheets.map((sheet) =>
    sheet.agency === agency ? { ...sheet, marks: sheet.marks.map(struck) } : sheet,
  )
}
