import type * as z from 'zod'
import { refuse, type Result } from '../shared/refusal.ts'
import { parseInput } from '../shared/validate/parse.ts'
import type { Case } from './case.ts'
import type { Change, Moment } from './change.ts'
import { type StepAction, stepInputs } from './step-input.ts'
import { draft, passCheck, reply, sendBack, serve, sign, takeBack } from './steps/answer.ts'
import { assign, claim, handBack } from './steps/assign.ts'
import { consult, defer, extend, recordOpinion, recordService } from './steps/clock.ts'
import { convert, reopenAsApplication } from './steps/convert.ts'
import { abandon, archive, close, withdraw } from './steps/end.ts'
import { charge, recordPayment } from './steps/fee.ts'
import { answerCoUnit, askCoUnit, waiveCoUnit } from './steps/co-unit.ts'
import { split } from './steps/split.ts'
import { transfer } from './steps/transfer.ts'
import { confirmReceipt, noteContact } from './steps/receipt.ts'
import { accept, askReasons, correct, explain, requestCorrection } from './steps/triage.ts'

type Step = (subject: Case, raw: unknown, moment: Moment) => Result<Change>

const steps: Readonly<Record<StepAction, Step>> = {
  'confirm-receipt': step(stepInputs['confirm-receipt'], confirmReceipt),
  'note-contact': step(stepInputs['note-contact'], noteContact),
  accept: step(stepInputs.accept, accept),
  'request-correction': step(stepInputs['request-correction'], requestCorrection),
  correct: step(stepInputs.correct, correct),
  'ask-reasons': step(stepInputs['ask-reasons'], askReasons),
  explain: step(stepInputs.explain, explain),
  assign: step(stepInputs.assign, assign),
  claim: step(stepInputs.claim, claim),
  'hand-back': step(stepInputs['hand-back'], handBack),
  split: step(stepInputs.split, split),
  transfer: step(stepInputs.transfer, transfer),
  'ask-co-unit': step(stepInputs['ask-co-unit'], askCoUnit),
  'answer-co-unit': step(stepInputs['answer-co-unit'], answerCoUnit),
  'waive-co-unit': step(stepInputs['waive-co-unit'], waiveCoUnit),
  consult: step(stepInputs.consult, consult),
  'record-service': step(stepInputs['record-service'], recordService),
  'record-opinion': step(stepInputs['record-opinion'], recordOpinion),
  extend: step(stepInputs.extend, extend),
  defer: step(stepInputs.defer, defer),
  charge: step(stepInputs.charge, charge),
  'record-payment': step(stepInputs['record-payment'], recordPayment),
  draft: step(stepInputs.draft, draft),
  'pass-check': step(stepInputs['pass-check'], passCheck),
  'send-back': step(stepInputs['send-back'], sendBack),
  'take-back': step(stepInputs['take-back'], takeBack),
  sign: step(stepInputs.sign, sign),
  serve: step(stepInputs.serve, serve),
  reply: step(stepInputs.reply, reply),
  close: step(stepInputs.close, close),
  archive: step(stepInputs.archive, archive),
  withdraw: step(stepInputs.withdraw, withdraw),
  abandon: step(stepInputs.abandon, abandon),
  convert: step(stepInputs.convert, convert),
  'reopen-as-application': step(stepInputs['reopen-as-application'], reopenAsApplication),
}

/**
 * Decides one step (办理一步): reads its input, refuses `stale` when the actor saw another version, and
 * answers what happens and changes. Whether the table opens the step is asked before.
 */
export function decideStep(
  subject: Case,
  action: StepAction,
  raw: unknown,
  moment: Moment,
): Result<Change> {
  return steps[action](subject, raw, moment)
}

function step<T extends { version?: number | undefined }>(
  schema: z.ZodType<T>,
  decide: (subject: Case, input: T, moment: Moment) => Result<Change>,
): Step {
  return (subject, raw, moment) => {
    const input = parseInput(schema, raw)
    if (!input.ok) return input
    const { version } = input.value
    if (version !== undefined && version !== subject.version) return refuse({ code: 'stale' })
    return decide(subject, input.value, moment)
  }
}
