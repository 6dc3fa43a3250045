import type { Transition } from '../shared/machine.ts'
import type { Action, State } from './types.ts'

/** Those who answer for the agency before a reconsideration organ or a court (应诉岗位). */
const answering = ['head', 'information-officer', 'legal-reviewer'] as const

type Row = Transition<State, Action>

const row = (from: State, action: Action, to: State, law: string): Row => ({
  from,
  action,
  to,
  roles: answering,
  law,
})

const answerLaw = '行政复议法第48条、第54条，行政诉讼法第67条'
const decisionLaw = '行政复议法第61条，行政诉讼法第69条、第70条'

/**
 * The lifecycle of a dispute (复议诉讼流转表): answered within the organ's limit, decided once (what was
 * entered of it is amended visibly); what was corrected sends the application back to be answered anew. Only what is not decided can be taken
 * off the register as a mistake.
 */
export const lifecycle: readonly Row[] = [
  row('registered', 'answer', 'answered', answerLaw),
  row('registered', 'decide', 'decided', decisionLaw),
  row('answered', 'decide', 'decided', decisionLaw),
  row('decided', 'amend', 'decided', decisionLaw),
  row('decided', 'redo', 'redone', '行政复议法第64条、第66条，行政诉讼法第70条、第72条'),
  row('registered', 'cancel', 'cancelled', '政府信息公开条例第45条'),
  row('answered', 'cancel', 'cancelled', '政府信息公开条例第45条'),
]
