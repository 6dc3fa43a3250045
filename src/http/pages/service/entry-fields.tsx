import type { JSX } from 'hono/jsx/jsx-runtime'
import { Select } from '../../ui/choices.tsx'
import { TextArea, TextField } from '../../ui/form.tsx'
import { fieldLabels } from '../../ui/words/fields.ts'
import { changeKindOptions, powerTypeOptions, service } from '../../ui/words/power.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import { linesOf } from '../desk/step-answer.ts'

const plain = ['kind', 'power', 'code', 'name', 'type', 'unit', 'into', 'takenBy'] as const

/** The fields of one matter of a change (调整事项), the `at`-th of it. */
export function EntryFields({
  legend,
  at,
  filled,
}: {
  legend: string
  at: number
  filled: Filled
}): JSX.Element {
  const field = (name: string): ReturnType<typeof fieldOf> =>
    fieldOf(filled, nameOf(at, name), fieldLabels[`/entries/${name}`])
  return (
    <fieldset class="form-part">
      <legend>{legend}</legend>
      <p class="field-hint">{service.entryHint}</p>
      <Select {...field('kind')} options={changeKindOptions} required />
      <TextField {...field('power')} hint={service.powerHint} width="medium" maxlength={100} />
      <TextField {...field('code')} width="medium" maxlength={100} />
      <TextField {...field('name')} maxlength={300} />
      <Select {...field('type')} options={powerTypeOptions} />
      <TextField {...field('unit')} width="medium" maxlength={100} />
      <TextArea {...field('basis')} hint={service.basisHint} rows={3} />
      <TextField {...field('into')} hint={service.intoHint} width="medium" maxlength={100} />
      <TextField {...field('takenBy')} hint={service.takenByHint} maxlength={200} />
    </fieldset>
  )
}

/** The matter that was typed into {@link EntryFields}; blank fields are left out. */
export function entryFrom(
  text: ReadonlyMap<string, string>,
  at: number,
): Record<string, unknown> | null {
  const basis = linesOf(text.get(nameOf(at, 'basis')))
  const typed = plain.flatMap((name) => {
    const value = (text.get(nameOf(at, name)) ?? '').trim()
    return value === '' ? [] : [[name, value] as const]
  })
  if (typed.length === 0 && basis.length === 0) return null
  return { ...Object.fromEntries(typed), ...(basis.length === 0 ? {} : { basis }) }
}

function nameOf(at: number, name: string): string {
  return `entries.${String(at)}.${name}`
}
