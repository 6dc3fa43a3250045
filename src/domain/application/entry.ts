import * as z from 'zod'
import type { FieldError, Result } from '../shared/refusal.ts'
import { ok, refuse } from '../shared/refusal.ts'
import { dateField } from '../shared/validate/fields.ts'
import { parseInput } from '../shared/validate/parse.ts'
import type { LocalDate } from '../time/local-date.ts'
import { channelRules, type ChannelName } from './deadline-rules.data.ts'
import { type ApplicationForm, applicationForm, parseForm } from './form.ts'
import { optional } from './form-fields.ts'

/** Channels that staff enter (窗口录入渠道); the internet enters by itself. */
export const enteredChannels = [
  'in-person',
  'oral',
  'registered-mail',
  'ordinary-mail',
  'fax',
  'email',
] as const satisfies readonly ChannelName[]

/** Since when there is a right to apply (条例 2008 年施行). */
export const appliesSince = '2008-05-01'

/** The form with the channel and the days that happened. */
export const applicationEntry = z.strictObject({
  channel: z.enum(enteredChannels),
  arrivedOn: dateField.optional(),
  receivedOn: dateField.optional(),
  confirmedOn: dateField.optional(),
  /** an oral application was read back to the applicant, who agreed to what is written */
  readBack: z.boolean().optional(),
  consent: z.boolean().optional(),
  /** by which papers the representative acts, as the officer saw them (授权、监护证明材料) */
  papers: optional(200),
  ...applicationForm.shape,
})

/** An entered application: the day it came, and the legal receipt day, null while it is awaited. */
export type Entry = {
  form: ApplicationForm
  channel: ChannelName
  arrivedOn: LocalDate
  receivedOn: LocalDate | null
  papers: string | null
}

/** The days that an officer states, by the names of their fields. */
type Days = Partial<Record<'arrivedOn' | 'receivedOn' | 'confirmedOn', LocalDate | undefined>>

/**
 * Parses an application that an officer enters (代为录入): handed in or signed for needs
 * `receivedOn`; letter, fax and e-mail need `arrivedOn` and, once both sides have confirmed,
 * `confirmedOn` (条例第31条). No day may lie after `today`. What was said orally must have been read
 * back and agreed to (第29条); who acts for another must have shown papers.
 */
export function parseEntry(input: unknown, today: LocalDate): Result<Entry> {
  const parsed = parseInput(applicationEntry, input)
  if (!parsed.ok) return parsed
  const { channel, arrivedOn, receivedOn, confirmedOn, readBack, consent, papers, ...rest } =
    parsed.value
  const form = parseForm(rest, arrivedOn ?? receivedOn ?? today)
  if (!form.ok) return form
  const days = { arrivedOn, receivedOn, confirmedOn }
  const outside = [
    ...checkDays(days, today),
    ...(channel === 'oral' ? unticked({ readBack, consent }) : []),
    ...(rest.representative !== undefined && papers === undefined ? lacking('/papers') : []),
  ]
  if (outside.length > 0) return refuse({ code: 'invalid', errors: outside })
  const dates = channelRules[channel].confirmed ? confirmedDates(days) : handedDates(days)
  if (!dates.ok) return dates
  return ok({ form: form.value, channel, papers: papers ?? null, ...dates.value })
}

function checkDays(days: Days, today: LocalDate): FieldError[] {
  return Object.entries(days).flatMap(([field, day]): FieldError[] => {
    const pointer = `/${field}`
    if (day === undefined || (day >= appliesSince && day <= today)) return []
    if (day > today) return [{ pointer, problem: 'in-future' }]
    return [{ pointer, problem: 'before', other: appliesSince }]
  })
}

function unticked(ticks: Readonly<Record<string, boolean | undefined>>): FieldError[] {
  return Object.entries(ticks).flatMap(([field, is]) => (is === true ? [] : lacking(`/${field}`)))
}

type Dates = Result<Pick<Entry, 'arrivedOn' | 'receivedOn'>>

/** Handed in or signed for: the receipt day is that very day. */
function handedDates({ arrivedOn, receivedOn }: Days): Dates {
  if (receivedOn === undefined) return missing('/receivedOn')
  const came = arrivedOn ?? receivedOn
  return receivedOn < came ? tooEarly('/receivedOn') : ok({ arrivedOn: came, receivedOn })
}

/** Letter, fax, e-mail: the receipt day is the day both sides confirm. */
function confirmedDates({ arrivedOn, receivedOn, confirmedOn }: Days): Dates {
  if (arrivedOn === undefined) return missing('/arrivedOn')
  const receipt = confirmedOn ?? receivedOn
  if (receipt === undefined) return ok({ arrivedOn, receivedOn: null })
  return receipt < arrivedOn
    ? tooEarly(confirmedOn === undefined ? '/receivedOn' : '/confirmedOn')
    : ok({ arrivedOn, receivedOn: receipt })
}

function missing(pointer: string): Dates {
  return refuse({ code: 'invalid', errors: lacking(pointer) })
}

function lacking(pointer: string): FieldError[] {
  return [{ pointer, problem: 'required' }]
}

function tooEarly(pointer: string): Dates {
  const other = '/arrivedOn'
  return refuse({ code: 'invalid', errors: [{ pointer, problem: 'before', other }] })
}
