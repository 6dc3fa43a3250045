import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Field, tiesMarkup, tiesOf, type FieldProps } from './field.tsx'
import { asChild, attribute, markup } from './markup.ts'
import { common } from './words/common.ts'

type Width = 'short' | 'medium' | 'full'

/** A form that the server checks (表单): the browser's own bubbles stay off, the summary speaks. */
export function Form({
  action,
  method,
  multipart,
  className,
  autosave,
  children,
}: {
  action: string
  method?: 'get' | 'post' | undefined
  /** Set where files go along */
  multipart?: boolean | undefined
  className?: string | undefined
  /** Address at which the script keeps what is being typed */
  autosave?: string | undefined
  children?: Child
}): JSX.Element {
  return (
    <form
      action={action}
      method={method ?? 'post'}
      enctype={multipart === true ? 'multipart/form-data' : undefined}
      class={className ?? 'form'}
      data-autosave={autosave}
      novalidate
    >
      {children}
    </form>
  )
}

/** One line of text. */
export function TextField(
  props: FieldProps & {
    value?: string | undefined
    type?: 'text' | 'search' | 'tel' | 'email' | 'password' | 'number' | undefined
    autocomplete?: string | undefined
    inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined
    maxlength?: number | undefined
    width?: Width | undefined
  },
): JSX.Element {
  return (
    <Field field={props}>
      {asChild(
        markup`<input${tiesMarkup(props)} class="input input-${props.width ?? 'full'}" type="${props.type ?? 'text'}"${attribute('value', props.value)}${attribute('autocomplete', props.autocomplete)}${attribute('inputmode', props.inputmode)}${attribute('maxlength', props.maxlength?.toString())}/>`,
      )}
    </Field>
  )
}

/** Several lines of text. */
export function TextArea(
  props: FieldProps & {
    value?: string | undefined
    rows?: number | undefined
    maxlength?: number | undefined
    /** Address that turns pasted pages into a document */
    paste?: string | undefined
  },
): JSX.Element {
  return (
    <Field field={props}>
      <textarea
        {...tiesOf(props)}
        data-paste={props.paste}
        class="input input-full"
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
      >
        {props.value}
      </textarea>
    </Field>
  )
}

/** A day as YYYY-MM-DD (日期). */
export function DateField(
  props: FieldProps & {
    value?: string | undefined
    min?: string | undefined
    max?: string | undefined
  },
): JSX.Element {
  const field = { ...props, hint: props.hint ?? common.dateHint }
  return (
    <Field field={field}>
      <input
        {...tiesOf(field)}
        class="input input-short"
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
      />
    </Field>
  )
}

/** One file, or several. */
export function FileField(
  props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined },
): JSX.Element {
  return (
    <Field field={props}>
      <input
        {...tiesOf(props)}
        class="input input-full"
        type="file"
        accept={props.accept}
        multiple={props.multiple === true}
      />
    </Field>
  )
}

/** A value that the visitor does not see. */
export function Hidden({ name, value }: { name: string; value: string | number }): JSX.Element {
  return <input type="hidden" name={name} value={String(value)} />
}

/** The end of a form: the one act, and a way back. */
export function SubmitRow({
  label,
  name,
  value,
  action,
  danger,
  back,
  secondary,
}: {
  label: string
  name?: string | undefined
  value?: string | undefined
  /** Where this button sends the form, if not where its first one does */
  action?: string | undefined
  /** For acts that cannot be undone */
  danger?: boolean | undefined
  /** For acts that go a step back, beside the one that goes on */
  back?: boolean | undefined
  secondary?: { label: string; href: string } | undefined
}): JSX.Element {
  return (
    <div class="submit">
      <button
        type="submit"
        class={buttonClass(danger === true, back === true)}
        name={name}
        value={value}
        formaction={action}
      >
        {label}
      </button>
      {secondary === undefined ? null : <a href={secondary.href}>{secondary.label}</a>}
    </div>
  )
}

function buttonClass(isDanger: boolean, isBack: boolean): string {
  if (isDanger) return 'button button-danger'
  return isBack ? 'button-line' : 'button'
}
