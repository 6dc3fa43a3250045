import type { StepAction } from '../../../src/domain/application/step-input.ts'
import { type OutcomeKey, outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { addDays, type LocalDate } from '../../../src/domain/time/local-date.ts'
import { factsFor } from '../../support/reply-facts.ts'

/** Input that a step may be given, with the consultation that is open, if any. */
export const inputs: Readonly<Record<StepAction, (n: number, today: LocalDate) => object>> = {
  'confirm-receipt': () => ({}),
  'note-contact': () => ({ by: 'phone' }),
  accept: () => ({}),
  'request-correction': (n) => ({ unclear: '不明', guidance: '写清', days: 1 + (n % 30) }),
  correct: () => ({ text: '补充' }),
  'ask-reasons': (n) => ({ why: '过多', days: 1 + (n % 20) }),
  explain: () => ({ text: '需要' }),
  assign: () => ({ unit: '办公室' }),
  claim: () => ({}),
  'hand-back': () => ({ why: '不对口' }),
  split: (n) => ({ requests: ['甲', '乙', `丙${String(n)}`] }),
  transfer: (n, today) => ({
    to: 'purse',
    basis: n % 2 === 0 ? 'consent' : 'one-government',
    consentedOn: today,
    reason: '不属本机关',
  }),
  'ask-co-unit': (n, today) => ({
    unit: `科室${String(n % 4)}`,
    what: '核对',
    coDueOn: addDays(today, n % 6),
  }),
  'answer-co-unit': (n) => ({ coUnit: 1 + (n % 3), answer: '已核对' }),
  'waive-co-unit': (n) => ({ coUnit: 1 + (n % 3), why: '时间紧' }),
  consult: (n) => ({
    party: ['third-party', 'co-maker', 'agency'][n % 3],
    name: '某公司',
    what: '涉及的合同',
  }),
  'record-service': (n, today) => ({ consultation: 1 + (n % 3), servedOn: today }),
  'record-opinion': (n) => ({
    consultation: 1 + (n % 3),
    opinion: n % 2 === 0 ? 'agree' : 'refuse',
    reasons: '商业秘密',
  }),
  extend: (n) => ({ days: 1 + (n % 20), reason: '量大' }),
  defer: (n, today) => ({ until: addDays(today, 10 + n), reason: '量大' }),
  charge: (n) => ({ method: 'per-page', pages: 31 + n }),
  'record-payment': () => ({}),
  draft: (n) => answerTo(outcomeKeys[n % outcomeKeys.length] ?? 'granted'),
  'pass-check': () => ({}),
  'send-back': () => ({ why: '改' }),
  'take-back': () => ({}),
  sign: () => ({}),
  serve: () => ({ route: 'post' }),
  reply: (n) => answerTo(outcomeKeys[n % outcomeKeys.length] ?? 'granted'),
  close: () => ({}),
  archive: () => ({}),
  withdraw: () => ({}),
  abandon: () => ({}),
  convert: (n) => ({
    kind: ['consultation', 'complaint', 'report', 'petition'][n % 4],
    pointedTo: '12345',
  }),
  'reopen-as-application': () => ({ why: '确是申请' }),
}

const answerTo = (outcome: OutcomeKey): object => ({ outcome, text: '答复', ...factsFor(outcome) })
