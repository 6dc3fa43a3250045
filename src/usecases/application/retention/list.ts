import type { RetentionGroup } from '../../../domain/application/retention.data.ts'
import { dueStretches, retentionTable } from '../../../domain/application/retention.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type DestructionRow,
  selectDestructions,
} from '../../../store/tenant/application/destruction.ts'
import { type RetainedRow, selectDue } from '../../../store/tenant/application/retention.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { numberOf } from '../number-of.ts'
import { retained } from './retained.ts'
import { type DestructionLine, destructionLine } from './show.ts'

/** A case whose term is over (保管期满的案卷). */
export type DueCase = {
  receipt: string
  number: string
  outcome: string | null
  group: RetentionGroup
  years: number
  endedOn: string
  keptUntil: string
}

/** What the page of retention shows: the cases that are due first, and the newest lists. */
export type RetentionView = { due: DueCase[]; hasMore: boolean; lists: DestructionLine[] }

/** Cases and lists that one page shows. */
const shown = { due: 10, lists: 5 } as const

/** Lists the cases whose term is over (到期案卷), never an open or disputed one, and the lists so far. */
export async function listRetention(ctx: Ctx): Promise<Result<RetentionView>> {
  if (!may(ctx.actor, 'retention.list')) return turnAway(ctx.actor)
  const stretches = dueStretches(retentionTable(ctx.agency.settings), localDateOf(ctx.now))
  const [rows, lists] = await readBatch<[RetainedRow, DestructionRow]>(ctx.db, [
    selectDue(stretches, shown.due + 1),
    selectDestructions(shown.lists),
  ])
  return ok({
    due: rows.slice(0, shown.due).flatMap((row) => dueCase(ctx, row)),
    hasMore: rows.length > shown.due,
    lists: lists.map(destructionLine),
  })
}

/** A stored case whose term is over; nothing for any other. */
export function dueCase(ctx: Pick<Ctx, 'agency' | 'now'>, row: RetainedRow): DueCase[] {
  const known = retained(ctx, row)
  if (known === null || !known.isDue || known.term === 'permanent' || known.keptUntil === null) {
    return []
  }
  const { group, term: years, endedOn, keptUntil } = known
  const number = numberOf(ctx, row) ?? row.id
  return [{ receipt: row.id, number, outcome: row.outcome, group, years, endedOn, keptUntil }]
}
