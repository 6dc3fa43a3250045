import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../../domain/agency/agency.ts'
import { findMatter, mattersFor } from '../../../../domain/catalog/standard-scope.ts'
import type { StandardMatter } from '../../../../domain/catalog/standard-matters.data.ts'
import { Select, type Option } from '../../../ui/choices.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { itemWords } from '../../../ui/words/item.ts'

const words = itemWords.form

/** The matter of the standard catalogue that an item belongs to (标准目录事项), by field; nothing where none applies. */
export function MatterField({
  filled: { text, errors },
  agency,
}: {
  filled: { text: ReadonlyMap<string, string>; errors: FormErrors }
  agency: Agency
}): JSX.Element | null {
  const value = text.get('matter') ?? ''
  const own = mattersFor(agency)
  // What the draft names already is not lost where the level has no such matter.
  const also = own.some(({ id }) => id === value) ? null : findMatter(value)
  const matters = also === null ? own : [...own, also]
  if (matters.length === 0) return null
  return (
    <Select
      name="matter"
      label={words.matter}
      hint={words.matterHint}
      value={value === '' ? undefined : value}
      error={errors['matter']}
      options={matters.map(optionOf)}
      blank={words.noMatter}
    />
  )
}

function optionOf({ id, field, first, second }: StandardMatter): Option {
  return { value: id, label: `${first}：${second}`, group: field }
}
