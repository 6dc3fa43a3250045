import type { Role } from '../../shared/actor.ts'
import type { Transition } from '../../shared/machine.ts'

/** States of an annual report (年报状态): 起草, 已自查, 已报送, 退回, 已核定; public it is when its item is. */
export const reportStates = ['draft', 'checked', 'submitted', 'returned', 'cleared'] as const
export type ReportState = (typeof reportStates)[number]

/** Steps of an annual report (年报步骤). */
export const reportActions = [
  'edit',
  'check',
  'submit',
  'clear-own',
  'reopen',
  'return',
  'clear',
  'prepare',
  'correct',
] as const
export type ReportAction = (typeof reportActions)[number]

const writing = ['information-officer', 'statistician', 'head'] as const
const deciding = ['head'] as const
const content = '政府信息公开条例第50条'
const submission = '政府信息公开条例第49条'

/**
 * The lifecycle of an annual report (年报流转表): figures are locked by the self-check, the office above
 * clears or returns it, and what it cleared is published through the reviews of every item.
 */
export const reportLifecycle: readonly Transition<ReportState, ReportAction>[] = [
  row('draft', 'edit', 'draft', writing, content),
  row('draft', 'check', 'checked', writing, content),
  row('checked', 'reopen', 'draft', writing, content),
  row('checked', 'submit', 'submitted', deciding, submission),
  // Whose office above is outside this deployment decides itself.
  row('checked', 'clear-own', 'cleared', deciding, submission),
  row('submitted', 'return', 'returned', ['system'], submission),
  row('submitted', 'clear', 'cleared', ['system'], submission),
  row('returned', 'reopen', 'draft', writing, content),
  row('cleared', 'prepare', 'cleared', writing, submission),
  row('cleared', 'correct', 'draft', deciding, content),
]

function row(
  from: ReportState,
  action: ReportAction,
  to: ReportState,
  roles: readonly (Role | 'system')[],
  law: string,
): Transition<ReportState, ReportAction> {
  return { from, action, to, roles, law }
}

/** States of a report that the office above received (审核状态): 待审核, 退回, 已核定, 被新的一份取代. */
export const receivedStates = ['open', 'returned', 'cleared', 'replaced'] as const
export type ReceivedState = (typeof receivedStates)[number]

/** What the office above may do with a report that it received (年报审核). */
export const receivedLifecycle: readonly Transition<ReceivedState, 'return' | 'clear'>[] = [
  {
    from: 'open',
    action: 'return',
    to: 'returned',
    roles: ['head', 'statistician'],
    law: submission,
  },
  {
    from: 'open',
    action: 'clear',
    to: 'cleared',
    roles: ['head', 'statistician'],
    law: submission,
  },
]
