import type { Transition } from '../shared/machine.ts'
import type { Action, State } from './types.ts'

/** Those who receive and register (受理岗位). */
const intake = ['registrar', 'head', 'information-officer'] as const
/** Those who handle and answer (承办岗位). */
const handling = ['handler', 'head', 'information-officer'] as const

const registerLaw = '政府信息公开条例第45条'
const receiptLaw = '政府信息公开条例第31条'
const withdrawLaw = '国办公开办函〔2021〕30号表三（六）3'

/**
 * The lifecycle of an application (依申请公开流转表): pages, calls and tests all read this table.
 * The system registers what the queue brings; where an agency takes internet applications at once
 * it registers them as received.
 */
export const lifecycle = [
  {
    from: 'submitted',
    action: 'register',
    to: 'awaiting-confirmation',
    roles: ['system'],
    law: registerLaw,
  },
  {
    from: 'submitted',
    action: 'register-received',
    to: 'received',
    roles: ['system'],
    law: receiptLaw,
  },
  {
    from: 'awaiting-confirmation',
    action: 'confirm-receipt',
    to: 'received',
    roles: intake,
    law: receiptLaw,
  },
  { from: 'received', action: 'accept', to: 'accepted', roles: intake, law: registerLaw },
  {
    from: 'accepted',
    action: 'reply',
    to: 'replied',
    roles: handling,
    law: '政府信息公开条例第33条、第36条至第39条',
  },
  { from: 'replied', action: 'close', to: 'closed', roles: handling, law: registerLaw },
  {
    from: 'awaiting-confirmation',
    action: 'withdraw',
    to: 'withdrawn',
    roles: ['applicant'],
    law: withdrawLaw,
  },
  {
    from: 'received',
    action: 'withdraw',
    to: 'withdrawn',
    roles: ['applicant'],
    law: withdrawLaw,
  },
  {
    from: 'accepted',
    action: 'withdraw',
    to: 'withdrawn',
    roles: ['applicant'],
    law: withdrawLaw,
  },
] as const satisfies readonly Transition<State, Action>[]
