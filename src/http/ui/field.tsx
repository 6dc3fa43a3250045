import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { fieldId } from './form-names.ts'
import { asChild, attribute, markup, none, type Markup } from './markup.ts'
import { common } from './words/common.ts'

/** What every field of a form has; `error` is a whole sentence. */
export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
  /** Where one name stands in two forms of a page, each needs an id of its own */
  id?: string | undefined
  /** Half a line wide also on phones, in filters */
  half?: boolean | undefined
  when?: When | undefined
}

/** That something is asked only where another field of the form holds one of some values. */
export type When = { field: string; values: readonly string[] }

/** Value of `data-when`: the script hides what is not asked, without it everything stands there. */
export function whenAsked(when: When | undefined): string | undefined {
  return when === undefined ? undefined : `${when.field}=${when.values.join(' ')}`
}

/** Attributes that tie a control to its hint and its error. */
export type Ties = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  required: boolean
}

const end: Markup = { markup: '</div>' }

/** Attributes for the control of a field. */
export function tiesOf({ name, hint, error, required, id }: FieldProps): Ties {
  const own = id ?? fieldId(name)
  const described = [
    ...(hint === undefined ? [] : [`${own}-hint`]),
    ...(error === undefined ? [] : [`${own}-error`]),
  ]
  return {
    id: own,
    name,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': error === undefined ? undefined : 'true',
    required: required === true,
  }
}

/** The same as markup, for a control that is written as such. */
export function tiesMarkup(field: FieldProps): Markup {
  const { required, ...ties } = tiesOf(field)
  return markup`${Object.entries(ties).map(([name, value]) => attribute(name, value))}${required ? attribute('required', '') : none}`
}

/** Label, hint and error around one control (表单项). */
export function Field({ field, children }: { field: FieldProps; children?: Child }): JSX.Element {
  const { id } = tiesOf(field)
  return (
    <>
      {asChild(
        markup`<div class="${classOf(field)}"${attribute('data-when', whenAsked(field.when))}><label class="field-label" for="${id}">${field.label}${need(field.required)}</label>${hints(id, field)}`,
      )}
      {children}
      {asChild(end)}
    </>
  )
}

/** Legend, hint and error around a group of choices. */
export function FieldGroup({
  field,
  children,
}: {
  field: FieldProps
  children?: Child
}): JSX.Element {
  const ties = tiesOf(field)
  return (
    <fieldset
      class={classOf(field)}
      id={ties.id}
      tabindex={-1}
      aria-describedby={ties['aria-describedby']}
      data-when={whenAsked(field.when)}
    >
      <legend class="field-label">
        {field.label}
        {asChild(need(field.required))}
      </legend>
      {asChild(hints(ties.id, field))}
      {children}
    </fieldset>
  )
}

function need(required: boolean | undefined): Markup {
  return required === true ? markup`<span class="need">${common.required}</span>` : none
}

function hints(id: string, { hint, error }: FieldProps): Markup {
  const told = hint === undefined ? none : markup`<p class="field-hint" id="${id}-hint">${hint}</p>`
  const wrong =
    error === undefined
      ? none
      : markup`<p class="field-error" id="${id}-error"><span class="away">${common.errorPrefix}</span>${error}</p>`
  return markup`${told}${wrong}`
}

function classOf({ error, half }: FieldProps): string {
  const wrong = error === undefined ? 'field' : 'field field-wrong'
  return half === true ? `${wrong} field-half` : wrong
}
