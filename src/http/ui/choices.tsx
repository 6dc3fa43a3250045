import type { JSX } from 'hono/jsx/jsx-runtime'
import { Field, FieldGroup, tiesMarkup, tiesOf, type FieldProps } from './field.tsx'
import { asChild, attribute, markup, none, type Markup } from './markup.ts'
import { common } from './words/common.ts'

/** One choice of a list. */
export type Option = {
  value: string
  label: string
  hint?: string | undefined
  /** heading under which it stands in a long list, the same for all that follow each other */
  group?: string | undefined
}

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
      {asChild(
        markup`<select${tiesMarkup(props)} class="input input-medium"${attribute('autocomplete', props.autocomplete)}>${blank === null ? none : markup`<option value="">${blank}</option>`}${optionsOf(props.options, props.value)}</select>`,
      )}
    </Field>
  )
}

/** The long lists are the same for everybody but for the one that is chosen. */
const written = new WeakMap<readonly Option[], string>()

function optionsOf(options: readonly Option[], chosen: string | undefined): Markup {
  const known =
    written.get(options) ??
    markup`${options.map((option, index) => optionMarkup(option, options[index - 1], options[index + 1]))}`
      .markup
  written.set(options, known)
  if (chosen === undefined) return { markup: known }
  const start = markup`<option value="${chosen}"`.markup
  return { markup: known.replace(`${start}>`, () => `${start} selected="">`) }
}

function optionMarkup(
  { value, label, group }: Option,
  before: Option | undefined,
  after: Option | undefined,
): Markup {
  const isGrouped = group !== undefined
  const opens = isGrouped && before?.group !== group
  const closes = isGrouped && after?.group !== group
  return markup`${opens ? markup`<optgroup label="${group}">` : none}<option value="${value}">${label}</option>${closes ? groupEnd : none}`
}

const groupEnd: Markup = { markup: '</optgroup>' }

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
