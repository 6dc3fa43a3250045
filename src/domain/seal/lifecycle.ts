import type { Transition } from '../shared/machine.ts'

/** States of a picture of the seal, as words of the protocol. */
export const sealStates = ['proposed', 'approved', 'ended'] as const
/** 待核准, 已核准, 已停用. */
export type SealState = (typeof sealStates)[number]

/** What may be done with one. */
export const sealActions = ['approve', 'end'] as const
/** 核准启用, 停用. */
export type SealAction = (typeof sealActions)[number]

/** Those who answer for the agency and its system. */
const roles = ['head', 'admin'] as const
const law = '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定（国发〔1999〕25号）'

/** What becomes of a picture of the seal (印章图样流转表): one put there is approved by another person. */
export const sealLifecycle = [
  { from: 'proposed', action: 'approve', to: 'approved', roles, law },
  { from: 'proposed', action: 'end', to: 'ended', roles, law },
  { from: 'approved', action: 'end', to: 'ended', roles, law },
] as const satisfies readonly Transition<SealState, SealAction>[]
