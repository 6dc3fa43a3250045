import {
  type Answer,
  answerInput,
  consultationContent,
} from '../../domain/consultation/consultation.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { type LetterRow, selectLetterIn } from '../../store/tenant/letter.ts'
import type { Ctx } from '../context.ts'
import { planLetter } from '../letter/plan-letter.ts'
import { may, turnAway } from '../permissions.ts'

/**
 * Answers another agency's question about publication (复函, 条例第11条), once; a refusal needs its
 * reason. Refuses `not-found` for any other letter, `stale` when a colleague answered first.
 */
export async function answerConsultation(
  ctx: Ctx,
  letterId: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'consultation.answer') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[LetterRow]>(ctx.db, [selectLetterIn(letterId)])
  if (row?.kind !== 'item-consultation') return refuse({ code: 'not-found' })
  if (row.answeredAt !== null) return refuse({ code: 'stale' })
  const input = readAnswer(raw)
  if (!input.ok) return input
  const asked = consultationContent.parse(JSON.parse(row.payload))
  const { id, message, events, statements } = planLetter(ctx, {
    to: row.other,
    kind: 'item-consultation-reply',
    subject: row.subject,
    about: row.about,
    replyTo: row.id,
    payload: { item: asked.item, digest: asked.digest, ...input.value, as: actor.roles[0] ?? '' },
  })
  const outcome = await commit(ctx, { events, statements })
  if (!outcome.ok) {
    if (outcome.conflict === 'event') return refuse({ code: 'stale' })
    throw new Error(`letter ${id} was not written: ${outcome.conflict}`)
  }
  await ctx.post(message)
  return ok(null)
}

function readAnswer(raw: unknown): Result<{ answer: Answer; reason: string }> {
  const input = parseInput(answerInput, raw)
  if (!input.ok) return input
  const { answer, reason = '' } = input.value
  return answer === 'disagree' && reason.trim() === ''
    ? refuseField('/reason', { problem: 'required' })
    : ok({ answer, reason: reason.trim() })
}
