import * as z from 'zod'
import { complaintOrigins, complaintStates, findings } from '../../../domain/dispute/complaint.ts'
import { filePurposes, kinds, procedures, results, states } from '../../../domain/dispute/types.ts'
import { deskTimeline } from './timeline-schema.ts'

const text = z.string()
const day = z.string().nullable()

const nearness = z.object({ colour: z.enum(['red', 'yellow', 'blue']), left: z.int() }).nullable()

/** A dispute in a list, for the API reference (复议诉讼). */
export const disputeRow = z.object({
  id: text,
  version: z.int(),
  state: z.enum(states),
  kind: z.enum(kinds),
  procedure: z.enum(procedures).nullable(),
  organ: text,
  caseNumber: text.nullable(),
  application: text.nullable(),
  follows: text.nullable(),
  acceptedOn: text,
  receivedOn: day,
  answeredOn: day,
  decidedOn: day,
  result: z.enum(results).nullable(),
  due: z
    .object({
      dueOn: text,
      provisional: z.boolean(),
      days: z.int(),
      unit: z.enum(['working', 'calendar']),
      law: text,
    })
    .nullable(),
  nearness,
  actions: z.array(text),
})

/** A dispute with its papers and history. */
export const disputeSchema = disputeRow.extend({
  party: text.nullable(),
  about: text.nullable(),
  case: z.object({ receipt: text, number: text.nullable(), state: text }).nullable(),
  warnings: z.array(z.enum(['review-first'])),
  files: z.array(
    z.object({
      id: text,
      purpose: z.enum(filePurposes),
      name: text,
      bytes: z.int(),
      mediaType: text,
    }),
  ),
  notes: z.array(z.object({ seq: z.int(), text })),
  timeline: deskTimeline,
})

/** A complaint about the handling of an application, for the API reference (投诉). */
export const complaintSchema = z.object({
  id: text,
  version: z.int(),
  state: z.enum(complaintStates),
  origin: z.enum(complaintOrigins),
  receipt: text,
  number: text.nullable(),
  text,
  madeOn: text,
  dueOn: text,
  provisional: z.boolean(),
  nearness,
  answeredOn: day,
  finding: z.enum(findings).nullable(),
  answer: text.nullable(),
})
