import {
  accept,
  illFormed,
  toAscii,
  wrongChecksum,
  type Checked,
} from '../shared/validate/checked.ts'
import { bornOn, hasCheckCharacter, isResidentArea } from '../shared/validate/resident-id.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type IdentityRule, identityRules, type IdType } from './identity.data.ts'

/**
 * Checks the number of an identity document (证件号码) by the formats in force on a day; answers it in
 * capitals without blanks. Other documents' numbers stay as they were typed.
 */
export function checkIdentity(type: IdType, text: string, on: LocalDate): Checked {
  const rules = identityRules.filter((rule) => rule.type === type)
  const typed = type === 'other' ? text.trim() : plain(text)
  const matching = rules.filter(({ form }) => form.test(typed))
  const rule = matching.find((one) => isInForce(one, on))
  const [outside] = matching
  if (rule !== undefined) return rule.born ? checkBorn(rule, typed, on) : accept(typed)
  if (outside === undefined) return illFormed(rules[0]?.format ?? 'identity-number')
  const { format: what, from, to } = outside
  return { ok: false, problem: { problem: 'not-in-force', what, from, to } }
}

function isInForce({ from, to }: IdentityRule, on: LocalDate): boolean {
  return (from === null || on >= from) && (to === null || on <= to)
}

function checkBorn({ type, format }: IdentityRule, id: string, on: LocalDate): Checked {
  const born = bornOn(id)
  if (born === null || born > on) return illFormed(format)
  if (type === 'resident-id' && !isResidentArea(id)) return illFormed(format)
  return hasCheckCharacter(id) ? accept(id) : wrongChecksum(format)
}

function plain(text: string): string {
  return toAscii(text, 64)
    .toUpperCase()
    .replaceAll(/[\s()-]/g, '')
}
