import { submitErrors } from '../../../domain/item/apply-parts.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Ctx } from '../../context.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork } from '../work-change.ts'

/** Sends a draft to its first review (送审): not without an attribute and what Art. 12 asks for. */
export async function submitItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.submit, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const errors = submitErrors(work.content)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const data = { edition: work.row.edition, digest: work.row.digest }
  return commitWork(ctx, work, [{ kind: 'item.submitted', data }], {
    state: 'first-review',
    remark: null,
  })
}

/** Takes a draft back from its reviewers before they have decided (收回). */
export async function recallItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.recall, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const data = { edition: work.row.edition }
  return commitWork(ctx, work, [{ kind: 'item.recalled', data }], { state: 'draft' })
}
