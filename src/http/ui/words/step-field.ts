/** A field of a step's form, as an officer reads it (办理填报项). */
export type StepField = {
  name: string
  label: string
  hint?: string
  kind: 'date' | 'line' | 'area' | 'number' | 'outcome' | 'choice' | 'consultation' | 'officer'
  required?: true
  /** folded away below this heading until it is needed */
  fold?: string
  /** a day that is today unless stated otherwise */
  today?: true
  options?: readonly { value: string; label: string }[]
}
