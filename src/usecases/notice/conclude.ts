import type { NoticeFault } from '../../domain/notice/types.ts'
import type { Fact } from '../../domain/shared/journal.ts'
import { commit } from '../../store/commit.ts'
import { endNotice, type NoticeRow } from '../../store/tenant/notice.ts'
import type { Ctx } from '../context.ts'

/** Notes how a notice ended (通知的结果), once: whoever comes second changes nothing. */
export async function concludeNotice<E extends 'sent' | 'failed' | 'cancelled'>(
  ctx: Ctx,
  { id, kind, contact }: NoticeRow,
  end: E,
  why: NoticeFault | null,
): Promise<E> {
  const fact: Fact =
    why === null
      ? { kind: 'notice.sent', data: { of: kind, contact } }
      : { kind: end === 'failed' ? 'notice.failed' : 'notice.cancelled', data: { of: kind, why } }
  const outcome = await commit(ctx, {
    events: [{ ...fact, entity: 'notice', entityId: id, seq: 1 }],
    statements: [endNotice(id, end, why, ctx.now)],
  })
  if (!outcome.ok && outcome.conflict !== 'event') {
    throw new Error(`a notice was not noted: ${outcome.conflict}`)
  }
  return end
}
