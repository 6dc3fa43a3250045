import type { Transition } from '../shared/machine.ts'
import { orderedLaw } from './deadline-rules.data.ts'
import { endedStates } from './retention.ts'
import { type Action, type State, states } from './types.ts'

/** Those who receive and register (受理岗位). */
const intake = ['registrar', 'head', 'information-officer'] as const
/** Those who handle and answer (承办岗位). */
const handling = ['handler', 'head', 'information-officer'] as const
/** All who work on a case (受理、承办岗位). */
const casework = ['registrar', 'handler', 'head', 'information-officer'] as const
/** Those who check a draft: legality and secrecy (合法性、保密审核). */
const checking = ['legal-reviewer', 'first-reviewer', 'final-reviewer', 'head'] as const
/** The head of the working body (负责人). */
const head = ['head'] as const

type Row = Transition<State, Action>

const law = (article: string): string => `政府信息公开条例第${article}条`
const archiveLaw = '机关文件材料归档范围和文书档案保管期限规定第5条'
const feeLaw = '政府信息公开信息处理费管理办法第6条'

const row = (
  from: State,
  action: Action,
  to: State,
  roles: Row['roles'],
  article: string,
): Row => ({ from, action, to, roles, law: /^\d/.test(article) ? law(article) : article })

/** States in which a decision is still to come (未办结). */
const undecided = states
  .slice(states.indexOf('awaiting-confirmation'), states.indexOf('replied'))
  // What is on its way to another agency is nobody's to end until that one has answered.
  .filter((state) => state !== 'transferring')

/**
 * The lifecycle of an application (依申请公开流转表): pages, calls and tests all read this table.
 * The system registers what the queue brings; where an agency takes internet applications at once
 * it registers them as received. A corrected case is opened again by the decision of its dispute
 * (复议、诉讼结果纠正), never by hand. The clock is not a state: it has its own ledger.
 */
export const lifecycle: readonly Row[] = [
  row('submitted', 'register', 'awaiting-confirmation', ['system'], '45'),
  row('submitted', 'register-received', 'received', ['system'], '31'),
  row('awaiting-confirmation', 'confirm-receipt', 'received', intake, '31'),
  row('awaiting-confirmation', 'note-contact', 'awaiting-confirmation', intake, '31'),

  row('received', 'accept', 'accepted', intake, '45'),
  row('received', 'request-correction', 'correcting', intake, '30'),
  row('received', 'ask-reasons', 'explaining', intake, '35'),
  row('received', 'convert', 'converted', intake, '39'),
  row('converted', 'reopen-as-application', 'received', intake, '39'),
  row('correcting', 'correct', 'received', [...intake, 'applicant'], '30'),
  row('correcting', 'abandon', 'abandoned', intake, '30'),
  row('explaining', 'explain', 'received', [...intake, 'applicant'], '35'),
  row('explaining', 'accept', 'accepted', intake, '35'),

  row('accepted', 'assign', 'accepted', intake, '45'),
  row('accepted', 'claim', 'accepted', handling, '45'),
  row('accepted', 'hand-back', 'accepted', handling, '45'),
  row('received', 'split', 'received', intake, '29'),
  row('accepted', 'split', 'accepted', casework, '29'),
  row('received', 'transfer', 'transferring', head, '36'),
  row('accepted', 'transfer', 'transferring', head, '36'),
  row('transferring', 'transfer-done', 'transferred', ['system'], '36'),
  row('transferring', 'transfer-declined', 'received', ['system'], '36'),
  row('accepted', 'ask-co-unit', 'accepted', handling, '45'),
  row('accepted', 'answer-co-unit', 'accepted', casework, '45'),
  row('accepted', 'waive-co-unit', 'accepted', head, '45'),
  row('accepted', 'consult', 'accepted', handling, '32'),
  row('accepted', 'record-service', 'accepted', casework, '32'),
  row('accepted', 'record-opinion', 'accepted', casework, '32'),
  row('accepted', 'extend', 'accepted', head, '33'),
  row('accepted', 'defer', 'accepted', head, '35'),
  row('accepted', 'charge', 'fee-due', handling, '42'),
  row('fee-due', 'record-payment', 'accepted', casework, feeLaw),
  row('fee-due', 'abandon', 'abandoned', intake, feeLaw),

  row('accepted', 'draft', 'checking', handling, '36'),
  row('checking', 'pass-check', 'signing', checking, '17'),
  row('checking', 'send-back', 'accepted', checking, '17'),
  row('checking', 'take-back', 'accepted', handling, '36'),
  row('checking', 'extend', 'checking', head, '33'),
  row('signing', 'sign', 'signed', head, '36'),
  row('signing', 'send-back', 'accepted', head, '36'),
  row('signing', 'extend', 'signing', head, '33'),
  row('signed', 'serve', 'replied', casework, '33'),
  row('signed', 'send-back', 'accepted', head, '36'),
  row('accepted', 'reply', 'replied', ['head', 'information-officer'], '33'),
  row('replied', 'close', 'closed', handling, '45'),
  row('closed', 'archive', 'archived', casework, '45'),
  ...endedStates.map((from) => row(from, 'destroy', 'destroyed', ['system'], archiveLaw)),

  row('replied', 'redo', 'accepted', ['system'], orderedLaw),
  row('closed', 'redo', 'accepted', ['system'], orderedLaw),
  row('archived', 'redo', 'accepted', ['system'], orderedLaw),
  row('abandoned', 'redo', 'accepted', ['system'], orderedLaw),

  ...undecided.map((from) =>
    row(
      from,
      'withdraw',
      'withdrawn',
      ['applicant', ...intake],
      '国办公开办函〔2021〕30号表三（六）3',
    ),
  ),
]
