import type { JSX } from 'hono/jsx/jsx-runtime'
import { itemKinds } from '../../../../domain/item/kinds/kind-of.ts'
import { Select } from '../../../ui/choices.tsx'
import { KindFields } from '../../../ui/kind/kind-fields.tsx'
import { kindWords as words } from '../../../ui/words/kind.ts'
import type { Typed } from './form-parts.tsx'
import { kindIn } from './form-values.ts'

const options = itemKinds.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))

/** Which special kind an item is of (信息类型), and the fields that kind asks for. */
export function KindPart({ filled }: { filled: Typed }): JSX.Element {
  const { text, errors } = filled
  const kind = kindIn(text)
  return (
    <>
      <fieldset class="form-part">
        <legend>{words.chooser}</legend>
        <Select
          name="kind"
          label={words.chooser}
          hint={words.chooserHint}
          value={kind?.id}
          error={errors['kind']}
          options={options}
          blank={null}
        />
        <p class="submit">
          <button type="submit" name="act" value="kind" class="button-line">
            {words.change}
          </button>
        </p>
      </fieldset>
      {kind === null ? null : <KindFields kind={kind} text={text} errors={errors} />}
    </>
  )
}
