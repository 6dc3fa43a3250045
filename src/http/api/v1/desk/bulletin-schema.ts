import * as z from 'zod'
import { bulletinContent } from '../../../../domain/report/bulletin/content.ts'
import {
  entrySchema,
  findingRules,
  findingStates,
  returnSchema,
} from '../../../../domain/report/bulletin/finding.ts'
import { bulletinKinds } from '../../../../domain/report/bulletin/kinds.data.ts'
import { bulletinStates, issueWays } from '../../../../domain/report/bulletin/lifecycle.ts'
import { proseInput } from '../../../../domain/report/bulletin/prose.ts'

const ledgerFindingSchema = z.looseObject({
  id: z.string(),
  agency: z.string(),
  rule: z.enum(findingRules),
  what: z.string(),
  firstPeriod: z.string(),
  times: z.int(),
  dueOn: z.string(),
  state: z.enum(findingStates),
  closedOn: z.string().nullable(),
  returned: returnSchema.nullable().meta({
    description: '销号后再次出现的问题：曾列入哪一期简报（period、number）、哪一天销号（closedOn）',
  }),
  history: z.array(entrySchema),
})
/** A finding as its steps answer it (问题). */
export const findingSchema = ledgerFindingSchema.omit({ returned: true })

/** The bulletins of a year and what is to be drawn up next (简报一览). */
export const bulletinListSchema = z.object({
  year: z.int(),
  kind: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(bulletinKinds),
      period: z.string(),
      state: z.enum(bulletinStates),
      dueOn: z.string(),
      number: z.string().nullable(),
      issuedOn: z.string().nullable(),
    }),
  ),
  kinds: z.array(
    z.object({
      kind: z.enum(bulletinKinds),
      next: z.object({ period: z.string(), dueOn: z.string() }),
      waiting: z.int(),
      overdue: z.int(),
    }),
  ),
  next: z.string().nullable(),
})
const count = z.number().nullable()

/** A bulletin with its figures, texts and ledger (简报). */
export const bulletinSchema = z.object({
  id: z.string(),
  kind: z.string(),
  period: z.string(),
  title: z.string(),
  version: z.int(),
  state: z.string(),
  number: z.string().nullable(),
  dueOn: z.string(),
  issuedOn: z.string().nullable(),
  isLocked: z.boolean(),
  content: bulletinContent,
  sections: z.array(z.object({ key: z.string(), title: z.string(), text: z.string() })),
  ledger: z.object({ waiting: z.array(ledgerFindingSchema), closed: z.array(ledgerFindingSchema) }),
  actions: z.array(z.string()),
  prose: proseInput,
  checkedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  ways: z.array(z.enum(issueWays)),
  itemId: z.string().nullable(),
  hasBelow: z.boolean(),
  references: z.array(z.object({ name: z.string(), value: z.union([count, z.string()]) })),
  drift: z.array(
    z.object({
      agency: z.string().nullable(),
      name: z.string(),
      what: z.string(),
      locked: count,
      now: count,
    }),
  ),
  objections: z.array(
    z.object({
      agency: z.string(),
      version: z.int(),
      state: z.string(),
      marks: z.array(z.string()),
      text: z.string(),
      reason: z.string().nullable(),
      receivedAt: z.string(),
    }),
  ),
})
