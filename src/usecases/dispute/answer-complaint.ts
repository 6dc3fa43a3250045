import { complaintAnswer } from '../../domain/dispute/complaint.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  answerComplaintRow,
  type ComplaintRow,
  selectComplaint,
} from '../../store/tenant/dispute/complaint.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type Complaint, mayRead } from './complaint-view.ts'
import { sealComplaint } from './seal.ts'
import { showComplaint } from './show-complaint.ts'

/** Answers a complaint (答复投诉) with what was found; never by whoever handles the application, unless the head does. */
export async function answerComplaint(
  ctx: Ctx,
  id: string,
  raw: unknown,
): Promise<Result<Complaint>> {
  if (!may(ctx.actor, 'complaint.answer')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[ComplaintRow]>(ctx.db, [selectComplaint(id)])
  if (row === undefined || !mayRead(ctx, row)) return refuse({ code: 'not-found' })
  const input = parseInput(complaintAnswer, raw)
  if (!input.ok) return input
  const { finding, reply, version: seen = row.version } = input.value
  if (seen !== row.version) return refuse({ code: 'stale' })
  if (row.state !== 'filed') {
    return refuse({ code: 'step-not-open', state: row.state, action: 'answer' })
  }
  const on = localDateOf(ctx.now)
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'complaint',
        entityId: id,
        seq: version,
        kind: 'complaint.answered',
        data: { on, finding },
      },
    ],
    statements: [
      answerComplaintRow(id, {
        version,
        answeredOn: on,
        finding,
        sealed: await sealComplaint(ctx.keys, id, 'answer', reply),
      }),
    ],
  })
  if (!outcome.ok) return refuse({ code: 'stale' })
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return showComplaint(ctx, id)
}
