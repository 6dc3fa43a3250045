import type { Transition } from '../shared/machine.ts'
import type { Action, State } from './types.ts'

/** Those who publish (信息发布岗位). */
const publishing = ['information-officer', 'head'] as const

/** The public may suggest what is to be published of itself. */
const law = '政府信息公开条例第44条'

/**
 * The lifecycle of a topic request (点题公开流转表): nothing that a citizen wrote is public before an
 * officer opens it.
 */
export const lifecycle = [
  { from: 'submitted', action: 'open', to: 'open', roles: publishing, law },
  { from: 'submitted', action: 'refuse', to: 'refused', roles: publishing, law },
  { from: 'submitted', action: 'merge', to: 'merged', roles: publishing, law },
  { from: 'open', action: 'adopt', to: 'adopted', roles: publishing, law },
  { from: 'open', action: 'refuse', to: 'refused', roles: publishing, law },
  { from: 'open', action: 'merge', to: 'merged', roles: publishing, law },
  { from: 'adopted', action: 'answer', to: 'answered', roles: publishing, law },
  { from: 'adopted', action: 'refuse', to: 'refused', roles: ['head'], law },
] as const satisfies readonly Transition<State, Action>[]
