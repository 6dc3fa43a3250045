import type { Agency } from '../../../domain/agency/agency.ts'
import { toText } from '../../../domain/document/to-text.ts'
import { submitErrors } from '../../../domain/item/apply-parts.ts'
import { displayOver } from '../../../domain/item/kinds/display-end.ts'
import { itemStepInputs } from '../../../domain/item/step-input.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { planConsultations } from '../../consultation/plan-consultations.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Ctx } from '../../context.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork } from '../work-change.ts'

/**
 * Sends a draft to its first review (送审): not without an attribute and what Art. 12 asks for. The
 * agencies that a joint item concerns are asked in the same act (条例第11条).
 */
export async function submitItem(
  ctx: Ctx,
  work: Work,
  raw: unknown,
  agencies: readonly Agency[],
): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.submit, raw)
  if (!input.ok) return input
  const current = checkSeen(work, input.value.version)
  if (!current.ok) return current
  const today = localDateOf(ctx.now)
  const { kind, fields } = work.content
  // A later edition may be what ends a list.
  const over = work.row.isLive === 1 ? null : displayOver(kind, fields, today)
  const errors = [
    ...submitErrors(work.content, today, ctx.calendar),
    ...(over === null ? [] : [over]),
  ]
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const { content, row } = work
  const others = othersOf(ctx, content.coAgencies, agencies)
  if (!others.ok) return others
  const { edition, digest } = row
  const { title, summary } = content
  const text = toText(content.document)
  const asked = { id: row.id, edition, digest, title, summary, text }
  const planned = await planConsultations(ctx, asked, others.value)
  const facts = [{ kind: 'item.submitted', data: { edition, digest } }] as const
  const patch = { state: 'first-review', remark: null }
  const done = await commitWork(ctx, work, facts, patch, planned.statements, planned.events)
  if (done.ok) await Promise.all(planned.messages.map((message) => ctx.post(message)))
  return done
}

/** The agencies to be asked, each once and none of them this one. */
function othersOf(
  { agency }: Ctx,
  ids: readonly string[],
  agencies: readonly Agency[],
): Result<string[]> {
  const unknown = ids.findIndex((id) => id === agency.id || !agencies.some((one) => one.id === id))
  if (unknown === -1) return ok([...new Set(ids)])
  return refuseField(`/coAgencies/${String(unknown)}`, { problem: 'not-listed', allowed: [] })
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
