import { ok, type Result } from '../../../domain/shared/refusal.ts'
import * as z from 'zod'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  selectWaitingCorrections,
  type WaitingCorrectionRow,
} from '../../../store/tenant/application/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { numberOf } from '../number-of.ts'

/** A correction in the list of the desk (更正申请列表): which fields, never what stands in them. */
export type WaitingCorrection = {
  id: string
  receipt: string
  number: string | null
  fields: readonly string[]
  askedAt: string
}

const most = 100
const fieldsShape = z.array(z.string())

/** Lists the corrections that wait for a decision, the oldest first (待办的更正申请). */
export async function listCorrections(
  ctx: Ctx,
): Promise<Result<{ items: WaitingCorrection[]; next: null }>> {
  if (!may(ctx.actor, 'correction.list')) return turnAway(ctx.actor)
  const [rows] = await readBatch<[WaitingCorrectionRow]>(ctx.db, [selectWaitingCorrections(most)])
  const items = rows.map((row) => ({
    id: row.id,
    receipt: row.application_id,
    number: numberOf(ctx, row),
    fields: fieldsShape.parse(JSON.parse(row.fields)),
    askedAt: toRfc3339(row.asked_at),
  }))
  return ok({ items, next: null })
}
