import { clarificationEdit } from '../../domain/clarification/input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ClarificationRow,
  rewriteClarification,
  selectClarification,
  setConcerned,
} from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { findReferences } from '../item/find-references.ts'
import { may, turnAway } from '../permissions.ts'
import { type DeskClarification, showDeskClarification } from './show-desk.ts'

/** Writes a draft again (修改澄清稿); `stale` when somebody was faster, closed once it is checked. */
export async function editClarification(
  ctx: Ctx,
  id: string,
  raw: unknown,
): Promise<Result<DeskClarification>> {
  const { actor } = ctx
  if (!may(actor, 'clarification.draft') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[ClarificationRow]>(ctx.db, [selectClarification(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(clarificationEdit, raw)
  if (!input.ok) return input
  const { items: typed = [], sourceUrl = null, version: seen, ...text } = input.value
  const editable = isEditable(row, seen)
  if (!editable.ok) return editable
  if (text.seenOn > localDateOf(ctx.now)) return refuseField('/seenOn', { problem: 'in-future' })
  const items = await findReferences(ctx, typed, '/items')
  if (!items.ok) return items
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'clarification',
        entityId: id,
        seq: version,
        kind: 'clarification.edited',
        data: {},
      },
    ],
    statements: [
      rewriteClarification({ id, version, ...text, sourceUrl, draftedBy: actor.id }),
      ...setConcerned(
        id,
        items.value.map((item) => item.id),
      ),
    ],
  })
  return outcome.ok ? showDeskClarification(ctx, id) : refuse({ code: 'stale' })
}

function isEditable(
  { state, version }: Pick<ClarificationRow, 'state' | 'version'>,
  seen: number | undefined,
): Result<null> {
  if (seen !== undefined && seen !== version) return refuse({ code: 'stale' })
  return state === 'draft' ? ok(null) : refuse({ code: 'step-not-open', state, action: 'edit' })
}
