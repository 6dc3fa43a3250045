import { noticeLetter } from '../../../domain/case-review/order.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { LetterReader } from '../../letter/effect.ts'

/** Receives the notice of the reviews that the office right above ordered (收到抽查通报): the letter is all of it. */
export const receiveNotice: LetterReader = async (ctx, letter) => {
  const content = parseInput(noticeLetter, letter.content)
  if (!content.ok) return content
  if (letter.from.id !== ctx.agency.parentId) return refuse({ code: 'forbidden' })
  return ok({ events: [], statements: [], dueOn: null })
}
