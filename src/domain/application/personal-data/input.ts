import * as z from 'zod'
import { type FieldError, ok, refuse, type Result } from '../../shared/refusal.ts'
import { checkCreditCode } from '../../shared/validate/credit-code.ts'
import { checkEmail } from '../../shared/validate/email.ts'
import { parseInput } from '../../shared/validate/parse.ts'
import { checkPhone } from '../../shared/validate/phone.ts'
import { checkPostcode } from '../../shared/validate/postcode.ts'
import type { LocalDate } from '../../time/local-date.ts'
import { needed, optional } from '../form-fields.ts'
import { deliveryForms, deliveryRoutes } from '../form.ts'
import { idTypes } from '../identity.data.ts'
import { checkIdentity } from '../identity.ts'
import type { Personal } from '../personal.ts'
import {
  type ContactField,
  contactFields,
  erasableFields,
  type IdentityField,
  identityFields,
} from './fields.data.ts'

/** What an applicant corrects (更正、补充): contact and delivery at once, identity on request. */
export const correctionInput = z.strictObject({
  applicant: z
    .strictObject({
      phone: optional(40, checkPhone),
      email: optional(320, checkEmail),
      address: optional(200),
      postcode: optional(16, checkPostcode),
      contactName: optional(100),
      name: optional(200),
      idType: z.enum(idTypes).optional(),
      idNumber: optional(64),
      creditCode: optional(64, checkCreditCode),
      legalRepresentative: optional(100),
    })
    .optional(),
  /** of the representative that the application named (代理人、监护人); nobody is named here */
  representative: z
    .strictObject({
      phone: optional(40, checkPhone),
      name: optional(100),
      idType: z.enum(idTypes).optional(),
      idNumber: optional(64),
    })
    .optional(),
  delivery: z
    .strictObject({
      form: z.enum(deliveryForms).optional(),
      route: z.enum(deliveryRoutes).optional(),
    })
    .optional(),
  /** why the identity is to be corrected; needed with it */
  reason: optional(500),
})

/** Fields to be erased (删除), by their pointer names. */
export const erasureInput = z.strictObject({
  fields: z.array(z.enum(erasableFields)).min(1).max(erasableFields.length),
})

/** Whether the applicant wants notices (是否接收通知). */
export const noticesInput = z.strictObject({ wanted: z.boolean() })

/** As what a copy is taken along (复制). */
export const copyInput = z.strictObject({ format: z.enum(['json', 'csv']).default('json') })

/** Why an officer declines a correction (不予更正的理由). */
export const declineInput = z.strictObject({ reason: needed(500) })

/** A correction as it is to be made; what is not named stays. */
export type Correction = {
  contact: Partial<Record<ContactField, string>>
  delivery: { form: string | null; route: string | null }
  identity: Partial<Record<IdentityField, string>>
  reason: string | null
}

/**
 * Parses a correction against what is kept: an identity number goes by its document's format on the
 * day of arrival, the route that is chosen must have its address, and identity needs a reason.
 */
export function parseCorrection(
  raw: unknown,
  kept: { personal: Personal; arrivedOn: LocalDate; form: string | null; route: string | null },
): Result<Correction> {
  const parsed = parseInput(correctionInput, raw)
  if (!parsed.ok) return parsed
  const { applicant = {}, representative = {}, delivery = {}, reason = null } = parsed.value
  const given = new Map([
    ...namedIn('applicant', applicant),
    ...namedIn('representative', representative),
  ])
  const contact = pick(contactFields, given, kept.personal)
  const identity = pick(identityFields, given, kept.personal)
  const route = delivery.route ?? kept.route
  const errors: FieldError[] = [
    ...checkNumber('applicant', identity, kept.personal, kept.arrivedOn),
    ...checkNumber('representative', identity, kept.personal, kept.arrivedOn),
    ...checkNamed(representative, kept.personal),
    ...checkRoute(route, { ...kept.personal, ...contact }),
  ]
  const isIdentity = Object.keys(identity).length > 0
  if (isIdentity) errors.push(...checkReason(reason))
  const changed = {
    form: differing(delivery.form, kept.form),
    route: differing(delivery.route, kept.route),
  }
  if (isNothing({ ...contact, ...identity }, changed)) {
    errors.push({ pointer: '/applicant', problem: 'required' })
  }
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  return ok({ contact, delivery: changed, identity, reason: isIdentity ? reason : null })
}

function differing(given: string | undefined, kept: string | null): string | null {
  return given === undefined || given === kept ? null : given
}

function isNothing(fields: Personal, { form, route }: Correction['delivery']): boolean {
  return Object.keys(fields).length === 0 && form === null && route === null
}

type Whose = 'applicant' | 'representative'

function namedIn(whose: Whose, fields: object): [string, string | undefined][] {
  return Object.entries<string | undefined>({ ...fields }).map(([key, value]) => [
    `${whose}.${key}`,
    value,
  ])
}

/** Whoever was not named with the application, and proved his authority, is not named by a correction. */
function checkNamed(given: object, kept: Personal): FieldError[] {
  const isGiven = Object.values<unknown>({ ...given }).some((value) => value !== undefined)
  if (!isGiven || kept['representative.name'] !== undefined) return []
  return [{ pointer: '/representative', problem: 'not-listed', allowed: [] }]
}

function checkReason(reason: string | null): FieldError[] {
  return reason === null ? [{ pointer: '/reason', problem: 'required' }] : []
}

/** The fields that were given and differ from what is kept. */
function pick<F extends keyof Personal>(
  fields: readonly F[],
  given: ReadonlyMap<string, string | undefined>,
  kept: Personal,
): Partial<Record<F, string>> {
  const picked: Partial<Record<F, string>> = {}
  for (const field of fields) {
    const value = given.get(field)
    if (value !== undefined && value !== kept[field]) picked[field] = value
  }
  return picked
}

function checkNumber(
  whose: Whose,
  identity: Correction['identity'],
  kept: Personal,
  on: LocalDate,
): FieldError[] {
  const [typeField, numberField] = [`${whose}.idType`, `${whose}.idNumber`] as const
  const number = identity[numberField]
  if (identity[typeField] === undefined && number === undefined) return []
  const type = identity[typeField] ?? kept[typeField]
  const known = idTypes.find((one) => one === type)
  if (known === undefined) return [{ pointer: `/${whose}/idType`, problem: 'required' }]
  const checked = checkIdentity(known, number ?? kept[numberField] ?? '', on)
  if (!checked.ok) return [{ pointer: `/${whose}/idNumber`, ...checked.problem }]
  if (number !== undefined) identity[numberField] = checked.value
  return []
}

function checkRoute(route: string | null, personal: Personal): FieldError[] {
  if (route === 'email' && personal['applicant.email'] === undefined) {
    return [{ pointer: '/applicant/email', problem: 'required' }]
  }
  return route === 'post' && personal['applicant.address'] === undefined
    ? [{ pointer: '/applicant/address', problem: 'required' }]
    : []
}
