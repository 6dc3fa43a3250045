import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ApplicationRow,
  selectOfSameRequest,
} from '../../../store/tenant/application/application.ts'
import {
  type SameRequestRow,
  selectSameRequest,
} from '../../../store/tenant/application/same-request.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { type CaseRow, caseRow } from '../case-row.ts'
import { type SameRequest, sameRequestView } from './same-request-view.ts'
import { openPersonal } from '../instrument/seal.ts'

/** Most applications that the page of a proposal names. */
export const mostMembers = 50

/** A proposal with its applications, at most {@link mostMembers}. */
export type ShownSameRequest = SameRequest & { members: CaseRow[] }

/** Shows a proposal to publish with the applications behind it (同类申请). */
export async function showSameRequest(ctx: Ctx, id: string): Promise<Result<ShownSameRequest>> {
  const { actor } = ctx
  if (!may(actor, 'same-request.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], cases] = await readBatch<[SameRequestRow, ApplicationRow]>(ctx.db, [
    selectSameRequest(id),
    selectOfSameRequest(id, mostMembers),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  const [first] = cases
  const founder =
    first === undefined ? undefined : { groupId: id, receipt: first.id, sealed: first.sealed }
  const members = cases.map(async (one) => {
    const personal = await openPersonal(ctx.keys, one.id, one.sealed, ['request.subject'])
    return caseRow(ctx, one, personal['request.subject'] ?? '', [])
  })
  return ok({
    ...(await sameRequestView(ctx, row, founder, actor.roles)),
    members: await Promise.all(members),
  })
}
