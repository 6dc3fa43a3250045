import * as z from 'zod'
import { safeLine } from '../document/safe-text.ts'
import { type FieldError, ok, refuse, type Result } from '../shared/refusal.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { parseInput } from '../shared/validate/parse.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { HandRecord } from './gathered.ts'
import type { Asked, Rule } from './rule.ts'
import { fewestTries } from './rules.data.ts'

/** Longest name of what was looked at, and longest proof, in characters. */
export const longest = { object: 100, proof: 300 } as const

const most = 10_000_000

const fields = {
  object: safeLine(longest.object),
  verdict: z.enum(['works', 'broken']),
  tries: countField(fewestTries, most),
  failed: countField(0, most),
  elsewhere: countField(0, most),
  sinceOn: dateField.optional(),
  lastOn: dateField,
  replyOn: dateField.optional(),
}

/** What an officer states of any record (人工核查登记): the day, where the proof is, what was found. */
export const recordInput = z.strictObject({
  checkedOn: dateField,
  proof: safeLine(longest.proof),
  /** there is nothing of this kind (不涉及) */ absent: z.boolean().optional(),
  object: fields.object.optional(),
  verdict: fields.verdict.optional(),
  tries: fields.tries.optional(),
  failed: fields.failed.optional(),
  elsewhere: fields.elsewhere.optional(),
  sinceOn: fields.sinceOn,
  lastOn: fields.lastOn.optional(),
  replyOn: fields.replyOn,
})

type Input = z.output<typeof recordInput>

/** A record as it is kept, before it has an id and a name under it. */
export type NewRecord = Omit<HandRecord, 'id'> & { proof: string }

/**
 * Reads what an officer states for one rule: all that the rule asks, and nothing else; days lie in
 * order and not ahead. Refuses `invalid` with every wrong field.
 */
export function readRecord(rule: Rule, raw: unknown, today: LocalDate): Result<NewRecord> {
  const asks = rule.hand?.asks ?? []
  const input = parseInput(recordInput, raw)
  if (!input.ok) return input
  const { absent = false } = input.value
  const errors = [
    ...wrongFields(rule, input.value, absent ? [] : asks),
    ...wrongDays(input.value, today),
    ...wrongCounts(input.value),
  ]
  return errors.length > 0 ? refuse({ code: 'invalid', errors }) : ok(recordOf(rule, input.value))
}

function recordOf({ id }: Rule, input: Input): NewRecord {
  const { checkedOn: on, proof, absent, verdict, object, tries, failed, elsewhere } = input
  const broken = verdict === undefined ? null : Number(verdict === 'broken')
  return {
    rule: id,
    on,
    proof,
    absent: absent === true,
    object: object ?? '',
    tries: tries ?? null,
    failed: failed ?? broken,
    elsewhere: elsewhere ?? null,
    ...daysOf(input),
  }
}

function daysOf({
  sinceOn,
  lastOn,
  replyOn,
}: Input): Pick<NewRecord, 'sinceOn' | 'lastOn' | 'replyOn'> {
  return { sinceOn: sinceOn ?? null, lastOn: lastOn ?? null, replyOn: replyOn ?? null }
}

function wrongCounts({ tries, failed }: Input): FieldError[] {
  if (tries === undefined || failed === undefined || failed <= tries) return []
  return [{ pointer: '/failed', problem: 'above', other: '/tries' }]
}

function wrongFields({ hand }: Rule, input: Input, asks: readonly Asked[]): FieldError[] {
  const known: readonly Asked[] = [
    'object',
    'verdict',
    'tries',
    'failed',
    'elsewhere',
    'sinceOn',
    'lastOn',
    'replyOn',
  ]
  const errors = known.flatMap((name): FieldError[] => {
    if (input[name] !== undefined && !asks.includes(name)) {
      return [{ pointer: `/${name}`, problem: 'unknown-field' }]
    }
    const isOptional = name === 'sinceOn' || name === 'replyOn'
    return asks.includes(name) && input[name] === undefined && !isOptional
      ? [{ pointer: `/${name}`, problem: 'required' }]
      : []
  })
  if (input.absent === true && hand?.absent !== true) {
    errors.push({ pointer: '/absent', problem: 'unknown-field' })
  }
  return errors
}

function wrongDays(
  { checkedOn: on, sinceOn, lastOn, replyOn }: Input,
  today: LocalDate,
): FieldError[] {
  const errors: FieldError[] = []
  if (on > today) errors.push({ pointer: '/checkedOn', problem: 'in-future' })
  for (const [name, day] of [
    ['sinceOn', sinceOn],
    ['lastOn', lastOn],
  ] as const) {
    if (day !== undefined && day > on) {
      errors.push({ pointer: `/${name}`, problem: 'above', other: '/checkedOn' })
    }
  }
  if (replyOn !== undefined && replyOn < on) {
    errors.push({ pointer: '/replyOn', problem: 'before', other: '/checkedOn' })
  }
  if (replyOn !== undefined && replyOn > today) {
    errors.push({ pointer: '/replyOn', problem: 'in-future' })
  }
  return errors
}
