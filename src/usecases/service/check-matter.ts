import { checkInput } from '../../domain/catalog/check-input.ts'
import type { MatterKind } from '../../domain/service/check-day.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  insertMatterCheck,
  type MatterRow,
  selectMatter,
} from '../../store/tenant/service/matter-check.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type CheckedMatter, showMatterCheck } from './due-checks.ts'

/**
 * Attests that a power or a published guide was looked through and still holds (已核对, 中办发〔2015〕21号
 * 动态管理); its interval starts anew. Refuses `stale` when another check came first, `not-found` where
 * it is not on the list, or has no published guide.
 */
export async function checkMatter(
  ctx: Ctx,
  kind: MatterKind,
  id: string,
  raw: unknown,
): Promise<Result<CheckedMatter>> {
  const { actor } = ctx
  if (!may(actor, 'power.check') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[MatterRow]>(ctx.db, [selectMatter(kind, id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const input = parseInput(checkInput, raw)
  if (!input.ok) return input
  const { note, seen } = input.value
  const last = row.seq ?? 0
  if (seen !== undefined && seen !== last) return refuse({ code: 'stale' })
  const on = localDateOf(ctx.now)
  const seq = last + 1
  const done = await commit(ctx, {
    events: [
      {
        entity: `${kind}-check`,
        entityId: id,
        seq,
        kind: 'matter.checked',
        data: { what: kind, power: id, on },
      },
    ],
    statements: insertMatterCheck(kind, id, { seq, checked_on: on, note, checked_by: actor.name }),
  })
  return done.ok ? showMatterCheck(ctx, kind, id) : refuse({ code: 'stale' })
}
