import * as z from 'zod'
import type { FieldError, Result } from '../shared/refusal.ts'
import { ok, refuse } from '../shared/refusal.ts'
import { applicantClasses, type ApplicantClass } from '../shared/report-keys.data.ts'
import { checkCreditCode } from '../shared/validate/credit-code.ts'
import { checkEmail } from '../shared/validate/email.ts'
import { parseInput } from '../shared/validate/parse.ts'
import { checkPhone } from '../shared/validate/phone.ts'
import { checkPostcode } from '../shared/validate/postcode.ts'
import { checkResidentId } from '../shared/validate/resident-id.ts'
import { needed, optional } from './form-fields.ts'

/** Proofs of identity (身份证明) that a natural person may name (条例第29条). */
export const idTypes = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'foreigner-residence',
  'other',
] as const

/** Carriers (载体) in which information may be asked for. */
export const deliveryForms = ['electronic', 'paper', 'disc', 'on-site'] as const

/** Routes (途径) by which information may be asked for. */
export const deliveryRoutes = ['online', 'email', 'post', 'pickup'] as const

const contact = {
  phone: optional(40, checkPhone),
  email: optional(320, checkEmail),
  address: optional(200),
  postcode: optional(16, checkPostcode),
}

const person = z.strictObject({
  class: z.literal('naturalPerson'),
  name: needed(100),
  idType: z.enum(idTypes),
  idNumber: needed(64),
  ...contact,
})

const organisation = z.strictObject({
  class: z.enum(applicantClasses.filter((name) => name !== 'naturalPerson')),
  name: needed(200),
  creditCode: needed(64, checkCreditCode),
  legalRepresentative: needed(100),
  contactName: needed(100),
  ...contact,
})

/**
 * The application form (申请表, 条例第29条): who asks, for what, in which form; nothing else may be
 * asked, and there is no field for a purpose.
 */
export const applicationForm = z.strictObject({
  applicant: z.discriminatedUnion('class', [person, organisation]),
  request: z.strictObject({
    subject: needed(200),
    description: optional(5000),
    docNumber: optional(100),
  }),
  delivery: z.strictObject({ form: z.enum(deliveryForms), route: z.enum(deliveryRoutes) }),
})

export type ApplicationForm = z.output<typeof applicationForm>

/** Parses an application of unknown shape; every fault is named by its JSON pointer. */
export function parseForm(input: unknown): Result<ApplicationForm> {
  const parsed = parseInput(applicationForm, input)
  if (!parsed.ok) return parsed
  const { value } = parsed
  const errors = [...checkIdentity(value), ...checkContact(value)]
  return errors.length === 0 ? ok(normalised(value)) : refuse({ code: 'invalid', errors })
}

/** The column of the annual report under which an application counts. */
export function applicantClass({ applicant }: ApplicationForm): ApplicantClass {
  return applicant.class
}

function checkIdentity({ applicant }: ApplicationForm): FieldError[] {
  if (applicant.class !== 'naturalPerson' || applicant.idType !== 'resident-id') return []
  const checked = checkResidentId(applicant.idNumber)
  return checked.ok ? [] : [{ pointer: '/applicant/idNumber', ...checked.problem }]
}

// 条例第29条 wants one way to reach the applicant; the route that was chosen needs its own.
function checkContact({ applicant, delivery }: ApplicationForm): FieldError[] {
  const { phone, email, address } = applicant
  if (delivery.route === 'email' && email === undefined) return missing('email')
  if (delivery.route === 'post' && address === undefined) return missing('address')
  return phone === undefined && email === undefined && address === undefined ? missing('phone') : []
}

function missing(field: string): FieldError[] {
  return [{ pointer: `/applicant/${field}`, problem: 'required' }]
}

function normalised(form: ApplicationForm): ApplicationForm {
  const { applicant } = form
  if (applicant.class !== 'naturalPerson' || applicant.idType !== 'resident-id') return form
  const checked = checkResidentId(applicant.idNumber)
  return checked.ok ? { ...form, applicant: { ...applicant, idNumber: checked.value } } : form
}
