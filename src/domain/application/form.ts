import * as z from 'zod'
import type { FieldError, Result } from '../shared/refusal.ts'
import { ok, refuse } from '../shared/refusal.ts'
import { applicantClasses, type ApplicantClass } from '../shared/report-keys.data.ts'
import { checkCreditCode } from '../shared/validate/credit-code.ts'
import { checkEmail } from '../shared/validate/email.ts'
import { parseInput } from '../shared/validate/parse.ts'
import { checkPhone } from '../shared/validate/phone.ts'
import { checkPostcode } from '../shared/validate/postcode.ts'
import type { LocalDate } from '../time/local-date.ts'
import { nameField, needed, optional } from './form-fields.ts'
import { idTypes, type IdType } from './identity.data.ts'
import { checkIdentity } from './identity.ts'

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
  name: nameField(100),
  idType: z.enum(idTypes),
  idNumber: needed(64),
  ...contact,
})

const organisation = z.strictObject({
  class: z.enum(applicantClasses.filter((name) => name !== 'naturalPerson')),
  name: nameField(200),
  creditCode: needed(64, checkCreditCode),
  legalRepresentative: nameField(100),
  contactName: nameField(100),
  ...contact,
})

/** Who acts for the applicant: parent or guardian of a minor, or by written authorisation (代理人). */
const representative = z.strictObject({
  name: nameField(100),
  idType: z.enum(idTypes),
  idNumber: needed(64),
  phone: needed(40, checkPhone),
})

/**
 * The application form (申请表, 条例第29条): who asks, for what, in which form; nothing else may be
 * asked, and there is no field for a purpose.
 */
export const applicationForm = z.strictObject({
  applicant: z.discriminatedUnion('class', [person, organisation]),
  representative: representative.optional(),
  request: z.strictObject({
    subject: needed(200),
    description: optional(5000),
    docNumber: optional(100),
  }),
  delivery: z.strictObject({ form: z.enum(deliveryForms), route: z.enum(deliveryRoutes) }),
  /** the applicant agrees to be told of the progress (同意接收通知) */
  notices: z.boolean().optional(),
})

export type ApplicationForm = z.output<typeof applicationForm>

/**
 * Parses an application of unknown shape that arrived on a day; every fault is named by its JSON
 * pointer. Numbers of identity documents come out as they are to be kept.
 */
export function parseForm(input: unknown, arrivedOn: LocalDate): Result<ApplicationForm> {
  const parsed = parseInput(applicationForm, input)
  if (!parsed.ok) return parsed
  const { applicant, representative: agent, ...rest } = parsed.value
  const errors: FieldError[] = []
  const form: ApplicationForm = {
    applicant:
      applicant.class === 'naturalPerson'
        ? identified('/applicant', applicant, arrivedOn, errors)
        : applicant,
    ...(agent === undefined
      ? {}
      : { representative: identified('/representative', agent, arrivedOn, errors) }),
    ...rest,
  }
  errors.push(...checkContact(form))
  return errors.length === 0 ? ok(form) : refuse({ code: 'invalid', errors })
}

/** The column of the annual report under which an application counts. */
export function applicantClass({ applicant }: ApplicationForm): ApplicantClass {
  return applicant.class
}

/** Puts the number of a document into the form in which it is kept, or notes what is wrong with it. */
function identified<T extends { idType: IdType; idNumber: string }>(
  at: string,
  who: T,
  on: LocalDate,
  errors: FieldError[],
): T {
  const checked = checkIdentity(who.idType, who.idNumber, on)
  if (checked.ok) return { ...who, idNumber: checked.value }
  errors.push({ pointer: `${at}/idNumber`, ...checked.problem })
  return who
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
