import * as z from 'zod'
import { states } from '../../../domain/application/types.ts'
import { fileInspection } from '../../../usecases/item/files/inspect-file.ts'
import { complaintSchema, disputeRow } from './dispute-schema.ts'

const text = z.string()
const day = z.string().nullable()
const fields = z.record(z.string(), z.string())
const document = z.object({ id: text, name: text, mediaType: text })

/** A case as those see it who only name it (申请). */
export const caseLine = z.object({
  receipt: text,
  number: text.nullable(),
  state: z.enum(states),
  channel: text,
  applicantClass: text,
  subject: text,
  arrivedAt: text,
  receivedOn: day,
  dueOn: day,
  provisional: z.boolean(),
  colour: z.enum(['red', 'yellow', 'blue', 'none']),
  colourReason: text.nullable(),
  waitsUntil: day,
  coUnitsDueOn: day,
  coUnitsLate: z.boolean(),
  daysLeft: z.int().nullable(),
  daysOf: z.int().nullable(),
  contactTries: z.int().nullable(),
  decidedOn: day,
  outcome: text.nullable(),
  actions: z.array(text),
  version: z.int(),
})

/** A case in the list of the desk, for the API reference (办件列表). */
export const caseRowSchema = caseLine.extend({ stateLabel: text })

/** The reply clock with its reasons (答复期限及计算过程). */
export const clockSchema = z
  .object({
    dueOn: text,
    firstDay: text,
    provisional: z.boolean(),
    day: z.int(),
    of: z.int(),
    trace: z.array(z.object({ on: text, counted: z.boolean(), why: text })),
    law: z.array(text),
    calendar: text,
  })
  .nullable()

/** A file that goes out with a reply (答复附件). */
export const replyFileSchema = z.object({
  id: text,
  name: text,
  bytes: z.int(),
  mediaType: text,
  sha256: text,
  scan: z.enum(['pending', 'clean', 'infected']),
  inspection: fileInspection,
  stops: z.int(),
  addedBy: text,
  original: z.object({ id: text, name: text, sha256: text }).nullable(),
})

const answered = {
  /** what goes out with the reply */
  replyFiles: z.array(replyFileSchema),
  reply: z
    .object({
      outcome: text,
      outcomeLabel: text,
      repliedOn: text,
      text: text.nullable(),
      documents: z.array(document),
      remedies: z.array(text),
    })
    .nullable(),
  /** a reply on its way: who drew it up, checked and signed it */
  draft: z
    .object({
      outcome: text,
      variant: text.optional(),
      by: text,
      publicInterest: z.boolean(),
      checkedBy: text.nullable(),
      signedBy: text.nullable(),
      signedOn: day,
      files: text.optional(),
      filesOverridden: z.boolean().optional(),
    })
    .nullable(),
  draftText: text.nullable(),
  draftFacts: fields,
  /** the reply as it would be issued now, as text */
  preview: text.nullable(),
  instruments: z.array(
    z.object({
      id: text,
      seq: z.int(),
      kind: text,
      title: text,
      number: text.nullable(),
      writtenOn: text,
      addressee: z.enum(['applicant', 'third-party', 'agency']),
      isReply: z.boolean(),
      void: z.boolean(),
      documents: z.array(document),
    }),
  ),
  documents: z.array(document),
  itemId: text.nullable(),
}

const handling = {
  unit: text.nullable(),
  handler: text.nullable(),
  officers: z.array(z.object({ id: text, name: text })),
  coUnits: z.array(
    z.object({
      n: z.int(),
      unit: text,
      dueOn: text,
      answeredOn: day,
      waived: z.boolean(),
    }),
  ),
  linked: z.array(z.object({ receipt: text, number: text.nullable(), state: z.enum(states) })),
  transfers: z.array(
    z.object({
      direction: z.enum(['in', 'out']),
      agency: text,
      basis: text,
      sentOn: text,
      state: text,
      number: text.nullable(),
      takenAs: text.nullable(),
    }),
  ),
  duplicates: z.array(
    z.object({ receipt: text, number: text.nullable(), state: text, arrivedAt: text }),
  ),
  consultations: z.array(
    z.object({
      n: z.int(),
      party: text,
      sentOn: text,
      servedOn: day,
      returnedOn: day,
      opinion: text.nullable(),
    }),
  ),
  /** what started, stopped, lengthened the clock, oldest first; the rest of an entry depends on its kind */
  ledger: z.array(z.looseObject({ kind: text, seq: z.int() })),
}

const told = {
  frequency: z
    .object({ month: z.int(), before: z.int(), year: z.int(), isFrequent: z.boolean() })
    .nullable(),
  /** what the applicant was told of; `to` is masked */
  notices: z.array(
    z.object({
      kind: text,
      contact: text,
      to: text.nullable(),
      state: text,
      tries: z.int(),
      madeAt: text,
      endedAt: text.nullable(),
      nextAt: text.nullable(),
      why: text.nullable(),
    }),
  ),
  /** corrections of identity that wait, numbers masked */
  corrections: z.array(z.object({ id: text, askedAt: text, values: fields, reason: text })),
}

/** A case as officers read it, for the API reference (案卷); identities are masked. */
export const caseSchema = caseRowSchema.extend({
  applicant: fields,
  representative: fields.optional(),
  request: fields,
  delivery: z.object({ form: text.nullable(), route: text.nullable() }),
  clock: clockSchema,
  timeline: z.array(
    z.object({
      at: text,
      event: text,
      by: z.object({ type: text, name: text.nullable() }),
      text,
      note: fields.nullable(),
    }),
  ),
  files: z.array(
    z.object({
      id: text,
      purpose: text,
      name: text,
      bytes: z.int(),
      mediaType: text,
      sha256: text,
    }),
  ),
  ...answered,
  ...handling,
  ...told,
  disputes: z.array(disputeRow),
  complaints: z.array(complaintSchema),
})
