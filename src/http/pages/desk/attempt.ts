import type { FormErrors } from '../../ui/form-names.ts'

/** What an officer typed into a step that was not taken (未办成的一步), and why it was not. */
export type Attempt = {
  action: string
  text: ReadonlyMap<string, string>
  /** ticked boxes by field, where a step has any */
  lists?: ReadonlyMap<string, readonly string[]>
  errors: FormErrors
}
