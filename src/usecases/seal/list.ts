import {
  type SealAction,
  sealLifecycle,
  type SealState,
  sealStates,
} from '../../domain/seal/lifecycle.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type SealRow, selectSeal, selectSeals } from '../../store/tenant/seal-image.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPicture } from './picture.ts'

/** A picture of the agency's seal (印章图样): who put it there, who approved it, and since when. */
export type SealView = {
  id: string
  version: number
  state: SealState
  sha256: string
  from: string
  until: string | null
  proposedBy: string
  proposedAt: string
  decidedBy: string | null
  decidedAt: string | null
  actions: SealAction[]
}

const most = 50

/** Lists the pictures of the agency's seal (印章图样登记), newest first. */
export async function listSeals(ctx: Ctx): Promise<Result<SealView[]>> {
  if (!may(ctx.actor, 'seal.list')) return turnAway(ctx.actor)
  const [rows] = await readBatch<[SealRow]>(ctx.db, [selectSeals(most)])
  return ok(rows.map((row) => sealView(ctx, row)))
}

/** Hands a picture to those who may approve it (查看印章图样), and to nobody else. */
export async function showPicture(ctx: Ctx, id: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (!may(ctx.actor, 'seal.list')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[SealRow]>(ctx.db, [selectSeal(id)])
  if (row === undefined || (await ctx.files.get(row.object_key)) === null) {
    return refuse({ code: 'not-found' })
  }
  const { png } = await readPicture(ctx, { key: row.object_key, sha256: row.sha256 })
  return ok(png)
}

/** Shows a stored picture; who put it there is not offered to approve it. */
export function sealView({ actor }: Pick<Ctx, 'actor'>, row: SealRow): SealView {
  const state = sealStates.find((one) => one === row.state)
  if (state === undefined) throw new Error(`stored word is not known: ${row.state}`)
  const roles = actor.type === 'staff' ? actor.roles : []
  const isProposer = actor.type === 'staff' && actor.id === row.proposed_by
  return {
    id: row.id,
    version: row.version,
    state,
    sha256: row.sha256,
    from: row.from_day,
    until: row.until_day,
    proposedBy: row.proposer ?? row.proposed_by,
    proposedAt: toRfc3339(row.proposed_at),
    decidedBy: row.decider,
    decidedAt: row.decided_at === null ? null : toRfc3339(row.decided_at),
    actions: openActions<SealState, SealAction>(sealLifecycle, state, roles).filter(
      (action) => !(action === 'approve' && isProposer),
    ),
  }
}
