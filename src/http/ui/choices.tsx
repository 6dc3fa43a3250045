import { raw } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeHtml } from './escape.ts'
import { Field, FieldGroup, tiesOf, type FieldProps } from './field.tsx'
import { common } from './words/common.ts'

/** One choice of a list. */
export type Option = { value: string; label: string; hint?: string | undefined }

/** A choice from a closed list (下拉选择); `blank` is the text of the empty choice, null for none. */
export function Select(
  props: FieldProps & {
    value?: string | undefined
    options: readonly Option[]
    blank?: string | null | undefined
    autocomplete?: string | undefined
  },
): JSX.Element {
  const blank = props.blank === undefined ? common.selectBlank : props.blank
  return (
    <Field field={props}>
      <select {...tiesOf(props)} class="input input-medium" autocomplete={props.autocomplete}>
        {blank === null ? null : <option value="">{blank}</option>}
        {raw(props.options.map((option) => optionHtml(option, props.value)).join(''))}
      </select>
    </Field>
  )
}

function optionHtml({ value, label }: Option, chosen: string | undefined): string {
  const selected = value === chosen ? ' selected=""' : ''
  return `<option value="${escapeHtml(value)}"${selected}>${escapeHtml(label)}</option>`
}

/** One of a few choices, all in sight (单选). */
export function Radios(
  props: FieldProps & {
    value?: string | undefined
    options: readonly Option[]
    inline?: boolean | undefined
  },
): JSX.Element {
  return (
    <FieldGroup field={props}>
      <div class={props.inline === true ? 'choices choices-inline' : 'choices'}>
        {props.options.map((option, index) => (
          <Choice
            type="radio"
            field={props}
            option={option}
            index={index}
            checked={option.value === props.value}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any of a few choices (多选). */
export function Checkboxes(
  props: FieldProps & {
    values?: readonly string[] | undefined
    options: readonly Option[]
    inline?: boolean | undefined
  },
): JSX.Element {
  return (
    <FieldGroup field={props}>
      <div class={props.inline === true ? 'choices choices-inline' : 'choices'}>
        {props.options.map((option, index) => (
          <Choice
            type="checkbox"
            field={props}
            option={option}
            index={index}
            checked={props.values?.includes(option.value) === true}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

function Choice(props: {
  type: 'radio' | 'checkbox'
  field: FieldProps
  option: Option
  index: number
  checked: boolean
}): JSX.Element {
  const id = `${tiesOf(props.field).id}-${props.index + 1}`
  const { value, label, hint } = props.option
  return (
    <div class="choice">
      <input
        type={props.type}
        id={id}
        name={props.field.name}
        value={value}
        checked={props.checked}
        required={props.type === 'radio' && props.field.required === true}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
