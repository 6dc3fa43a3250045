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
  'representative.name',
  'representative.idType',
  'representative.idNumber',
  'representative.phone',
  'representative.papers',
  'request.subject',
  'request.description',
  'request.docNumber',
] as const

export type PersonalField = (typeof personalFields)[number]

/** Opened personal fields; a field that was not given is missing. */
export type Personal = Partial<Record<PersonalField, string>>

/** Takes what is personal, or may hold something personal, out of a form and beside it. */
export function personalOf(
  { applicant, representative, request }: ApplicationForm,
  papers: string | null = null,
): Personal {
  const groups = {
    applicant,
    representative: { ...representative, ...(papers === null ? {} : { papers }) },
    request,
  }
  const values = new Map<string, string | undefined>(
    Object.entries(groups).flatMap(([group, fields]) =>
      Object.entries(fields).map(([key, value]) => [`${group}.${key}`, value] as const),
    ),
  )
  const personal: Personal = {}
  for (const field of personalFields) {
    const value = values.get(field)
    if (value !== undefined) personal[field] = value
  }
  return personal
}
