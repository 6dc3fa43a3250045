import type { FormatName } from '../shared/refusal.ts'
import { type LocalDate, localDate } from '../time/local-date.ts'

/** Proofs of identity (身份证明) that a natural person may name (条例第29条). */
export const idTypes = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'hmt-residence',
  'foreigner-residence',
  'other',
] as const

/** 居民身份证, 护照, 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 港澳台居民居住证, 外国人永久居留身份证, 其他. */
export type IdType = (typeof idTypes)[number]

/**
 * One format of the numbers of a document (证件号码规则), with the days on which such numbers are
 * valid, both included; `born` numbers have a date of birth and a check character (GB 11643).
 */
export type IdentityRule = {
  type: IdType
  from: LocalDate | null
  to: LocalDate | null
  form: RegExp
  born: boolean
  format: FormatName
}

const row = (
  type: IdType,
  form: RegExp,
  rest: { format?: FormatName; born?: true; from?: string; to?: string } = {},
): IdentityRule => ({
  type,
  from: rest.from === undefined ? null : localDate(rest.from),
  to: rest.to === undefined ? null : localDate(rest.to),
  form,
  born: rest.born ?? false,
  format: rest.format ?? (type === 'other' ? 'identity-number' : type),
})

/**
 * Formats of the numbers of identity documents by document; where several are open, any of them
 * will do. The first generation of the resident card ended by 居民身份证法（2011修正）, the residence
 * permits began with 国办发〔2018〕81号, the permanent residence card of 2023 has 18 digits.
 */
export const identityRules: readonly IdentityRule[] = [
  row('resident-id', /^[1-9]\d{16}[\dX]$/, { born: true }),
  row('resident-id', /^[1-9]\d{14}$/, { to: '2012-12-31' }),
  row('passport', /^(?=(?:[A-Z]*\d){3})[A-Z\d]{5,20}$/),
  row('hk-macao-permit', /^[HM](?:\d{8}(?:\d{2})?|[A-Z]\d{7})$/),
  row('taiwan-permit', /^(?:\d{8}|\d{10}[A-Z]?|[A-Z]\d{8,9})$/),
  row('hmt-residence', /^8[123]0000\d{11}[\dX]$/, { born: true, from: '2018-09-01' }),
  row('foreigner-residence', /^9\d{16}[\dX]$/, { born: true, from: '2023-12-01' }),
  row('foreigner-residence', /^[A-Z]{3}\d{12}$/, { from: '2004-08-15' }),
  row('other', /^(?=.*[\p{L}\p{N}]).{2,64}$/u),
]
