import { isPlausible, resultLetter } from '../../../domain/case-review/order.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type AnswerRow,
  noteAnswer,
  type OrderRow,
  selectAnswer,
  selectOrder,
} from '../../../store/tenant/case-review/order.ts'
import type { LetterReader } from '../../letter/effect.ts'

/**
 * Receives the result of an agency that was asked (收到评查结果), once. Refuses one that nobody asked for and figures
 * that cannot be; one after the notice was drawn up is noted and not counted there.
 */
export const receiveResult: LetterReader = async (ctx, letter) => {
  const content = parseInput(resultLetter, letter.content)
  if (!content.ok) return content
  const { order, cases } = content.value
  const agency = letter.from.id
  const [[head], [row]] = await readBatch<[OrderRow, AnswerRow]>(ctx.db, [
    selectOrder(order),
    selectAnswer(order, agency),
  ])
  if (head === undefined || row === undefined || letter.replyTo !== row.letter_id) {
    return refuse({ code: 'forbidden' })
  }
  if (row.result !== null) return ok({ events: [], statements: [], dueOn: null })
  if (!isPlausible(content.value, head.percent)) return refuse({ code: 'invalid', errors: [] })
  return ok({
    events: [
      {
        entity: 'case-review-order',
        entityId: `${order}/${agency}`,
        seq: 1,
        kind: 'case-review.answered',
        data: { agency, cases },
      },
    ],
    statements: [noteAnswer(order, agency, JSON.stringify(content.value), ctx.now)],
    dueOn: null,
  })
}
