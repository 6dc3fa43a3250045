import type { ApplicationForm } from './form.ts'

/** Fields of an application that are sealed (加密保存的字段), each as a value of its own. */
export const personalFields = [
  'applicant.name',
  'applicant.idType',
  'applicant.idNumber',
  'applicant.creditCode',
  'applicant.legalRepresentative',
  'applicant.contactName',
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
  'request.subject',
  'request.description',
  'request.docNumber',
] as const

export type PersonalField = (typeof personalFields)[number]

/** Opened personal fields; a field that was not given is missing. */
export type Personal = Partial<Record<PersonalField, string>>

/** Takes what is personal, or may hold something personal, out of a form. */
export function personalOf({ applicant, request }: ApplicationForm): Personal {
  const values = new Map<string, string | undefined>([
    ...Object.entries(applicant).map(([key, value]) => [`applicant.${key}`, value] as const),
    ...Object.entries(request).map(([key, value]) => [`request.${key}`, value] as const),
  ])
  const personal: Personal = {}
  for (const field of personalFields) {
    const value = values.get(field)
    if (value !== undefined) personal[field] = value
  }
  return personal
}
