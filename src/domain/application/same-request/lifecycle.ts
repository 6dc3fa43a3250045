import * as z from 'zod'
import type { Transition } from '../../shared/machine.ts'
import { countField } from '../../shared/validate/fields.ts'
import { needed } from '../form-fields.ts'

/** States of a proposal to publish (主动公开建议): 待决定, 已采纳, 不采纳. */
export const states = ['open', 'accepted', 'declined'] as const
export type State = (typeof states)[number]

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** What is stated with each step: 采纳 draws up an item, 不采纳 needs its reason. */
export const stepInputs = {
  accept: z.strictObject({ version }),
  decline: z.strictObject({ reason: needed(1000), version }),
} as const
export type Action = keyof typeof stepInputs

const roles = ['information-officer', 'head'] as const
const law = '政府信息公开条例第44条'

/** The lifecycle of a proposal (同类申请流转表): declined, it may still be accepted when more ask. */
export const lifecycle: readonly Transition<State, Action>[] = [
  { from: 'open', action: 'accept', to: 'accepted', roles, law },
  { from: 'open', action: 'decline', to: 'declined', roles, law },
  { from: 'declined', action: 'accept', to: 'accepted', roles, law },
]

/** Tells a step from other words. */
export function isAction(word: string): word is Action {
  return Object.hasOwn(stepInputs, word)
}

/** Tells a state from other words. */
export function isState(word: string): word is State {
  return states.some((state) => state === word)
}
