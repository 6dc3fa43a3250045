import type { Personal } from '../../domain/application/personal.ts'
import { parseReceipt } from '../../domain/application/receipt.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { noteOpening } from '../note-opening.ts'
import { may, turnAway } from '../permissions.ts'
import { readRow } from './read-case.ts'
import { openPersonal } from './instrument/seal.ts'

/**
 * Shows an applicant's identity and contact in full (查看申请人信息). It is written down before it
 * is shown; the entry stands beside the case, so that looking does not make others' pages stale.
 */
export async function openIdentity(ctx: Ctx, receipt: string): Promise<Result<Personal>> {
  const { actor } = ctx
  if (!may(actor, 'application.open-identity') || actor.type !== 'staff') return turnAway(actor)
  const id = parseReceipt(receipt)
  const row = id === null ? null : await readRow(ctx, id)
  if (row === null) return refuse({ code: 'not-found' })
  if (row.state === 'destroyed') return refuse({ code: 'gone' })
  const noted = await noteOpening(ctx, 'application', row.id, {
    kind: 'identity.opened',
    data: { staff: actor.id },
  })
  if (!noted.ok) return noted
  return ok(await openPersonal(ctx.keys, row.id, row.sealed))
}
