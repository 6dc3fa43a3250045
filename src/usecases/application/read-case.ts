import type { Case } from '../../domain/application/case.ts'
import { type ChannelName, channelNames } from '../../domain/application/deadline-rules.data.ts'
import { parseCoUnits } from '../../domain/application/co-unit.ts'
import { parseDraft } from '../../domain/application/draft.ts'
import { parseLedger } from '../../domain/application/ledger.ts'
import { isState, type State } from '../../domain/application/types.ts'
import {
  type ApplicantClass,
  isApplicantClass,
  isOutcomeKey,
  type OutcomeKey,
} from '../../domain/shared/report-keys.data.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { type LocalDate, localDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ApplicationRow,
  selectApplication,
} from '../../store/tenant/application/application.ts'
import type { Ctx } from '../context.ts'

/** Reads one application's row, or null. */
export async function readRow(ctx: Ctx, receipt: string): Promise<ApplicationRow | null> {
  const [[row]] = await readBatch<[ApplicationRow]>(ctx.db, [selectApplication(receipt)])
  return row ?? null
}

/** Turns a stored row into the case that the rules look at; a word that no table knows is a bug. */
export function caseOf(row: ApplicationRow): Case {
  return {
    receipt: row.id,
    version: row.version,
    state: known(row.state, asState),
    channel: known(row.channel, asChannel),
    applicantClass: known(row.applicant_class, asClass),
    arrivedOn: localDateOf(row.arrived_at),
    receivedOn: dayOf(row.received_on),
    ledger: parseLedger(row.ledger),
    dueOn: dayOf(row.due_on),
    waitsUntil: dayOf(row.waits_until),
    coUnits: parseCoUnits(row.co_units),
    draft: row.draft === null ? null : parseDraft(row.draft),
    decidedOn: dayOf(row.decided_on),
    outcome: row.outcome === null ? null : known(row.outcome, asOutcome),
  }
}

function dayOf(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}

function known<T>(word: string, read: (word: string) => T | null): T {
  const value = read(word)
  if (value === null) throw new Error(`stored word is not known: ${word}`)
  return value
}

function asState(word: string): State | null {
  return isState(word) ? word : null
}

function asChannel(word: string): ChannelName | null {
  return channelNames.find((name) => name === word) ?? null
}

function asClass(word: string): ApplicantClass | null {
  return isApplicantClass(word) ? word : null
}

function asOutcome(word: string): OutcomeKey | null {
  return isOutcomeKey(word) ? word : null
}
