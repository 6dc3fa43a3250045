import type { LetterKind } from '../../domain/letter/letter.ts'
import { receiveConsultation, receiveConsultationAnswer } from '../consultation/receive.ts'
import type { LetterReader } from './effect.ts'

/** What each kind of letter does where it arrives (公函的效力); a kind without a reader is refused. */
export const letterReaders: Readonly<Partial<Record<LetterKind, LetterReader>>> = {
  'item-consultation': receiveConsultation,
  'item-consultation-reply': receiveConsultationAnswer,
}
