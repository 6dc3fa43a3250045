import type { Role } from '../shared/actor.ts'
import type { Transition } from '../shared/machine.ts'
import type { Action, State } from './types.ts'

const drafting = ['information-officer', 'head'] as const
const reviewing = ['legal-reviewer'] as const
const deciding = ['head'] as const
const filing = ['head', 'legal-reviewer'] as const

const reviewLaw = '国办发〔2018〕115号（合法性审核）'
const unityLaw = '国办发〔2018〕37号（统一登记、统一编号、统一印发）'
const publicLaw = '政府信息公开条例第20条第一项；未经公布不得作为行政管理依据'
const filingLaw = '国办发〔2018〕37号（备案监督）'
const cleanupLaw = '国办发〔2018〕37号（清理和有效期）'

/** States in which a document has been published and is in force. */
const inForce = ['published', 'filed', 'accepted', 'returned'] as const

/** Steps that take a document further: where one is open to somebody, the document waits for him. */
const onward: ReadonlySet<Action> = new Set([
  'submit',
  'pass',
  'register',
  'publish',
  'file',
  'correct',
])

/** States in which a document waits for a holder of these roles (等我办理). */
export function waitingNormStates(roles: readonly string[]): State[] {
  const waiting = normLifecycle.filter(
    (one) => onward.has(one.action) && one.roles.some((role) => roles.includes(role)),
  )
  return waiting.map(({ from }) => from)
}

type Row = Transition<State, Action>

/**
 * The lifecycle of a normative document (规范性文件流转表): a number comes only after the legality
 * review of its text, force only by publication; pages, calls and tests read this table.
 */
export const normLifecycle: readonly Row[] = [
  row('draft', 'edit', 'draft', drafting, unityLaw),
  row('draft', 'submit', 'under-review', drafting, reviewLaw),
  row('under-review', 'pass', 'reviewed', reviewing, reviewLaw),
  row('under-review', 'send-back', 'draft', reviewing, reviewLaw),
  row('reviewed', 'reopen', 'draft', drafting, reviewLaw),
  // Its number stays with it: what was numbered once takes no second one.
  row('registered', 'reopen', 'draft', drafting, reviewLaw),
  row('reviewed', 'register', 'registered', deciding, unityLaw),
  row('registered', 'publish', 'published', drafting, publicLaw),
  row('published', 'file', 'filed', filing, filingLaw),
  row('filed', 'note-acceptance', 'accepted', filing, filingLaw),
  row('filed', 'accept-filing', 'accepted', ['system'], filingLaw),
  row('filed', 'return-filing', 'returned', ['system'], filingLaw),
  row('returned', 'correct', 'filed', deciding, filingLaw),
  row('returned', 'revoke', 'revoked', deciding, filingLaw),
  row('filed', 'annul', 'revoked', ['system'], filingLaw),
  row('returned', 'annul', 'revoked', ['system'], filingLaw),
  ...inForce.flatMap((from) => [
    row(from, 'extend', from, deciding, cleanupLaw),
    row(from, 'amend', 'amended', deciding, cleanupLaw),
    row(from, 'repeal', 'repealed', deciding, cleanupLaw),
    row(from, 'expire', 'expired', ['system'], cleanupLaw),
  ]),
]

function row(
  from: State,
  action: Action,
  to: State,
  roles: readonly (Role | 'system')[],
  law: string,
): Row {
  return { from, action, to, roles, law }
}
