import {
  type Filing,
  type FilingAction,
  type FilingContent,
  filingContent,
  filingLifecycle,
  type FilingState,
} from '../../domain/norm/filing.ts'
import { openActions } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type LetterRow, selectLetterIn } from '../../store/tenant/letter.ts'
import { selectFiling } from '../../store/tenant/norm/filing.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/**
 * A filing in the list of the upper agency (下级报备): `isLate` when it came after its day, `isOverdue`
 * when its review, or the correction that was asked for, is past its day.
 */
export type FilingLine = Filing & {
  isLate: boolean
  isOverdue: boolean
  actions: FilingAction[]
}

/** A filing in full: with what the letter says; null when that is not readable. */
export type FilingView = FilingLine & { content: FilingContent | null }

/** Shows a filing as the list does. */
export function filingLine(ctx: Pick<Ctx, 'actor' | 'now'>, filing: Filing): FilingLine {
  const { actor } = ctx
  const today = localDateOf(ctx.now)
  const roles = actor.type === 'staff' ? actor.roles : []
  const due =
    filing.state === 'open' ? filing.dueOn : filing.state === 'returned' ? filing.correctBy : null
  return {
    ...filing,
    isLate: filing.filedOn > filing.fileBy,
    isOverdue: due !== null && due < today,
    actions: openActions<FilingState, FilingAction>(filingLifecycle, filing.state, roles),
  }
}

/** Opens a filing from below (备案审查); refuses `not-found` for any other letter. */
export async function showFiling(ctx: Ctx, id: string): Promise<Result<FilingView>> {
  if (!may(ctx.actor, 'filing.list')) return turnAway(ctx.actor)
  const [[filing], [letter]] = await readBatch<[Filing, LetterRow]>(ctx.db, [
    selectFiling(id),
    selectLetterIn(id),
  ])
  if (filing === undefined) return refuse({ code: 'not-found' })
  const content = filingContent.safeParse(JSON.parse(letter?.payload ?? 'null'))
  return ok({ ...filingLine(ctx, filing), content: content.success ? content.data : null })
}
