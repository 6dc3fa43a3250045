import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()

/** Longest subject, reason and contact of a topic request, in characters. */
export const longest = { subject: 120, why: 2000, contact: 200, reason: 1000 } as const

/** What the public writes (点题表): what should be published, why, and perhaps how to be reached. */
export const topicForm = z.strictObject({
  subject: safeLine(longest.subject),
  why: neededText(longest.why),
  contact: safeLine(longest.contact).optional(),
})

/** What an officer proposes (工作人员点题); `term` is the search word that led to it. */
export const topicProposal = z.strictObject({
  title: safeLine(longest.subject),
  grounds: safeText(longest.why).optional(),
  term: safeLine(20).optional(),
})

/** What an officer states with each step (各步骤的填报项); `into` is the other topic, `item` an item's address. */
export const stepInputs = {
  open: z.strictObject({
    title: safeLine(longest.subject),
    grounds: safeText(longest.why).optional(),
    version,
  }),
  adopt: z.strictObject({ dueOn: dateField, version }),
  answer: z.strictObject({ item: safeLine(500), version }),
  refuse: z.strictObject({ reason: neededText(longest.reason), version }),
  merge: z.strictObject({ into: safeLine(500), version }),
} as const
