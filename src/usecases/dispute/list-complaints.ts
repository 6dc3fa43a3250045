import * as z from 'zod'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ComplaintRow,
  selectAnsweredComplaints,
  selectOpenComplaints,
} from '../../store/tenant/complaint.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type Complaint, complaintView, mayRead } from './complaint-view.ts'

/** What the list of complaints may be asked: those that wait, or those answered. */
export const complaintQuery = {
  state: z.enum(['open', 'answered']).optional(),
  cursor: z.string().max(200).optional(),
}

/** A page of complaints (投诉列表). */
export type Complaints = { items: Complaint[]; next: string | null }

const pageSize = 30
const mostOpen = 200

/** Lists complaints at the desk: those that wait, the oldest first; answered ones newest first. */
export async function listComplaints(ctx: Ctx, raw: unknown): Promise<Result<Complaints>> {
  if (!may(ctx.actor, 'complaint.list')) return turnAway(ctx.actor)
  const query = parseInput(z.strictObject(complaintQuery), raw)
  if (!query.ok) return query
  const place = await readPlace(ctx.keys, 'complaints', query.value.cursor)
  if (!place.ok) return place
  const isAnswered = query.value.state === 'answered'
  const [rows] = await readBatch<[ComplaintRow]>(ctx.db, [
    isAnswered
      ? selectAnsweredComplaints(placeOf(place.value), pageSize + 1)
      : selectOpenComplaints(mostOpen),
  ])
  const page = isAnswered ? rows.slice(0, pageSize) : rows
  const last = rows.length > page.length ? page.at(-1) : undefined
  const shown = page.filter((row) => mayRead(ctx, row))
  return ok({
    items: await Promise.all(shown.map((row) => complaintView(ctx, row))),
    next:
      last === undefined
        ? null
        : await signPlace(ctx.keys, 'complaints', `${last.answered_on ?? ''}.${last.id}`),
  })
}

function placeOf(text: string | null): { on: string; id: string } | null {
  if (text === null) return null
  const [on = '', id = ''] = text.split('.', 2)
  return { on, id }
}
