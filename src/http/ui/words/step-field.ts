/** A field of a step's form, as an officer reads it (办理填报项). */
export type StepField = {
  name: string
  label: string
  hint?: string
  kind:
    | 'date'
    | 'line'
    | 'area'
    | 'number'
    | 'outcome'
    | 'choice'
    | 'consultation'
    | 'officer'
    | 'co-unit'
    | 'agency'
  required?: true
  /** folded away below this heading until it is needed */
  fold?: string
  /** a day that is today unless stated otherwise */
  today?: true
  options?: readonly { value: string; label: string }[]
}

/** What a step's form says and asks (步骤的说明和填报项). */
export type StepWords = { lead?: string; fields: readonly StepField[] }

/** A reason that must be given. */
export const why = (label: string): StepField => ({
  name: 'why',
  label,
  kind: 'area',
  required: true,
})

/** A day that must be stated, today unless another is. */
export const day = (name: string, label: string, hint?: string): StepField => ({
  name,
  label,
  kind: 'date',
  required: true,
  today: true,
  ...(hint === undefined ? {} : { hint }),
})
