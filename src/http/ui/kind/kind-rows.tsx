import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Column, ItemKind, RowsField } from '../../../domain/item/kinds/kind.ts'
import { FieldGroup } from '../field.tsx'
import { headingOf, hintOf } from '../field-text.ts'
import { TextArea } from '../form.tsx'
import { fieldId, type FormErrors } from '../form-names.ts'
import { expectedRows, gridRows, inputName, rowCount } from './kind-form.ts'
import { kindWords as words } from '../words/kind.ts'

type Props = {
  kind: ItemKind
  field: RowsField
  text: ReadonlyMap<string, string>
  errors: FormErrors
}

const blankRows = 3

/**
 * A table to fill in without JavaScript (明细表填写): a grid of inputs with blank rows at its end and a
 * button for more, and below it a place to paste lines out of a spreadsheet.
 */
export function KindRows({ kind, field, text, errors }: Props): JSX.Element {
  const name = inputName(field.key)
  const lines = `${name}.lines`
  const pasted = text.get(lines)
  const isLong = rowCount(field, text) === 0 && pasted !== undefined && pasted.trim() !== ''
  const labels = field.columns.map(headingOf).join('、')
  return (
    <FieldGroup
      field={{
        name,
        label: field.label,
        hint: field.hint,
        error: errors[name],
        required: field.required === true,
      }}
    >
      {isLong ? null : <Grid kind={kind} field={field} text={text} errors={errors} />}
      {isLong ? (
        <>
          <LineErrors name={name} errors={errors} />
          <TextArea
            name={lines}
            label={words.pasteInstead}
            hint={words.pasteHint(labels)}
            value={pasted}
            rows={20}
          />
        </>
      ) : (
        <details class="details">
          <summary>{words.paste(field.label)}</summary>
          <div class="details-body">
            <TextArea
              name={lines}
              label={words.paste(field.label)}
              hint={words.pasteHint(labels)}
              value={pasted}
              rows={6}
            />
          </div>
        </details>
      )}
    </FieldGroup>
  )
}

function Grid({ kind, field, text, errors }: Props): JSX.Element {
  const filled = rowCount(field, text)
  const present = new Set(
    Array.from({ length: filled }, (_, at) => text.get(inputName(field.key, at, field.head))),
  )
  const expected = expectedRows(kind, field)
  const missing = expected.filter((key) => !present.has(key))
  const asked = Number(text.get(inputName(field.key, 'more')) ?? 0)
  const more = Number.isInteger(asked) && asked > 0 ? Math.min(asked, gridRows) : 0
  const count = filled + (expected.length > 0 ? missing.length : blankRows) + more
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard */}
      <section class="scroll" tabindex={0} aria-label={field.label}>
        <table class="table rows-input">
          <thead>
            <tr>
              <th scope="col">{words.rowNumber}</th>
              {field.columns.map((column) => (
                <th scope="col">
                  {headingOf(column)}
                  {column.required === true ? <span class="need">*</span> : null}
                  {hintOf(column) === undefined ? null : <small>{hintOf(column)}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, at) => (
              <tr>
                <th scope="row">{at + 1}</th>
                {field.columns.map((column) => (
                  <td>
                    <CellInput
                      field={field}
                      column={column}
                      at={at}
                      value={
                        text.get(inputName(field.key, at, column.key)) ??
                        (column.key === field.head ? missing[at - filled] : undefined)
                      }
                      errors={errors}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="submit">
        <button
          type="submit"
          name={inputName(field.key, 'more')}
          value={String(more + 5)}
          class="button-line"
        >
          {words.more(field.label)}
        </button>
      </p>
    </>
  )
}

function CellInput({
  field,
  column,
  at,
  value,
  errors,
}: {
  field: RowsField
  column: Column
  at: number
  value: string | undefined
  errors: FormErrors
}): JSX.Element {
  const name = inputName(field.key, at, column.key)
  const id = fieldId(name)
  const error = errors[name]
  const ties = {
    id,
    name,
    'aria-label': `${words.row(at + 1)} ${column.label}`,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': error === undefined ? undefined : `${id}-error`,
  }
  return (
    <>
      {column.type === 'choice' ? (
        <select {...ties} class="input">
          <option value="">{words.choose}</option>
          {column.options.map(({ key, label }) => (
            <option value={key} selected={key === value}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...ties}
          class="input"
          type={column.type === 'date' ? 'date' : 'text'}
          inputmode={isNumber(column) ? 'decimal' : undefined}
          value={value}
          maxlength={1000}
        />
      )}
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

function isNumber({ type }: Column): boolean {
  return type === 'money' || type === 'count' || type === 'percent'
}

/** Faults of lines, where no input of a grid could carry them. */
function LineErrors({ name, errors }: { name: string; errors: FormErrors }): JSX.Element | null {
  const found = Object.entries(errors).filter(([one]) => one.startsWith(`${name}.`))
  if (found.length === 0) return null
  return (
    <div class="field-error">
      <p>{words.rowErrors}</p>
      <ul>
        {found.map(([one, sentence]) => (
          <li id={fieldId(one)}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
