import * as z from 'zod'
import type { Agency } from '../agency/agency.ts'
import type { CaseBar } from '../shared/refusal.ts'
import { dateField } from '../shared/validate/fields.ts'
import { channelNames } from './deadline-rules.data.ts'
import { applicantClasses } from '../shared/report-keys.data.ts'
import type { Ledger } from './ledger.ts'
import { personalFields } from './personal.ts'
import type { LocalDate } from '../time/local-date.ts'

/** On what a transfer rests (移送依据): 申请人同意, 同一级政府的机关之间. */
export const transferBases = ['consent', 'one-government'] as const
export type TransferBasis = (typeof transferBases)[number]

/** Letter that carries a case (移送函): nothing personal; the dossier lies sealed under `passage`. */
export const transferContent = z.strictObject({
  passage: z.string().min(1).max(64),
  number: z.string().max(100),
  basis: z.enum(transferBases),
  receivedOn: dateField,
  sentOn: dateField,
})
export type TransferContent = z.output<typeof transferContent>

/** Answer to it (移送回执): `sealed` are receipt and query password there, for the sender alone. */
export const transferReply = z.strictObject({
  verdict: z.enum(['registered', 'declined']),
  on: dateField,
  sealed: z.string().max(2000).nullable(),
})

/** What the sealed part of the answer opens to. */
export const newPlace = z.strictObject({ receipt: z.string(), secret: z.string() })

const file = z.strictObject({
  purpose: z.enum(['request', 'authorisation']),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
})

/** A whole case on its way (移送案卷), sealed for its two agencies: the form, the files, what was added. */
export const dossier = z.strictObject({
  channel: z.enum(channelNames),
  applicantClass: z.enum(applicantClasses),
  arrivedAt: z.number(),
  delivery: z.strictObject({ form: z.string().nullable(), route: z.string().nullable() }),
  personal: z.partialRecord(z.enum(personalFields), z.string()),
  ledger: z.array(z.unknown()),
  /** corrections and reasons as the applicant gave them (补正、说明的内容) */
  added: z.array(z.string()),
  files: z.array(file),
  /** that the applicant agreed to notices (同意接收通知); what was left before this was asked says nothing */
  notices: z.boolean().optional(),
})
export type Dossier = z.output<typeof dossier>

/** Why a transfer from one agency to another on a basis is barred (不能移送的原因), or null. */
export function transferBar(from: Agency, to: Agency, basis: TransferBasis): CaseBar | null {
  const { transfers } = from.settings
  if (transfers === undefined || (basis === 'one-government' && transfers !== basis)) {
    return 'transfer-off'
  }
  return basis === 'one-government' && !isOneGovernment(from, to) ? 'transfer-apart' : null
}

/**
 * The ledger of a case at the agency that takes it over (承接后的期限): with consent the applicant
 * applies there that day; within one government no day is given back to the clock.
 */
export function ledgerAfterTransfer(ledger: Ledger, basis: TransferBasis, on: LocalDate): Ledger {
  return basis === 'consent' ? [{ kind: 'start', on, seq: 2 }] : carriedLedger(ledger, false)
}

/** A ledger as another case takes it along, every entry by its second event; consultations belong to their own case. */
export function carriedLedger(ledger: Ledger, isSplit: boolean): Ledger {
  return ledger
    .filter(
      ({ kind }) => kind !== 'convert' && kind !== 'reopen' && !(isSplit && kind === 'exclude'),
    )
    .map((entry) => Object.assign({}, entry, { seq: 2 }))
}

/** Whether two agencies belong to one government: it and its departments, or two of its departments. */
function isOneGovernment(a: Agency, b: Agency): boolean {
  return governmentOf(a) !== null && governmentOf(a) === governmentOf(b)
}

function governmentOf({ id, kind, parentId }: Agency): string | null {
  return kind === 'government' ? id : parentId
}
