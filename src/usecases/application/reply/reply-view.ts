import {
  type Remedy,
  type RemedyDay,
  remedyDays,
  remedyOf,
} from '../../../domain/application/remedy.ts'
import type { OutcomeKey } from '../../../domain/shared/report-keys.data.ts'
import type { ApplicationRow } from '../../../store/tenant/application/application.ts'
import type { Ctx } from '../../context.ts'
import { caseOf } from '../read-case.ts'
import { openReply } from '../instrument/seal.ts'

/** A reply as applicant and officers read it (答复); `text` is null for what was imported. */
export type ReplyView = {
  outcome: OutcomeKey
  repliedOn: string
  text: string | null
  remedy: Remedy
  /** until when the applicant may go which way (救济期限) */
  remedyDays: RemedyDay[]
}

/** Opens the reply of an answered application, or null; a withdrawn one has none. */
export async function replyOf(
  { calendar, keys }: Pick<Ctx, 'calendar' | 'keys'>,
  row: ApplicationRow,
): Promise<ReplyView | null> {
  const { receipt, state, outcome, decidedOn } = caseOf(row)
  if (outcome === null || decidedOn === null || state === 'withdrawn') return null
  const remedy = remedyOf(outcome, decidedOn)
  return {
    outcome,
    repliedOn: decidedOn,
    text: row.reply_sealed === null ? null : await openReply(keys, receipt, row.reply_sealed),
    remedy,
    remedyDays: remedyDays(remedy, decidedOn, calendar),
  }
}
