import * as z from 'zod'
import { neededText, safeLine } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { refuse, type Result } from '../shared/refusal.ts'
import { addProblem, parseInput } from '../shared/validate/parse.ts'
import { calendarScopes, type CalendarEdition } from '../time/edition.ts'
import { readCalendarTable } from './read-table.ts'

/** Longest text of a table, in characters. */
export const longestTable = 20_000

const httpAddress = safeLine(500).superRefine((url, ctx) => {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    addProblem(ctx, url, { problem: 'ill-formed', what: 'url' })
  }
})

/** What is stated of a year's table (放假安排): its days as text, and the notice that it comes from. */
const calendarInput = z
  .strictObject({
    scope: z.enum(calendarScopes),
    year: countField(2008, 2099),
    table: neededText(longestTable),
    docNumber: safeLine(100),
    url: httpAddress,
    issuedOn: dateField,
    version: countField(1, Number.MAX_SAFE_INTEGER).optional(),
  })
  .transform((input, ctx) => {
    const { scope, year, docNumber, url, issuedOn, version } = input
    const { table, faults } = readCalendarTable(input.table, year)
    for (const fault of faults) {
      ctx.issues.push({
        code: 'custom',
        input: input.table,
        path: ['table'],
        params: { problem: fault },
      })
    }
    if (faults.length === 0 && table.off.length === 0) {
      ctx.issues.push({
        code: 'custom',
        input: input.table,
        path: ['table'],
        params: { problem: { problem: 'required' } },
      })
    }
    const source = { docNumber, url, issuedOn }
    return { scope, year, table, source, version: version ?? null }
  })

/** A draft as it is kept: what a version will say. */
export type CalendarDraft = Omit<CalendarEdition, 'n'>

/** What a step on a draft states: the version that was seen. */
export const calendarStep = z.strictObject({
  version: countField(1, Number.MAX_SAFE_INTEGER).optional(),
})

const storedDay = dateField

/** The content of a version as it is kept in JSON. */
export const storedContent = z.object({
  table: z.object({
    off: z.array(z.object({ name: z.string(), from: storedDay, to: storedDay })),
    work: z.array(storedDay),
  }),
  source: z.object({ docNumber: z.string(), url: z.string(), issuedOn: storedDay }),
})

/** Versions in force as they are kept in JSON. */
export const storedEditions = z.array(
  storedContent.extend({ scope: z.enum(calendarScopes), year: z.int(), n: z.int() }),
)

const tableOf = z.object({ year: z.int(), table: z.string() })

/** Parses what is stated of a table; its lines are checked although another field is at fault as well. */
export function parseCalendar(raw: unknown): Result<z.output<typeof calendarInput>> {
  const parsed = parseInput(calendarInput, raw)
  const typed = tableOf.safeParse(raw)
  if (parsed.ok || !typed.success || parsed.refusal.code !== 'invalid') return parsed
  const { errors } = parsed.refusal
  if (errors.some(({ pointer }) => pointer === '/table')) return parsed
  const { faults } = readCalendarTable(typed.data.table, typed.data.year)
  const more = faults.map((fault) => Object.assign({ pointer: '/table' }, fault))
  return refuse({ code: 'invalid', errors: [...errors, ...more] })
}
