import { normLifecycle, waitingNormStates } from '../../domain/norm/lifecycle.ts'
import { duesOf, isSentBack, type Norm, type NormDue, remarkOn } from '../../domain/norm/norm.ts'
import type { Action, State } from '../../domain/norm/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type InterpretationRow,
  selectInterpretations,
} from '../../store/tenant/item/interpretation.ts'
import {
  type NamedNorm,
  type NormEvent,
  type NormRow,
  selectNorm,
  selectNormHistory,
  selectPublishedNorm,
} from '../../store/tenant/norm/norm.ts'
import { selectTextShown } from '../../store/tenant/norm/list.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { normOf } from './read-norm.ts'
import { type NormText, textUnderReview } from './reviewed-text.ts'

/** A document in the register's list: with what is due and the steps open to this officer. */
export type NormLine = Norm & {
  dues: NormDue[]
  /** why it was sent back or is to be changed */ remark: string | null
  /** whether it waits for this officer */ isMine: boolean
  actions: Action[]
}

/** All that officers see of a document; `at` is RFC 3339, `by` the officer's name or the kind of actor. */
export type NormView = NormLine & {
  history: { at: string; kind: string; by: string; data: unknown }[]
  /** the text under review, or in force; `isReviewed`: it is the one that passed */
  text: (NormText & { isReviewed: boolean }) | null
  /** published, but its text was taken back since: the public register leaves it out (正文已撤回) */ isHidden: boolean
  /** the document that took its place (取代) */ successor: NamedNorm | null
  /** published items that explain it */ explainedBy: { id: string; title: string }[]
}

/** Shows a document as the list does. */
export function normLine(ctx: Pick<Ctx, 'actor' | 'now' | 'agency'>, norm: Norm): NormLine {
  const { actor, agency } = ctx
  const roles = actor.type === 'staff' ? actor.roles : []
  const actions = openActions<State, Action>(normLifecycle, norm.state, roles).filter(
    (action) => action !== 'note-acceptance' || agency.parentId === null,
  )
  return {
    ...norm,
    dues: duesOf(norm, localDateOf(ctx.now)),
    remark: remarkOn(norm),
    isMine: isWaitingFor(norm, actor),
    actions: [...new Set(actions)],
  }
}

/** Drafts wait only when they were sent back, and a review never for who drafted the document. */
function isWaitingFor(norm: Norm, actor: Ctx['actor']): boolean {
  if (actor.type !== 'staff' || !waitingNormStates(actor.roles).includes(norm.state)) return false
  if (norm.state === 'draft') return isSentBack(norm)
  return norm.state !== 'under-review' || norm.draftedBy !== actor.id
}

/** Opens a normative document at the desk (规范性文件): its state, clocks, history and open steps. */
export async function showNorm(ctx: Ctx, id: string): Promise<Result<NormView>> {
  if (!may(ctx.actor, 'norm.list')) return turnAway(ctx.actor)
  const [[row], history] = await readBatch<[NormRow, NormEvent]>(ctx.db, [
    selectNorm(id),
    selectNormHistory(id),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  const norm = normOf(row)
  const item = norm.itemId ?? ''
  const [links, [shown], [successor]] = await readBatch<
    [InterpretationRow, { shown: 1 }, NamedNorm]
  >(ctx.db, [
    selectInterpretations(item),
    selectTextShown(item),
    selectPublishedNorm(norm.replacedBy ?? ''),
  ])
  const text = await textUnderReview(ctx, norm)
  return ok({
    ...normLine(ctx, norm),
    text: text === null ? null : { ...text, isReviewed: text.digest === norm.textDigest },
    history: history.map(({ at, kind, actor, name, data }) => ({
      at: toRfc3339(at),
      kind,
      by: name ?? actor.split(':', 1)[0] ?? actor,
      data: JSON.parse(data),
    })),
    successor: successor ?? null,
    isHidden: norm.publishedOn !== null && shown === undefined,
    explainedBy: links
      .filter(({ way }) => way === 'explained-by')
      .map(({ id: other, title }) => ({ id: other, title })),
  })
}
