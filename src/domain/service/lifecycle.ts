import type { Transition } from '../shared/machine.ts'
import type { ChangeAction, ChangeState, GuideAction, GuideState } from './types.ts'

/** Those who keep the powers of a unit (承办单位). */
const unit = ['information-officer', 'registrar', 'handler', 'head'] as const

const listLaw = '中办发〔2015〕21号（权力清单的审核、公布和动态管理）'
const publishLaw = '政府信息公开条例第20条第五项、第六项'
const guideLaw = '政府信息公开条例第20条第五项，行政许可法第30条'

/**
 * The three reviews of a change of the list (三审): the unit proposes, another person checks its
 * legality, the head approves; no one takes two of these steps.
 */
export const changeLifecycle = [
  { from: 'draft', action: 'propose', to: 'proposed', roles: unit, law: listLaw },
  { from: 'draft', action: 'drop', to: 'dropped', roles: unit, law: listLaw },
  { from: 'proposed', action: 'check', to: 'checked', roles: ['legal-reviewer'], law: listLaw },
  { from: 'proposed', action: 'return', to: 'draft', roles: ['legal-reviewer'], law: listLaw },
  { from: 'checked', action: 'approve', to: 'approved', roles: ['head'], law: publishLaw },
  { from: 'checked', action: 'return', to: 'draft', roles: ['head'], law: listLaw },
] as const satisfies readonly Transition<ChangeState, ChangeAction>[]

/** The lifecycle of a service guide (办事指南流转表); who wrote it does not publish it. */
export const guideLifecycle = [
  { from: 'draft', action: 'submit', to: 'submitted', roles: unit, law: guideLaw },
  { from: 'submitted', action: 'return', to: 'draft', roles: ['head'], law: guideLaw },
  { from: 'submitted', action: 'publish', to: 'published', roles: ['head'], law: guideLaw },
] as const satisfies readonly Transition<GuideState, GuideAction>[]

/** States in which a change waits for the review of one of these roles (等我审的职权调整). */
export function waitingChangeStates(roles: readonly string[]): ChangeState[] {
  return statesFor<ChangeState, ChangeAction>(changeLifecycle, ['check', 'approve'], roles)
}

/** States in which a guide waits to be published by one of these roles (等我公布的办事指南). */
export function waitingGuideStates(roles: readonly string[]): GuideState[] {
  return statesFor<GuideState, GuideAction>(guideLifecycle, ['publish'], roles)
}

function statesFor<S extends string, A extends string>(
  lifecycle: readonly Transition<S, A>[],
  reviews: readonly A[],
  roles: readonly string[],
): S[] {
  return lifecycle
    .filter((row) => reviews.includes(row.action) && row.roles.some((role) => roles.includes(role)))
    .map(({ from }) => from)
}
