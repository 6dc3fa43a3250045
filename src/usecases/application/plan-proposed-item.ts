import type { Telling } from '../../domain/application/without-applicant.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import type { Plan } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  selectOfSameRequest,
} from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'
import { checkAnswered, tellingOfCase, titleOf } from './answered.ts'
import { planFromAnswer } from './plan-from-answer.ts'
import { planItem } from './plan-item.ts'
import { caseOf } from './read-case.ts'
import { openPersonal } from './instrument/seal.ts'
import { mostMembers } from './same-request/show-same-request.ts'

/** An accepted proposal's item, and what makes it; nothing where a case had become one before. */
export type Proposed = Plan & { item: string }

/**
 * Plans the item of an accepted proposal (采纳建议): the one that a case became before, else a draft from
 * the first answer that gave something, else a bare one by what was asked for. Every applicant of
 * the proposal is taken out of it.
 */
export async function planProposedItem(
  ctx: Ctx,
  id: string,
  staff: string,
): Promise<Result<Proposed>> {
  const [rows] = await readBatch<[ApplicationRow]>(ctx.db, [selectOfSameRequest(id, mostMembers)])
  const known = rows.find((row) => row.item_id !== null)?.item_id
  if (typeof known === 'string') return ok({ item: known, events: [], statements: [] })
  const telling = await tellingOfAll(ctx, rows)
  const source = rows.find((row) => checkAnswered(caseOf(row)).ok)
  return source === undefined
    ? bare(ctx, rows[0], staff, telling)
    : planFromAnswer(ctx, source, staff, telling)
}

async function tellingOfAll(ctx: Ctx, rows: readonly ApplicationRow[]): Promise<Telling[]> {
  const all = await Promise.all(
    rows.map(async (row) => {
      return tellingOfCase(ctx, row, await openPersonal(ctx.keys, row.id, row.sealed))
    }),
  )
  return all.flat()
}

async function bare(
  ctx: Ctx,
  row: ApplicationRow | undefined,
  staff: string,
  telling: readonly Telling[],
): Promise<Result<Proposed>> {
  if (row === undefined) return refuse({ code: 'not-found' })
  const personal = await openPersonal(ctx.keys, row.id, row.sealed, ['request.subject'])
  const title = titleOf(personal['request.subject'] ?? '')
  const planned = await planItem(ctx, staff, { title, body: '', files: [] }, telling)
  if (!planned.ok) return planned
  const { id: item, event, statements } = planned.value
  return ok({ item, events: [event], statements })
}
