import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../../domain/agency/agency.ts'
import { genres } from '../../../../domain/catalog/genres.data.ts'
import { themes } from '../../../../domain/catalog/themes.data.ts'
import { attributes, visibilities } from '../../../../domain/item/content.ts'
import { grounds } from '../../../../domain/item/grounds.data.ts'
import { placedColumns } from '../../../../usecases/catalog/column-path.ts'
import { Radios, Select } from '../../../ui/choices.tsx'
import type { FieldProps, When } from '../../../ui/field.tsx'
import { DateField, TextArea, TextField } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { itemWords } from '../../../ui/words/item.ts'

import { MatterField } from './form-matter.tsx'

const words = itemWords.form

const groundOptions = grounds.map(({ key, article, label }) => {
  return { value: key, label: `${article}：${label}` }
})

/** What was typed, and what is wrong with it. */
export type Typed = { text: ReadonlyMap<string, string>; errors: FormErrors }

function fieldOf(
  { text, errors }: Typed,
  name: string,
  label: string,
): FieldProps & { value?: string } {
  const [value, error] = [text.get(name), errors[name]]
  return {
    name,
    label,
    ...(value === undefined ? {} : { value }),
    ...(error === undefined ? {} : { error }),
  }
}

/** Title, number, issuer, day, summary (基本要素, 条例第12条). */
export function BasicFields({ filled, isNew }: { filled: Typed; isNew: boolean }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{words.basics}</legend>
      <TextField
        {...fieldOf(filled, 'title', itemWords.title)}
        hint={words.titleHint}
        maxlength={300}
        required
      />
      <TextField
        {...fieldOf(filled, 'docNumber', words.docNumber)}
        hint={words.docNumberHint}
        width="medium"
        maxlength={60}
      />
      <TextField {...fieldOf(filled, 'issuer', words.issuer)} width="medium" maxlength={200} />
      <DateField {...fieldOf(filled, 'writtenOn', words.writtenOn)} hint={words.writtenOnHint} />
      <TextArea
        {...fieldOf(filled, 'summary', words.summary)}
        hint={words.summaryHint}
        rows={3}
        maxlength={1000}
      />
      {isNew ? null : (
        <TextField {...fieldOf(filled, 'note', words.note)} hint={words.noteHint} maxlength={500} />
      )}
    </fieldset>
  )
}

const whenWithheld: When = { field: 'attribute', values: ['withheld'] }

/** The attribute first (公开属性审查), and for a refusal its ground and reason. */
export function OpennessFields({ filled }: { filled: Typed }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{words.openness}</legend>
      <p>{words.opennessLead}</p>
      <Radios
        {...fieldOf(filled, 'attribute', words.attribute)}
        options={attributes.map((value) => ({ value, label: words.attributes[value] }))}
        inline
      />
      <Select
        {...fieldOf(filled, 'ground', words.ground)}
        hint={words.groundHint}
        options={groundOptions}
        when={whenWithheld}
      />
      <TextArea
        {...fieldOf(filled, 'groundReason', words.groundReason)}
        when={whenWithheld}
        rows={3}
        maxlength={2000}
      />
      <Radios
        {...fieldOf(filled, 'visibility', words.visibility)}
        options={visibilities.map((value) => ({ value, label: words.visibilities[value] }))}
        inline
      />
      <TextArea
        {...fieldOf(filled, 'coAgencies', words.coAgencies)}
        hint={words.coAgenciesHint}
        rows={2}
        maxlength={1000}
      />
    </fieldset>
  )
}

/** Where the item lies (归类). */
export function FilingFields({ filled, agency }: { filled: Typed; agency: Agency }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{words.category}</legend>
      <Select {...fieldOf(filled, 'category', words.category)} options={columnOptions(agency)} />
      <MatterField filled={filled} agency={agency} />
      <TextField
        {...fieldOf(filled, 'unit', itemWords.unit)}
        hint={words.unitHint}
        width="medium"
        maxlength={100}
      />
      <Select
        {...fieldOf(filled, 'theme', words.theme)}
        options={themes.map(({ name }) => ({ value: name, label: name }))}
      />
      <Select
        {...fieldOf(filled, 'genre', words.genre)}
        options={genres.map(({ name }) => ({ value: name, label: name }))}
      />
      <TextArea
        {...fieldOf(filled, 'interprets', words.interprets)}
        hint={words.interpretsHint}
        rows={2}
        maxlength={2000}
      />
      <TextField
        {...fieldOf(filled, 'sourceUrl', words.source)}
        hint={words.sourceHint}
        maxlength={2000}
      />
    </fieldset>
  )
}

function columnOptions(agency: Agency): { value: string; label: string }[] {
  return placedColumns(agency).map(({ id, name, path }) => {
    const [, ...below] = path
    return { value: id, label: `${'　'.repeat(below.length)}${name}` }
  })
}
