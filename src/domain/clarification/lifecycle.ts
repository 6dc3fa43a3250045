import type { Transition } from '../shared/machine.ts'
import type { Action, State } from './types.ts'

/** Those who publish (信息发布岗位). */
const publishing = ['information-officer', 'head'] as const

const clarifyLaw = '政府信息公开条例第6条'
const publishLaw = '政府信息公开条例第6条、第15条'

/**
 * The lifecycle of a clarification (澄清流转表). Whoever checks or corrects is another person than
 * the one who wrote the text.
 */
export const lifecycle = [
  { from: 'draft', action: 'check', to: 'checked', roles: publishing, law: clarifyLaw },
  { from: 'checked', action: 'return', to: 'draft', roles: publishing, law: clarifyLaw },
  { from: 'checked', action: 'publish', to: 'published', roles: publishing, law: publishLaw },
  { from: 'published', action: 'correct', to: 'corrected', roles: publishing, law: clarifyLaw },
  { from: 'corrected', action: 'correct', to: 'corrected', roles: publishing, law: clarifyLaw },
  { from: 'published', action: 'withdraw', to: 'withdrawn', roles: ['head'], law: clarifyLaw },
  { from: 'corrected', action: 'withdraw', to: 'withdrawn', roles: ['head'], law: clarifyLaw },
] as const satisfies readonly Transition<State, Action>[]
