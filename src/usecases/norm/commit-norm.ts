import type { NormChange } from '../../domain/norm/decide.ts'
import { normLifecycle } from '../../domain/norm/lifecycle.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import type { Action, State } from '../../domain/norm/types.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { step } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import type { Statement } from '../../store/statement.ts'
import { putNorm } from '../../store/tenant/norm/norm.ts'
import type { Ctx, Message } from '../context.ts'

/** What goes along with a step of a document: changes of its item, letters. */
export type Besides = {
  events: readonly NewEvent[]
  statements: readonly Statement[]
  messages: readonly Message[]
}

/** Nothing goes along. */
export const nothing: Besides = { events: [], statements: [], messages: [] }

/** Asks the table whether these roles may take this step now: `forbidden` when only others may. */
export function mayNormStep(
  { state }: Pick<Norm, 'state'>,
  action: Action,
  roles: readonly string[],
): Result<State> {
  const found = step<State, Action>(normLifecycle, state, action, roles)
  if (found !== null) return ok(found.to)
  const isOpenToOthers = normLifecycle.some((row) => row.from === state && row.action === action)
  return refuse(isOpenToOthers ? { code: 'forbidden' } : { code: 'step-not-open', state, action })
}

/** Commits a decided step with what belongs to it and posts its letters; `stale` when somebody was faster. */
export async function commitNorm(
  ctx: Ctx,
  { events, norm }: NormChange,
  besides: Besides = nothing,
): Promise<Result<null>> {
  const outcome = await commit(ctx, {
    events: [...events, ...besides.events],
    statements: [putNorm(norm), ...besides.statements],
  })
  if (!outcome.ok) {
    if (outcome.conflict === 'event') return refuse({ code: 'stale' })
    // The same form came twice at once; asked again, the other one's answer is its own.
    if (outcome.conflict.startsWith('idempotency.')) return refuse({ code: 'busy' })
    if (outcome.conflict.startsWith('norm_document.item_id')) {
      return refuse({ code: 'invalid', errors: [{ pointer: '/item', problem: 'taken' }] })
    }
    if (outcome.conflict.startsWith('norm_document.number')) {
      return refuse({ code: 'invalid', errors: [{ pointer: '/number', problem: 'taken' }] })
    }
    throw new Error(`document was not changed: ${outcome.conflict}`)
  }
  for (const message of besides.messages) await ctx.post(message)
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return ok(null)
}
