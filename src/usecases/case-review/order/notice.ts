import { orderNotice } from '../../../domain/case-review/order-notice.ts'
import { sheetOn } from '../../../domain/case-review/sheet.data.ts'
import type { OfficialDocument } from '../../../domain/document/official-page.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { readOrder, type StoredOrder } from './show.ts'

/** Writes the notice of an order as it stands (案卷抽查通报); `not-found` until it is drawn up. */
export async function readOrderNotice(
  ctx: Ctx,
  region: Pick<RegionCtx, 'agencies'>,
  id: string,
): Promise<Result<OfficialDocument>> {
  const { actor } = ctx
  if (!may(actor, 'case-review.list') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readOrder(ctx, region, id)
  if (stored === null || stored.state === 'open') return refuse({ code: 'not-found' })
  return ok(documentOf(ctx, stored))
}

/** The notice of a stored order. */
export function documentOf(
  { agency }: Pick<Ctx, 'agency'>,
  { row, result }: Pick<StoredOrder, 'row' | 'result'>,
): OfficialDocument {
  const { number_year: year, number: serial } = row
  return orderNotice({
    office: agency.name,
    from: row.from_day,
    to: row.to_day,
    percent: row.percent,
    seed: row.seed,
    dueOn: row.due_on,
    reason: row.reason,
    result,
    rows: sheetOn(localDateOf(row.ordered_at)),
    remarks: row.remarks,
    number: year === null || serial === null ? null : { year, serial },
    issuedOn: row.issued_on,
  })
}
