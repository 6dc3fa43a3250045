import type { FieldError, Refusal } from '../../../domain/shared/refusal.ts'
import { type FormErrors, nameOf } from '../../ui/form-names.ts'
import { apply } from '../../ui/words/apply.ts'
import { fieldLabels } from '../../ui/words/fields.ts'
import { fieldWords } from '../../ui/words/field-problem.ts'
import { refusalWords } from '../../ui/words/refusal.ts'
import type { Applying } from './form-fields.ts'

/** Sentences for a refused application (申请表错误), each at its field; what belongs to no field goes to the files or the whole form. */
export function applyErrors(refusal: Refusal, as: Applying, chosen: readonly string[]): FormErrors {
  if (refusal.code === 'too-large') return { files: refusalWords(refusal).detail }
  if (refusal.code !== 'invalid') return { submission: refusalWords(refusal).detail }
  const errors: Record<string, string> = {}
  for (const error of refusal.errors) {
    const name = nameOf(error.pointer)
    const file = /^files\.(\d+)$/.exec(name)
    if (file === null) errors[name] ??= sentence(error, as)
    else errors['files'] ??= `${chosen[Number(file[1])] ?? ''}：${fieldWords(error)}`
  }
  return errors
}

// The form calls the name of a person and of an organisation by their own words.
function sentence(error: FieldError, as: Applying): string {
  const own = as === 'person' ? apply.personName : apply.organisationName
  return fieldWords(error).replace(fieldLabels['/applicant/name'] ?? own, own)
}
