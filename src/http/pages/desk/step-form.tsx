import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DeskTimelineEntry } from '../../../usecases/application/timeline.ts'
import type { FieldProps } from '../../ui/field.tsx'
import { Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { desk } from '../../ui/words/desk.ts'
import { labelOf } from '../label-of.ts'
import type { Attempt } from './attempt.ts'

/** The form of one step of a lifecycle (办理一步): what it asks, its article, its button. */
export function StepForm({
  label,
  action,
  version,
  law,
  danger,
  bare,
  children,
}: {
  label: string
  /** Address that takes the step */
  action: string
  version: number
  law?: string | undefined
  danger?: boolean | undefined
  /** Without panel and heading, where it stands below its own name */
  bare?: boolean | undefined
  children?: Child
}): JSX.Element {
  const form = (
    <Form action={action}>
      <Hidden name="version" value={version} />
      {children}
      {law === undefined ? null : (
        <p class="field-hint">
          {desk.law}
          {law}
        </p>
      )}
      <SubmitRow label={label} danger={danger} />
    </Form>
  )
  return bare === true ? (
    form
  ) : (
    <section class="panel">
      <h2>{label}</h2>
      {form}
    </section>
  )
}

/** Props of a field of one step: its own id, what was typed and what is wrong, if this step was tried. */
export function stepField(
  attempt: Attempt | null,
  action: string,
  name: string,
  label: string,
): FieldProps & { value?: string } {
  const own = attempt?.action === action ? attempt : null
  const [value, error] = [own?.text.get(name), own?.errors[name]]
  return {
    name,
    label,
    // The summary of errors leads to the plain id, which only the step that was tried may have.
    ...(own === null ? { id: `f-${action}-${name}` } : {}),
    ...(value === undefined ? {} : { value }),
    ...(error === undefined ? {} : { error }),
  }
}

/** The history of a thing at the desk (办理过程): when, what, who. */
export function DeskHistory({
  title,
  entries,
  names,
}: {
  title: string
  entries: readonly DeskTimelineEntry[]
  names: Readonly<Record<string, string>>
}): JSX.Element {
  return (
    <section class="panel">
      <h2>{title}</h2>
      <Timeline
        steps={entries.map(({ at, event, by }) => ({
          at: minuteOf(at),
          label: labelOf(names, event),
          note: by.name ?? desk.by[by.type],
        }))}
      />
    </section>
  )
}
