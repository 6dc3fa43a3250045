import { applicantClasses } from '../../../domain/shared/report-keys.data.ts'
import { deliveryForms, deliveryRoutes } from '../../../domain/application/form.ts'
import { idTypes } from '../../../domain/application/identity.data.ts'
import type { Option } from '../../ui/choices.tsx'
import {
  classLabel,
  deliveryFormLabels,
  deliveryRouteLabels,
  idTypeLabels,
} from '../../ui/words/application.ts'

/** Whether the form is for a person or an organisation (公民 / 法人或者其他组织). */
export type Applying = 'person' | 'organisation'

const contact = ['applicant.phone', 'applicant.email', 'applicant.address', 'applicant.postcode']
const request = ['request.subject', 'request.description', 'request.docNumber']
const delivery = ['delivery.form', 'delivery.route']

const representative = [
  'representative.name',
  'representative.idType',
  'representative.idNumber',
  'representative.phone',
]

/** Fields of the form by kind of applicant. */
const formFields: Readonly<Record<Applying, readonly string[]>> = {
  person: [
    'applicant.class',
    'applicant.name',
    'applicant.idType',
    'applicant.idNumber',
    ...contact,
    ...request,
    ...delivery,
  ],
  organisation: [
    'applicant.class',
    'applicant.name',
    'applicant.creditCode',
    'applicant.legalRepresentative',
    'applicant.contactName',
    ...contact,
    ...request,
    ...delivery,
  ],
}

/**
 * The fields of a form that was sent; nothing else that a browser sends is passed on. Those of a
 * representative are left out when nothing is typed in them, because the choice of a document never is blank.
 */
export function fieldsOf(as: Applying, text: ReadonlyMap<string, string>): readonly string[] {
  return hasRepresentative(text) ? [...formFields[as], ...representative] : formFields[as]
}

/** Whether anything was typed about a representative (代理人). */
export function hasRepresentative(text: ReadonlyMap<string, string>): boolean {
  return representative
    .filter((name) => name !== 'representative.idType')
    .some((name) => (text.get(name) ?? '').trim() !== '')
}

/** Choices of the form, in the order of the law and the report. */
export const choices: Readonly<
  Record<'organisations' | 'idTypes' | 'forms' | 'routes', readonly Option[]>
> = {
  organisations: applicantClasses
    .filter((value) => value !== 'naturalPerson')
    .map((value) => ({ value, label: classLabel(value) })),
  idTypes: named(idTypes, idTypeLabels),
  forms: named(deliveryForms, deliveryFormLabels),
  routes: named(deliveryRoutes, deliveryRouteLabels),
}

/** The kind of applicant that a word asks for; a person unless it says otherwise. */
export function applyingAs(word: string | undefined): Applying {
  return word === 'organisation' ? 'organisation' : 'person'
}

function named(values: readonly string[], names: Readonly<Record<string, string>>): Option[] {
  return values.map((value) => ({ value, label: names[value] ?? value }))
}
