import type { Transition } from '../shared/machine.ts'

/** States of a review (评查状态): 评查中, 通报待批准, 已印发. */
export const reviewStates = ['open', 'drawn-up', 'issued'] as const
export type ReviewState = (typeof reviewStates)[number]

/** Steps of a review (评查步骤): 起草通报, 修改通报, 退回评查, 批准印发. */
export const reviewActions = ['draw-up', 'edit', 'reopen', 'approve'] as const
export type ReviewAction = (typeof reviewActions)[number]

/** States of a sheet (评查表状态): 评查中, 已完成. */
export const sheetStates = ['draft', 'finished'] as const
export type SheetState = (typeof sheetStates)[number]

/** Steps of a sheet (评查表步骤): 保存, 完成, 提出异议, 答复异议. */
export const sheetActions = ['save', 'finish', 'object', 'answer'] as const
export type SheetAction = (typeof sheetActions)[number]

/** What the reviewer decides on an objection (异议处理): 采纳, 不采纳. */
export const objectionVerdicts = ['upheld', 'rejected'] as const

const writing = ['head', 'information-officer'] as const
const reviewing = [
  'registrar',
  'handler',
  'head',
  'information-officer',
  'legal-reviewer',
  'first-reviewer',
  'final-reviewer',
] as const
const law = '政府信息公开条例第46条、第47条'

/** Who approves a notice (批准印发): never who drew it up. */
export const approverRoles = ['head'] as const

/** Who may take which step of a review (评查流转表); who drew the notice up never approves it. */
export const reviewLifecycle: readonly Transition<ReviewState, ReviewAction>[] = [
  { from: 'open', action: 'draw-up', to: 'drawn-up', roles: writing, law },
  { from: 'drawn-up', action: 'edit', to: 'drawn-up', roles: writing, law },
  { from: 'drawn-up', action: 'reopen', to: 'open', roles: writing, law },
  { from: 'drawn-up', action: 'approve', to: 'issued', roles: approverRoles, law },
]

/**
 * Who may take which step of a sheet (评查表流转表) while its review is open; beside the roles, one who handled,
 * checked or signed the case never scores it, and only one who handled it objects.
 */
export const sheetLifecycle: readonly Transition<SheetState, SheetAction>[] = [
  { from: 'draft', action: 'save', to: 'draft', roles: reviewing, law },
  { from: 'draft', action: 'finish', to: 'finished', roles: reviewing, law },
  { from: 'finished', action: 'object', to: 'finished', roles: reviewing, law },
  { from: 'finished', action: 'answer', to: 'finished', roles: reviewing, law },
]
