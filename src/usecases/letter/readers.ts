import type { LetterKind } from '../../domain/letter/letter.ts'
import { receiveTransfer } from '../application/transfer/receive-transfer.ts'
import { receiveTransferReply } from '../application/transfer/receive-transfer-reply.ts'
import { receiveNotice } from '../case-review/order/receive-notice.ts'
import { receiveOrder } from '../case-review/order/receive-order.ts'
import { receiveResult } from '../case-review/order/receive-result.ts'
import { receiveConsultation, receiveConsultationAnswer } from '../consultation/receive.ts'
import { receiveFiling, receiveOutcome } from '../norm/receive-filing.ts'
import { receiveFilingReply } from '../norm/receive-reply.ts'
import { receiveReport, receiveReportDecision } from '../report/annual/receive-report.ts'
import { receiveBulletin } from '../report/bulletin/receive-bulletin.ts'
import { receiveFindingAnswer } from '../report/bulletin/receive-answer.ts'
import { receiveObjection } from '../report/bulletin/receive-objection.ts'
import { receiveObjectionReply, receiveSheet } from '../report/bulletin/receive-sheet.ts'
import { receiveFindingVerdict } from '../report/bulletin/receive-verdict.ts'
import type { LetterReader } from './effect.ts'

/** What each kind of letter does where it arrives (公函的效力). */
export const letterReaders: Readonly<Record<LetterKind, LetterReader>> = {
  'item-consultation': receiveConsultation,
  'item-consultation-reply': receiveConsultationAnswer,
  'norm-filing': receiveFiling,
  'norm-filing-reply': receiveFilingReply,
  'norm-filing-outcome': receiveOutcome,
  'application-transfer': receiveTransfer,
  'application-transfer-reply': receiveTransferReply,
  'annual-report': receiveReport,
  'annual-report-reply': receiveReportDecision,
  bulletin: receiveBulletin,
  'finding-answer': receiveFindingAnswer,
  'finding-verdict': receiveFindingVerdict,
  'assessment-sheet': receiveSheet,
  'assessment-objection': receiveObjection,
  'assessment-objection-reply': receiveObjectionReply,
  'case-review-order': receiveOrder,
  'case-review-result': receiveResult,
  'case-review-notice': receiveNotice,
}
