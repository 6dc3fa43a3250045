import * as z from 'zod'
import { calendarStates } from '../../../domain/calendar/lifecycle.ts'
import { calendarScopes } from '../../../domain/time/edition.ts'

const text = z.string()
const scope = z.enum(calendarScopes)
const stretch = z.object({ name: text, from: text, to: text })
const source = z.object({ docNumber: text, url: text, issuedOn: text })

/** The table that a year's days are counted by, for the API reference (工作日历). */
export const yearTableSchema = z.object({
  year: z.int(),
  n: z.int().nullable(),
  provisional: z.boolean(),
  off: z.array(stretch),
  work: z.array(text),
  source: source.nullable(),
  notices: z.array(text),
  local: z
    .object({
      n: z.int().nullable(),
      off: z.array(stretch),
      work: z.array(text),
      source: source.nullable(),
    })
    .nullable(),
  years: z.array(z.int()),
})

const version = z.object({
  id: text,
  version: z.int(),
  scope,
  year: z.int(),
  n: z.int().nullable(),
  state: z.enum(calendarStates),
  table: z.object({ off: z.array(stretch), work: z.array(text) }),
  source,
  draftedBy: text.nullable(),
  draftedAt: text.nullable(),
  checkedBy: text.nullable(),
  checkedAt: text.nullable(),
  actions: z.array(text),
})
const counts = z
  .object({
    agencies: z.int(),
    answered: z.int(),
    cases: z.int(),
    moved: z.int(),
    rows: z.array(z.object({ agency: text, cases: z.int(), moved: z.int(), renewed: z.int() })),
  })
  .nullable()
const change = z.object({
  n: z.int(),
  mark: text,
  at: text,
  cases: z.int(),
  moved: z.int(),
  renewed: z.int(),
})
const moved = z.object({
  what: z.enum(['reply', 'applicant']),
  receipt: text,
  number: text.nullable(),
  from: text.nullable(),
  to: text.nullable(),
})

/** Versions of holiday tables and what each change moved (放假安排). */
export const calendarListSchema = z.object({
  versions: z.array(version),
  switches: z.array(change),
  builtIn: z.object({ first: z.int(), last: z.int() }),
  inUse: z.array(z.object({ scope, year: z.int(), n: z.int() })),
  progress: counts,
  next: z.null(),
})

/** A version, and what it would move while it is a draft (试算). */
export const calendarVersionSchema = z.object({
  shown: version,
  own: z
    .object({ cases: z.int(), renewed: z.int(), moved: z.int(), first: z.array(moved) })
    .nullable(),
  all: counts,
})

/** Which days a change of the calendar moved (期限变动). */
export const calendarMovesSchema = z.object({
  change,
  moved: z.array(moved),
  next: text.nullable(),
})
