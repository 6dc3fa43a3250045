import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Field, ItemKind } from '../../../domain/item/kinds/kind.ts'
import { Radios, Select } from '../choices.tsx'
import { FieldGroup, type FieldProps } from '../field.tsx'
import { hintOf } from '../field-text.ts'
import { DateField, TextArea, TextField } from '../form.tsx'
import type { FormErrors } from '../form-names.ts'
import { inputName } from './kind-form.ts'
import { KindRows } from './kind-rows.tsx'
import { kindWords as words } from '../words/kind.ts'

type Filled = { text: ReadonlyMap<string, string>; errors: FormErrors }

/** The part of a form that a special kind asks for (专项内容); nothing for a kind without fields. */
export function KindFields({
  kind,
  text,
  errors,
}: Filled & { kind: ItemKind }): JSX.Element | null {
  if (kind.fields.length === 0) return null
  return (
    <fieldset class="form-part">
      <legend>
        {words.form}：{kind.name}
      </legend>
      <p>{kind.about}</p>
      {kind.duty === undefined ? null : <p class="field-hint">{kind.duty.basis}</p>}
      {kind.fields.map((field) =>
        field.type === 'rows' ? (
          <KindRows kind={kind} field={field} text={text} errors={errors} />
        ) : (
          <KindField field={field} text={text} errors={errors} />
        ),
      )}
    </fieldset>
  )
}

function KindField({
  field,
  text,
  errors,
}: Filled & { field: Exclude<Field, { type: 'rows' }> }): JSX.Element {
  const name = inputName(field.key)
  const value = text.get(name)
  const props: FieldProps = {
    name,
    label: field.label,
    hint: hintOf(field),
    error: errors[name],
    required: field.required === true,
  }
  switch (field.type) {
    case 'text':
      return <TextArea {...props} value={value} rows={4} maxlength={5000} />
    case 'date':
      return <DateField {...props} value={value} />
    case 'period':
      return <PeriodField field={props} text={text} />
    case 'choice':
      return (
        <Select
          {...props}
          value={value}
          options={field.options.map(({ key, label }) => ({ value: key, label }))}
        />
      )
    case 'yes-no':
      return (
        <Radios
          {...props}
          value={value}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          inline
        />
      )
    case 'money':
    case 'count':
    case 'percent':
      return <TextField {...props} value={value} inputmode="decimal" width="short" maxlength={24} />
    default:
      return (
        <TextField
          {...props}
          value={value}
          maxlength={200}
          width={field.type === 'line' || field.type === 'address' ? 'full' : 'medium'}
        />
      )
  }
}

/** Two days, the first and the last of a period. */
function PeriodField({
  field,
  text,
}: {
  field: FieldProps
  text: ReadonlyMap<string, string>
}): JSX.Element {
  const [from, to] = [`${field.name}.from`, `${field.name}.to`]
  return (
    <FieldGroup field={field}>
      <div class="field-pair">
        <DateField name={from} label={words.from} value={text.get(from)} hint="" />
        <DateField name={to} label={words.to} value={text.get(to)} hint="" />
      </div>
    </FieldGroup>
  )
}
