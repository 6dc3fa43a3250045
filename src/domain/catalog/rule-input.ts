import * as z from 'zod'
import { safeLine } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { ruleSystems } from './rule-systems.data.ts'

/** Keys of the six systems; `other` is what belongs to none. */
export const ruleSystemKeys = [...ruleSystems.map(({ key }) => key), 'other'] as const

/** A rule as an officer writes it (公开制度): number, edition and validity. */
export const ruleInput = z
  .strictObject({
    system: z.enum(ruleSystemKeys),
    title: safeLine(120),
    number: safeLine(60).optional(),
    edition: safeLine(40),
    issuedOn: dateField,
    fromOn: dateField,
    toOn: dateField.optional(),
    /** its text, by address, index number or id */ item: safeLine(500).optional(),
    seen: countField(0, 1_000_000).optional(),
  })
  .superRefine(({ issuedOn, fromOn, toOn }, ctx) => {
    const late = (path: string, input: string, other: string): void => {
      const params = { problem: { problem: 'before', other } }
      ctx.issues.push({ code: 'custom', input, path: [path], params })
    }
    if (fromOn < issuedOn) late('fromOn', fromOn, '/issuedOn')
    if (toOn !== undefined && toOn < fromOn) late('toOn', toOn, '/fromOn')
  })

/** Where a rule stands on a day: 待施行, 施行中, 已失效. */
export function ruleState(
  { fromOn, toOn }: { fromOn: string; toOn: string | null },
  today: string,
): 'pending' | 'in-force' | 'ended' {
  if (today < fromOn) return 'pending'
  return toOn !== null && today > toOn ? 'ended' : 'in-force'
}
