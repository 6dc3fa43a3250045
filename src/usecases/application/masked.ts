import { maskAddress, maskEmail, maskNumber, maskPhone } from '../../domain/application/mask.ts'
import type { Personal, PersonalField } from '../../domain/application/personal.ts'

const masks: readonly (readonly [PersonalField, (text: string) => string])[] = [
  ['applicant.idNumber', maskNumber],
  ['applicant.phone', maskPhone],
  ['applicant.email', maskEmail],
  ['applicant.address', maskAddress],
  ['representative.idNumber', maskNumber],
  ['representative.phone', maskPhone],
]

/** Hides what identifies or reaches the applicant (脱敏); opening it is an act of its own. */
export function masked(personal: Personal): Personal {
  const shown: Personal = { ...personal }
  for (const [field, mask] of masks) {
    const value = shown[field]
    if (value !== undefined) shown[field] = mask(value)
  }
  return shown
}
