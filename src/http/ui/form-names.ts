import type { FieldError } from '../../domain/shared/refusal.ts'
import { fieldWords } from './words/field-problem.ts'

/** Faults of a submitted form by field name, each with its sentence. */
export type FormErrors = Readonly<Record<string, string>>

/** Name of the form field for a JSON pointer: /applicant/name is `applicant.name`. */
export function nameOf(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.')
}

/** Element id of a form field, by its name. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^\w-]/g, '-')}`
}

/** Sentences for the faults of a submission (表单错误), the first of each field. */
export function formErrors(errors: readonly FieldError[]): FormErrors {
  const found: Record<string, string> = {}
  for (const error of errors) found[nameOf(error.pointer)] ??= fieldWords(error)
  return found
}
