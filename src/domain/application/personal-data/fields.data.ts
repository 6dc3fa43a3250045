import type { PersonalField } from '../personal.ts'

/** Contact data (联系方式): what the applicant corrects at once. */
export const contactFields = [
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
  'applicant.contactName',
  'representative.phone',
] as const satisfies readonly PersonalField[]

export type ContactField = (typeof contactFields)[number]

/** Contact data that may be erased once it is not needed (个人信息保护法第47条第一款第一项). */
export const erasableFields = [
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
  'representative.phone',
] as const satisfies readonly ContactField[]

export type ErasableField = (typeof erasableFields)[number]

/** Identity (身份信息): verified when the application came, so that the agency confirms a correction (第46条第二款). */
export const identityFields = [
  'applicant.name',
  'applicant.idType',
  'applicant.idNumber',
  'applicant.creditCode',
  'applicant.legalRepresentative',
  'representative.name',
  'representative.idType',
  'representative.idNumber',
] as const satisfies readonly PersonalField[]

export type IdentityField = (typeof identityFields)[number]
