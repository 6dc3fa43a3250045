import type { PersonalDataView } from '../../usecases/application/personal-data/view.ts'
import { idTypeLabels } from '../ui/words/application.ts'
import { fieldLabels } from '../ui/words/fields.ts'
import { deliveryText } from './delivery-text.ts'
import { labelOf } from './label-of.ts'

/** What is kept of an applicant as names and values (个人信息的项目和内容), on the page and in the table of a copy. */
export function dataRows({ fields, delivery }: PersonalDataView): [string, string][] {
  const asked = deliveryText(delivery)
  return [
    ...fields.map(({ field, value }): [string, string] => [
      labelOfField(field),
      field.endsWith('.idType') ? labelOf(idTypeLabels, value) : value,
    ]),
    ...(asked === '' ? [] : [deliveryRow(asked)]),
  ]
}

function deliveryRow(asked: string): [string, string] {
  return [fieldLabels['/delivery'] ?? '', asked]
}

/** The name of a field as people read it. */
export function labelOfField(field: string): string {
  return fieldLabels[`/${field.replace('.', '/')}`] ?? field
}
