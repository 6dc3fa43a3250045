import { advanced } from '../../../domain/report/bulletin/carry-over.ts'
import { isWaiting } from '../../../domain/report/bulletin/finding.ts'
import { answerLetter } from '../../../domain/report/bulletin/letter-content.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { LetterReader } from '../../letter/effect.ts'
import { planFindings, readFinding } from './findings.ts'

/**
 * Receives the answer of an agency to a finding about it (整改答复): it waits for a confirmation. Refuses an
 * answer to what is not found about its sender; one to a closed finding is kept as a letter.
 */
export const receiveFindingAnswer: LetterReader = async (ctx, letter) => {
  const content = parseInput(answerLetter, letter.content)
  if (!content.ok) return content
  const finding = await readFinding(ctx, content.value.finding)
  if (finding?.agency !== letter.from.id) return refuse({ code: 'forbidden' })
  if (!isWaiting(finding)) return ok({ events: [], statements: [], dueOn: null })
  const answered = advanced(
    { ...finding, state: 'answered', letterId: letter.id },
    {
      on: localDateOf(ctx.now),
      what: 'answered',
      period: null,
      text: content.value.text,
    },
  )
  return ok({ ...planFindings(ctx, 'answer', [answered]), dueOn: null })
}
