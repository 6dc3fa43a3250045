import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type ComplaintRow, selectComplaint } from '../../store/tenant/dispute/complaint.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type Complaint, complaintView, mayRead } from './complaint-view.ts'

/** Shows a complaint at the desk (投诉办理单); to whom it is about it does not exist. */
export async function showComplaint(ctx: Ctx, id: string): Promise<Result<Complaint>> {
  if (!may(ctx.actor, 'complaint.list')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[ComplaintRow]>(ctx.db, [selectComplaint(id)])
  if (row === undefined || !mayRead(ctx, row)) return refuse({ code: 'not-found' })
  return ok(await complaintView(ctx, row))
}
