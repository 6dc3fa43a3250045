import * as z from 'zod'
import { checkInput } from '../../domain/catalog/check-input.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  insertCheck,
  selectLastCheck,
  type ColumnCheck,
} from '../../store/tenant/catalog/column-check.ts'
import type { Statement } from '../../store/statement.ts'
import { bumpContent } from '../../store/tenant/content-version.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recall } from '../recall.ts'
import { findColumn } from './column-path.ts'

const checked = z.strictObject({
  column: z.string(),
  checkedOn: z.string(),
  note: z.string(),
  number: z.int(),
})

/**
 * Attests that a column was looked through and is still right (年度核对, 条例第6条、第26条); the clock of
 * its yearly check starts anew. Refuses `stale` when another check came first.
 */
export async function checkColumn(
  ctx: Ctx,
  columnId: string,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<Checked>> {
  const { actor } = ctx
  if (!may(actor, 'catalog.check') || actor.type !== 'staff') return turnAway(actor)
  const column = findColumn(ctx.agency, columnId)
  if (column === null || column.id !== columnId) return refuse({ code: 'not-found' })
  const input = parseInput(checkInput, raw)
  if (!input.ok) return input
  const asked = { columnId, ...input.value }
  const repeat = await recall(ctx, 'catalog.check', idempotencyKey, asked, checked)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  return earlier === null ? attest(ctx, asked, actor.name, remember) : ok(earlier)
}

type Checked = z.output<typeof checked>
type Asked = { columnId: string } & z.output<typeof checkInput>

async function attest(
  ctx: Ctx,
  { columnId, note, seen: known }: Asked,
  checkedBy: string,
  remember: (answer: Checked) => Statement[],
): Promise<Result<Checked>> {
  const [[last]] = await readBatch<[ColumnCheck]>(ctx.db, [selectLastCheck(columnId)])
  const seen = last?.seq ?? 0
  if (known !== undefined && known !== seen) return refuse({ code: 'stale' })
  const on = localDateOf(ctx.now)
  const check = {
    columnId,
    seq: seen + 1,
    checkedOn: on,
    note,
    checkedBy,
  }
  const answer = { column: columnId, checkedOn: on, note: check.note, number: check.seq }
  const done = await commit(ctx, {
    events: [
      {
        entity: 'column',
        entityId: columnId,
        seq: check.seq,
        kind: 'column.checked',
        data: { column: columnId, on },
      },
    ],
    statements: [insertCheck(check), bumpContent(), ...remember(answer)],
  })
  if (!done.ok) return refuse({ code: 'stale' })
  return ok(answer)
}
