import {
  type StaffAction,
  staffLifecycle,
  type StaffState,
} from '../../domain/account/lifecycle.ts'
import type { Actor, Role } from '../../domain/shared/actor.ts'
import { openActions } from '../../domain/shared/machine.ts'
import type { StaffRow } from '../../store/tenant/account/staff.ts'

/** An account as an administrator sees it (人员). */
export type StaffView = {
  id: string
  version: number
  username: string
  name: string
  roles: readonly Role[]
  state: StaffState
  /** false until the first link was used */ hasPassword: boolean
  /** 动态口令 */ hasFactor: boolean
  actions: readonly StaffAction[]
}

/** Shows a stored account to who administers it. */
export function staffView(actor: Actor, row: StaffRow, hasFactor: boolean): StaffView {
  const { id, version, username, name, roles, password } = row
  const state = stateOf(row)
  return {
    id,
    version,
    username,
    name,
    roles,
    state,
    hasPassword: password !== '',
    hasFactor,
    actions: openActions<StaffState, StaffAction>(staffLifecycle, state, rolesOf(actor)).filter(
      (action) => action !== 'drop-factor' || (hasFactor && !isOwn(actor, id)),
    ),
  }
}

/** The state of an account (账号状态). */
export function stateOf({ active }: Pick<StaffRow, 'active'>): StaffState {
  return active ? 'active' : 'inactive'
}

/** What an actor counts as in a lifecycle. */
export function rolesOf(actor: Actor): readonly string[] {
  return actor.type === 'staff' ? actor.roles : [actor.type]
}

/** Whether an account is the actor's: a second factor of one's own goes by its own way (本人账号). */
export function isOwn(actor: Actor, id: string): boolean {
  return actor.type === 'staff' && actor.id === id
}
