import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FieldProps } from '../../../ui/field.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { DateField, TextArea, TextField } from '../../../ui/form.tsx'
import { norm as words } from '../../../ui/words/norm.ts'

/** What stands in a form and what is wrong with it. */
export type Filled = { text: ReadonlyMap<string, string>; errors: FormErrors }

/** Properties of a field with what was typed into it. */
export function filledField(
  { text, errors }: Filled,
  name: string,
  label: string,
  id?: string,
): FieldProps & { value?: string } {
  const [value, error] = [text.get(name), errors[name]]
  return {
    name,
    label,
    ...(id === undefined ? {} : { id }),
    ...(value === undefined ? {} : { value }),
    ...(error === undefined ? {} : { error }),
  }
}

/** What is stated of every document (登记内容). */
export function DraftFields({ filled, maker }: { filled: Filled; maker: string }): JSX.Element {
  return (
    <>
      <TextField {...filledField(filled, 'title', words.name)} required maxlength={300} />
      <TextField
        {...filledField(filled, 'maker', words.maker)}
        value={filled.text.get('maker') ?? maker}
        maxlength={100}
      />
      <TextField {...filledField(filled, 'unit', words.unit)} maxlength={100} />
      <TextArea
        {...filledField(filled, 'basis', words.basis)}
        hint={words.basisHint}
        maxlength={2000}
      />
    </>
  )
}

/** How long a document is in force (有效期). */
export function TermFields({ filled }: { filled: Filled }): JSX.Element {
  return (
    <>
      <DateField
        {...filledField(filled, 'effectiveOn', words.effectiveOn)}
        hint={words.effectiveOnHint}
      />
      <YearsField filled={filled} id="f-years" />
    </>
  )
}

/** Years of validity that a document states for itself. */
export function YearsField({ filled, id }: { filled: Filled; id: string }): JSX.Element {
  return (
    <TextField
      {...filledField(filled, 'validityYears', words.validityYears, id)}
      hint={words.validityHint}
      inputmode="numeric"
      width="short"
      maxlength={1}
    />
  )
}
