import type { Telling } from '../../domain/application/without-applicant.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import type { Plan } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import { keepItem, updateApplication } from '../../store/tenant/application/change.ts'
import { type ReplyFileRow, selectReplyFiles } from '../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../context.ts'
import { answeredOf } from './answered.ts'
import { planItem } from './plan-item.ts'
import { caseOf } from './read-case.ts'
import { openPersonal } from './instrument/seal.ts'

/** An answer's item, what makes it and lets the case know it, and how many files stayed behind. */
export type FromAnswer = Plan & { item: string; leftOut: number }

/** Plans the draft item of a case's answer, without those whom `telling` names (答复转主动公开). */
export async function planFromAnswer(
  ctx: Ctx,
  row: ApplicationRow,
  staff: string,
  telling: readonly Telling[],
): Promise<Result<FromAnswer>> {
  const [files] = await readBatch<[ReplyFileRow]>(ctx.db, [selectReplyFiles(row.id)])
  const personal = await openPersonal(ctx.keys, row.id, row.sealed)
  const answered = await answeredOf(ctx, row, personal, files)
  if (!answered.ok) return answered
  const planned = await planItem(ctx, staff, answered.value, telling)
  if (!planned.ok) return planned
  const { id: item, event, statements, leftOut } = planned.value
  const version = row.version + 1
  const own = { entity: 'application', entityId: row.id, seq: version } as const
  return ok({
    item,
    leftOut,
    events: [{ ...own, kind: 'application.item-drafted', data: { item } }, event],
    statements: [
      updateApplication(row.id, { version, state: caseOf(row).state }),
      keepItem(row.id, item),
      ...statements,
    ],
  })
}
