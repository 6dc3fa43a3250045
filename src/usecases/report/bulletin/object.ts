import { objectionInput, sheetLetter } from '../../../domain/report/bulletin/sheet-letter.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import {
  putReceivedSheet,
  type ReceivedSheetRow,
  selectReceivedSheet,
} from '../../../store/tenant/statistics/assessment.ts'
import type { Ctx } from '../../context.ts'
import { planLetter } from '../../letter/plan-letter.ts'
import { may, turnAway } from '../../permissions.ts'
import { sheetStepped } from './receive-sheet.ts'

/**
 * Objects to marks of this agency's sheet (提出异议), once and until the day that the office named. Refuses
 * `step-not-open` afterwards, `invalid` for marks that are not on the sheet.
 */
export async function objectToSheet(
  ctx: Ctx,
  sender: string,
  bulletin: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[ReceivedSheetRow]>(ctx.db, [
    selectReceivedSheet(sender, bulletin),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(objectionInput, raw)
  if (!input.ok) return input
  const { marks, text, version } = input.value
  if (version !== undefined && version !== row.version) return refuse({ code: 'stale' })
  if (row.state !== 'open' || localDateOf(ctx.now) > row.object_by) {
    return refuse({ code: 'step-not-open', state: row.state, action: 'object' })
  }
  const { sheet, title } = sheetLetter.parse(JSON.parse(row.content))
  const known = new Set(sheet.marks.map(({ id }) => id))
  if (marks.some((id) => !known.has(id))) {
    return refuseField('/marks', { problem: 'not-listed', allowed: [...known] })
  }
  const letter = planLetter(ctx, {
    to: sender,
    kind: 'assessment-objection',
    subject: title,
    about: bulletin,
    replyTo: row.letter_id,
    payload: { bulletin, marks, text },
  })
  const objected = { ...row, version: row.version + 1, state: 'objected', objection: text }
  const outcome = await commit(ctx, {
    events: [sheetStepped(objected, 'object'), ...letter.events],
    statements: [putReceivedSheet(objected), ...letter.statements],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post(letter.message)
  return ok(null)
}
