import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type IncidentRow, selectIncidents } from '../../store/tenant/incident.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type IncidentLine, incidentLine } from './show.ts'

const most = 200

/** Lists incidents (应急处置台账), newest first; heads and administrators alone. */
export async function listIncidents(ctx: Ctx): Promise<Result<{ items: IncidentLine[] }>> {
  const { actor } = ctx
  if (!may(actor, 'incident.handle') || actor.type !== 'staff') return turnAway(actor)
  const [rows] = await readBatch<[IncidentRow]>(ctx.db, [selectIncidents(most)])
  return ok({ items: rows.map((row) => incidentLine(row, actor)) })
}
