import * as z from 'zod'
import type { ChangeSubject } from '../../domain/service/decide-change.ts'
import { type ChangeEntry, changeEntry } from '../../domain/service/input.ts'
import { changeLifecycle } from '../../domain/service/lifecycle.ts'
import { type ChangeAction, type ChangeState, isChangeState } from '../../domain/service/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { PowerChangeRow } from '../../store/tenant/service/power-change.ts'
import { tookPart } from '../../domain/service/decide-change.ts'

/** A change of the list at the desk (职权调整), with the steps open to this officer. */
export type ChangeRow = {
  id: string
  version: number
  state: ChangeState
  reason: string
  basis: string
  entryCount: number
  draftedAt: string
  opinion: string | null
  approvedOn: string | null
  revision: number | null
  actions: ChangeAction[]
  /** steps of this officer's role that another person must take (三审各由一人) */
  barred: ChangeAction[]
}

const entriesShape = z.array(changeEntry)

/** What the rules look at. */
export function changeSubjectOf(row: PowerChangeRow): ChangeSubject {
  const { id, version, drafted_by: draftedBy, proposed_by: proposedBy, checked_by: checkedBy } = row
  return { id, version, state: changeStateOf(row), draftedBy, proposedBy, checkedBy }
}

/** The matters of a stored change. */
export function entriesOf({ entries }: Pick<PowerChangeRow, 'entries'>): ChangeEntry[] {
  return entriesShape.parse(JSON.parse(entries))
}

/** What the desk shows of a stored change. */
export function changeRowOf(
  row: PowerChangeRow,
  actor: { id: string; roles: readonly string[] },
): ChangeRow {
  const subject = changeSubjectOf(row)
  const open = openActions<ChangeState, ChangeAction>(changeLifecycle, subject.state, actor.roles)
  return {
    id: row.id,
    version: row.version,
    state: subject.state,
    reason: row.reason,
    basis: row.basis,
    entryCount: row.n_entries,
    draftedAt: toRfc3339(row.drafted_at),
    opinion: row.opinion,
    approvedOn: row.approved_on,
    revision: row.revision,
    actions: open.filter((action) => !tookPart(subject, action, actor.id)),
    barred: open.filter((action) => tookPart(subject, action, actor.id)),
  }
}

function changeStateOf({ state }: Pick<PowerChangeRow, 'state'>): ChangeState {
  if (!isChangeState(state)) throw new Error(`stored state is not known: ${state}`)
  return state
}
