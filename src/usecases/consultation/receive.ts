import { consultationAnswer, consultationContent } from '../../domain/consultation/consultation.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import {
  answerConsultationRow,
  type ConsultationRow,
  selectConsultation,
} from '../../store/tenant/consultation.ts'
import type { LetterReader } from '../letter/effect.ts'

/** Receives a question (收到征求意见函): it waits at the desk until somebody answers. */
export const receiveConsultation: LetterReader = async (_ctx, letter) => {
  const content = parseInput(consultationContent, letter.content)
  if (!content.ok) return content
  return ok({ events: [], statements: [], dueOn: content.value.dueOn })
}

/** Receives the answer to a question of ours (收到复函), from the agency that was asked and for that text. */
export const receiveConsultationAnswer: LetterReader = async (ctx, letter) => {
  const content = parseInput(consultationAnswer, letter.content)
  if (!content.ok) return content
  const { replyTo, from, sentAt } = letter
  const [[asked]] = await readBatch<[ConsultationRow]>(ctx.db, [selectConsultation(replyTo ?? '')])
  const { item, digest, answer, reason, as } = content.value
  if (asked?.agencyId !== from.id || asked.itemId !== item || asked.digest !== digest) {
    return refuse({ code: 'forbidden' })
  }
  return ok({
    events: [
      {
        entity: 'consultation',
        entityId: asked.letterId,
        seq: 2,
        kind: 'consultation.answered',
        data: { item, of: from.id, answer },
      },
    ],
    statements: [answerConsultationRow(asked.letterId, { answer, reason, as }, sentAt)],
    dueOn: null,
  })
}
