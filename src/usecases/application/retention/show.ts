import {
  type DestructionAction,
  type DestructionState,
  destructionLifecycle,
  destructionStates,
  type ListedCase,
  mostListed,
} from '../../../domain/application/destruction.ts'
import { retentionGroups } from '../../../domain/application/retention.data.ts'
import { openActions } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type DestructionRow,
  type ListedRow,
  selectDestruction,
  selectListed,
} from '../../../store/tenant/application/destruction.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'

/** A list of destruction in the register of lists (销毁清册目录). */
export type DestructionLine = {
  id: string
  version: number
  state: DestructionState
  /** 〔year〕serial once it is done */
  number: { year: number; serial: number } | null
  proposedBy: string
  proposedAt: string
  decidedBy: string | null
  decidedAt: string | null
  finishedAt: string | null
  digest: string | null
}

/** A list of destruction with its lines and what this person may do with it. */
export type DestructionView = DestructionLine & {
  cases: ListedCase[]
  actions: DestructionAction[]
}

/** Shows a list of destruction (查看销毁清册). */
export async function showDestruction(ctx: Ctx, id: string): Promise<Result<DestructionView>> {
  const { actor } = ctx
  if (!may(actor, 'retention.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row], listed] = await readBatch<[DestructionRow, ListedRow]>(ctx.db, [
    selectDestruction(id),
    selectListed(id, mostListed),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  const line = destructionLine(row)
  return ok({
    ...line,
    cases: listed.map(listedCase),
    // Two persons: who proposed a list does not decide on it.
    actions:
      row.proposed_by === actor.id
        ? []
        : openActions<DestructionState, DestructionAction>(
            destructionLifecycle,
            line.state,
            actor.roles,
          ),
  })
}

/** What the register shows of a list. */
export function destructionLine(row: DestructionRow): DestructionLine {
  const { year, serial } = row
  const state = destructionStates.find((one) => one === row.state)
  if (state === undefined) throw new Error(`stored word is not known: ${row.state}`)
  return {
    id: row.id,
    version: row.version,
    state,
    number: year === null || serial === null ? null : { year, serial },
    proposedBy: row.proposer ?? row.proposed_by,
    proposedAt: toRfc3339(row.proposed_at),
    decidedBy: row.decider,
    decidedAt: row.decided_at === null ? null : toRfc3339(row.decided_at),
    finishedAt: row.finished_at === null ? null : toRfc3339(row.finished_at),
    digest: row.digest,
  }
}

/** What a list tells of one case. */
export function listedCase(row: ListedRow): ListedCase {
  const group = retentionGroups.find((one) => one === row.retention_group)
  const { state } = row
  if (group === undefined || (state !== 'listed' && state !== 'destroyed' && state !== 'kept')) {
    throw new Error('stored line of a list is not known')
  }
  return {
    receipt: row.application_id,
    number: row.number,
    state,
    outcome: row.outcome,
    group,
    years: row.years,
    endedOn: row.ended_on,
    keptUntil: row.kept_until,
    destroyedOn: row.destroyed_on,
    files: row.files,
    letters: row.letters,
  }
}
