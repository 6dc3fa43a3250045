import type { Transition } from '../shared/machine.ts'
import type { Action, State } from './types.ts'

/** Those who answer for the agency and its system; nobody else sees an incident. */
const roles = ['head', 'admin'] as const
/** What may not be public is not published, and what slipped through is taken away. */
const law = '政府信息公开条例第14条、第15条、第17条'

/** The lifecycle of an incident (应急处置流转表): no step is left out. */
export const lifecycle = [
  { from: 'reported', action: 'remove', to: 'removed', roles, law },
  { from: 'removed', action: 'check', to: 'checked', roles, law },
  { from: 'checked', action: 'notify', to: 'notified', roles, law },
  { from: 'notified', action: 'close', to: 'closed', roles, law },
] as const satisfies readonly Transition<State, Action>[]
