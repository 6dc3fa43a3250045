import { verdictLetter } from '../../../domain/report/bulletin/letter-content.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { LetterReader } from '../../letter/effect.ts'
import { takeFindings } from './received-findings.ts'

/** Receives what the office directly above decided on a finding (整改确认): closed, or still open and why. */
export const receiveFindingVerdict: LetterReader = async (ctx, letter) => {
  const content = parseInput(verdictLetter, letter.content)
  if (!content.ok) return content
  if (letter.from.id !== ctx.agency.parentId) return refuse({ code: 'forbidden' })
  const { kind, finding, opinion } = content.value
  const from = { sender: letter.from.id, kind, letterId: letter.id }
  const taken = await takeFindings(ctx, from, [{ told: finding, opinion }])
  return ok({ ...taken, dueOn: null })
}
