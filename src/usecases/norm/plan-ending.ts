import { endNorm, type NormChange, validityAfter } from '../../domain/norm/decide.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import type { Ending } from '../../domain/norm/types.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Ctx } from '../context.ts'
import { planValidity } from '../item/plan-validity.ts'
import { planLetter } from '../letter/plan-letter.ts'
import type { Besides } from './commit-norm.ts'

/** How and why the force of a document ends. */
export type EndingAct = {
  ending: Ending
  on: LocalDate
  reason: string | null
  replacedBy?: string | null
  /** told to the upper agency that holds its filing, unless it was their own act */
  isTold: boolean
}

/**
 * Plans the end of a document's force (效力终止): its item has the other validity in the same commit,
 * and the agency that holds its filing is told by letter.
 */
export async function planEnding(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now' | 'newId'>,
  norm: Norm,
  { ending, on, reason, replacedBy = null, isTold }: EndingAct,
): Promise<{ change: NormChange; besides: Besides }> {
  const change = endNorm(norm, ending, on, reason, replacedBy)
  const validity =
    norm.itemId === null
      ? { events: [], statements: [] }
      : await planValidity(ctx, norm.itemId, validityAfter[ending])
  const { parentId } = ctx.agency
  if (!isTold || norm.filingLetter === null || parentId === null) {
    return { change, besides: { ...validity, messages: [] } }
  }
  const letter = planLetter(ctx, {
    to: parentId,
    kind: 'norm-filing-outcome',
    subject: norm.title,
    about: norm.id,
    payload: { filing: norm.filingLetter, document: norm.id, outcome: ending, on },
  })
  const besides = {
    events: [...validity.events, ...letter.events],
    statements: [...validity.statements, ...letter.statements],
    messages: [letter.message],
  }
  return { change, besides }
}
